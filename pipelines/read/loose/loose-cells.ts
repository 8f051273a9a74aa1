import type {Cell, LooseText, Sheet, SheetCell} from "../../../schemas/flow.ts";

/** Shorter numbers are nobody's number: neither a telephone nor a register knows them. */
const longNumber = 100_000;
const german = (iso: string) => iso.replace(/^(\d{4})-(\d{2})-(\d{2}).*$/, "$3.$2.$1");
/** What a cell says, unrounded and unabridged; empty for what cannot name anybody. */
const saidIn = ({typed, text}: SheetCell): string => {
  if ("text" in typed) return text === "" ? typed.text.trim() : text;
  if ("date" in typed) return german(typed.date);
  return "number" in typed && Number.isInteger(typed.number) && typed.number >= longNumber ? String(typed.number) : "";
};

/** Everything written in cells that no declared cell has taken up, also under merged areas and on sheets of others, and the titles of all sheets. */
export const looseCells = (sheets: readonly Sheet[], cells: readonly Cell[]): LooseText[] => {
  const taken = new Set(cells.filter(({text}) => text !== "").map(({sheet, address}) => `${sheet}!${address}`));
  return sheets.flatMap(({title, cells: all}) => [
    {at: {sheet: title}, text: title},
    ...[...all].flatMap(([address, cell]): LooseText[] => {
      const text = saidIn(cell);
      return text === "" || taken.has(`${title}!${address}`) ? [] : [{at: {sheet: title, cell: address}, text}];
    }),
  ]);
};
