import type {Remark} from "../../../schemas/flow.ts";
import {columnNumber, partsOf} from "../form/grid.ts";
import type {TableSlots} from "./table-slots.ts";

const isFilled = ({slots}: TableSlots) => slots.some(({cell}) => cell.text !== "");

const hidden = (tables: readonly TableSlots[]): Remark[] => {
  const {sheet} = tables[0]!.located.grid;
  const at = {sheet: sheet.title};
  if (sheet.hidden) return tables.some(isFilled) ? [{kind: "hidden", at, found: "ausgeblendetes Blatt", expected: "sichtbar"}] : [];
  const used = new Set(tables.flatMap(({slots}) => slots.filter(({cell}) => cell.text !== "").map(({row}) => row)));
  const rows = sheet.hiddenRows.filter((row) => used.has(row));
  return rows.length === 0 ? [] : [{kind: "hidden", at, found: `ausgeblendete Zeilen ${rows.join(", ")}`, expected: "sichtbar"}];
};

const overlaps = (
  {
    located: {
      rows: [first, last],
      letters,
    },
  }: TableSlots,
  range: string,
) => {
  const [from, to] = range.split(":").map(partsOf);
  const columns = [...letters.values()].map(columnNumber);
  return (
    from!.row <= last &&
    (to ?? from)!.row >= first &&
    columns.some((column) => column >= columnNumber(from!.letter) && column <= columnNumber((to ?? from)!.letter))
  );
};
const merged = (tables: readonly TableSlots[]): Remark[] => {
  const {sheet} = tables[0]!.located.grid;
  return sheet.merged
    .filter((range) => tables.some((table) => overlaps(table, range)))
    .map((range) => ({kind: "merged", at: {sheet: sheet.title, cell: range.split(":")[0]!}, found: range, expected: "einzelne Zellen"}));
};

/** Hidden places that hold data and merged cells within tables: read all the same, and said. */
export const oddPlaces = (tables: readonly TableSlots[]): Remark[] => {
  const bySheet = Map.groupBy(tables, ({located}) => located.grid);
  return [...bySheet.values()].flatMap((each) => [...hidden(each), ...merged(each)]);
};
