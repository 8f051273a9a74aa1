import type {Repair} from "../../../../schemas/flow.ts";
import {type Area, areaOf, columnNumber} from "../../form/grid.ts";
import type {TableSlots} from "../table-slots.ts";
import {oddNumbers} from "./odd-numbers.ts";

const isFilled = ({slots}: TableSlots) => slots.some(({cell}) => cell.text !== "");

const hidden = (tables: readonly TableSlots[]): Repair[] => {
  const {sheet} = tables[0]!.located.grid;
  const said = (found: string): Repair => ({
    kind: "hidden",
    at: {sheet: sheet.title},
    found,
    readAs: "gültige Angaben",
    template: "alles sichtbar",
    certain: true,
  });
  if (sheet.hidden) return tables.some(isFilled) ? [said("ausgeblendetes Blatt mit Angaben")] : [];
  if (sheet.hiddenRows.length === 0) return [];
  const used = new Set(tables.flatMap(({slots}) => slots.filter(({cell}) => cell.text !== "").map(({row}) => row)));
  const rows = sheet.hiddenRows.filter((row) => used.has(row));
  return rows.length === 0 ? [] : [said(`ausgeblendete Zeilen mit Angaben (${rows.join(", ")})`)];
};

const contains = ({letters: [left, right], rows: [top, bottom]}: Area, letter: string, row: number) => {
  const column = columnNumber(letter);
  return row >= top && row <= bottom && column >= left && column <= right;
};
const reaches = ({rows: [top, bottom], letters: [left, right]}: Area, {located: {headerRow, rows, letters}}: TableSlots) =>
  top <= rows[1] && bottom >= headerRow && [...letters.values()].map(columnNumber).some((column) => column >= left && column <= right);

/** A merged area shows one value. It is clear whose if no other cell of the sender's lies under it. */
const merged = (tables: readonly TableSlots[]): Repair[] => {
  const {sheet} = tables[0]!.located.grid;
  return sheet.merged.flatMap((range): Repair[] => {
    const area = areaOf(range);
    const touched = tables.filter((table) => reaches(area, table));
    if (touched.length === 0) return [];
    const first = range.split(":")[0]!;
    const answers = touched.flatMap(({slots, keys}) => [...slots.filter(({cell}) => cell.part === "input").map(({cell}) => cell), ...keys]);
    const covered = answers.filter(({address}) => address !== first && contains(area, address.replace(/\d+/, ""), Number(address.replace(/\D+/, ""))));
    return [
      {
        kind: "merged",
        at: {sheet: sheet.title, cell: first},
        found: `verbundene Zellen ${range}`,
        readAs: covered.length === 0 ? `Angabe in ${first}` : `Angabe nur in ${first}; leer sind ${covered.map(({address}) => address).join(", ")}`,
        template: "einzelne Zellen",
        certain: covered.length === 0,
      },
    ];
  });
};

/** Places where what one sees and what the file holds differ: read all the same, and said. */
export const oddPlaces = (tables: readonly TableSlots[]): Repair[] => {
  const bySheet = Map.groupBy(tables, ({located}) => located.grid);
  return [...bySheet.values()].flatMap((each) => [...hidden(each), ...merged(each), ...each.flatMap(oddNumbers)]);
};
