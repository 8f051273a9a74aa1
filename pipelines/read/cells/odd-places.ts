import type {Repair} from "../../../schemas/flow.ts";
import {printDecimal} from "../../../schemas/units.ts";
import {type Area, areaOf, columnNumber} from "../form/grid.ts";
import {isNumeric, type Slot} from "./slot.ts";
import type {TableSlots} from "./table-slots.ts";

const isFilled = ({slots}: TableSlots) => slots.some(({cell}) => cell.text !== "");

const hidden = (tables: readonly TableSlots[]): Repair[] => {
  const {sheet} = tables[0]!.located.grid;
  const said = (found: string): Repair => ({kind: "hidden", at: {sheet: sheet.title}, found, readAs: "gültige Angaben", template: "alles sichtbar", certain: true});
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

const listed = 5;
/** Numbers typed or pasted as text, in one note a table. */
const textNumbers = ({slots, located: {table, grid}}: TableSlots): Repair[] => {
  const texts = slots.filter(({asText, cell}) => asText && cell.state === "number");
  const [first] = texts;
  if (first === undefined) return [];
  const list = (words: (slot: Slot) => string) => `${texts.slice(0, listed).map(words).join("; ")}${texts.length > listed ? " …" : ""}`;
  const one = texts.length === 1;
  return [
    {
      kind: "text-number",
      at: {sheet: grid.sheet.title, cell: first.cell.address},
      found: one ? `Text „${first.cell.text}“` : `${texts.length} Texte in „${table.title}“ (${list(({cell}) => `${cell.address} „${cell.text}“`)})`,
      readAs: `${one ? "Zahl" : "Zahlen"} ${list(({cell, field}) => printDecimal(cell.value!, field.scale))}`,
      template: "Zahlen als Zahlen",
      certain: true,
    },
  ];
};
/** A number whose format shows nothing: what the sender sees is not what the cell holds. */
const unseen = ({slots, located: {grid}}: TableSlots): Repair[] =>
  slots
    .filter(({field, cell}) => cell.part === "input" && isNumeric(field) && cell.state === "number" && cell.text === "" && cell.value !== 0n)
    .map(({cell}) => ({
      kind: "format",
      at: {sheet: grid.sheet.title, cell: cell.address},
      field: cell.field,
      found: "eine Zahl, die ihr Zellformat nicht anzeigt,",
      readAs: "die Zahl in der Zelle",
      template: "sichtbare Zahlen",
      certain: false,
    }));

/** Places where what one sees and what the file holds differ: read all the same, and said. */
export const oddPlaces = (tables: readonly TableSlots[]): Repair[] => {
  const bySheet = Map.groupBy(tables, ({located}) => located.grid);
  return [...bySheet.values()].flatMap((each) => [...hidden(each), ...merged(each), ...each.flatMap(textNumbers), ...each.flatMap(unseen)]);
};
