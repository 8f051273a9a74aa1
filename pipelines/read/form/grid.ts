import type {Sheet, SheetCell} from "../../../schemas/flow.ts";

/** A sheet by rows and column letters; cells covered by a merge do not exist. */
export type Grid = {
  readonly sheet: Sheet;
  readonly lastRow: number;
  readonly cell: (letter: string, row: number) => SheetCell | undefined;
  readonly row: (row: number) => ReadonlyMap<string, SheetCell>;
  /** The same for a row of headings: one merged with the cells above it counts as if it stood in each of them. */
  readonly headings: (row: number) => ReadonlyMap<string, SheetCell>;
};
/** A1 address in parts. */
export const partsOf = (address: string): {letter: string; row: number} => {
  let at = 0;
  while (address.charCodeAt(at) > 57) at++;
  return {letter: address.slice(0, at), row: Number(address.slice(at))};
};
/** 1 for A, 27 for AA. */
export const columnNumber = (letter: string) => {
  let number = 0;
  for (let i = 0; i < letter.length; i++) number = number * 26 + letter.charCodeAt(i) - 64;
  return number;
};

/** A merged area by column numbers and rows. */
export type Area = {readonly letters: readonly [number, number]; readonly rows: readonly [number, number]};
export const areaOf = (range: string): Area => {
  const [from, to] = range.split(":").map(partsOf);
  return {letters: [columnNumber(from!.letter), columnNumber((to ?? from)!.letter)], rows: [from!.row, (to ?? from)!.row]};
};
/** Whether an address lies under a merged area, but is not its first cell. */
const isCovered = (areas: readonly Area[], letter: string, row: number) =>
  areas.some(({letters: [left, right], rows: [top, bottom]}) => {
    const column = columnNumber(letter);
    return row >= top && row <= bottom && column >= left && column <= right && !(row === top && column === left);
  });

const empty: ReadonlyMap<string, SheetCell> = new Map();
export const gridOf = (sheet: Sheet): Grid => {
  const areas = sheet.merged.map(areaOf);
  const standing = sheet.merged
    .map((range) => range.split(":").map(partsOf))
    .flatMap(([from, to]) => (to?.letter === from!.letter ? [{letter: to.letter, from: from!.row, to: to.row}] : []));
  const rows = new Map<number, Map<string, SheetCell>>();
  let lastRow = 0;
  for (const [address, cell] of sheet.cells) {
    if ("empty" in cell.typed) continue;
    const {letter, row} = partsOf(address);
    if (areas.length > 0 && isCovered(areas, letter, row)) continue;
    const cells = rows.get(row) ?? new Map<string, SheetCell>();
    rows.set(row, cells.set(letter, cell));
    if (row > lastRow) lastRow = row;
  }
  const row = (number: number) => rows.get(number) ?? empty;
  const above = (number: number) => standing.flatMap(({letter, from, to}) => (from < number && number <= to ? [[letter, row(from).get(letter)] as const] : []));
  return {
    sheet,
    lastRow,
    row,
    headings: (number) =>
      standing.length === 0
        ? row(number)
        : new Map([...row(number), ...above(number).filter((each): each is readonly [string, SheetCell] => each[1] !== undefined)]),
    cell: (letter, number) => rows.get(number)?.get(letter),
  };
};
