import {forms} from "../../schemas/layouts/forms.ts";
import {type CellContent, type Computed, computedCells, type Look} from "../template/computed.ts";
import {type CellPart, type CellValue, cellsOf, sharedStrings, valueIn} from "./parts/cells.ts";
import {type Parts, partText, relationsOf} from "./parts/package.ts";
import {sheetsOf, workbookPath} from "./parts/workbook.ts";

/** The cells of a workbook by sheet and address, with their values. */
export type Book = {readonly part: (sheet: string, address: string) => CellPart | undefined; readonly value: (sheet: string, address: string) => CellValue};
/** New values by sheet and address. */
export type Values = Map<string, Map<string, CellValue>>;

export const bookOf = (parts: Parts): Book => {
  const strings = relationsOf(parts, workbookPath(parts)).find(({type}) => type === "sharedStrings")?.target;
  const texts = strings === undefined ? [] : sharedStrings(partText(parts, strings));
  const cells = new Map(
    sheetsOf(parts)
      .filter(({path}) => parts.has(path))
      .map(({title, path}) => [title, cellsOf(partText(parts, path))]),
  );
  const part = (sheet: string, address: string) => cells.get(sheet)?.get(address);
  return {
    part,
    value: (sheet, address) => {
      const found = part(sheet, address);
      return found === undefined ? {empty: true} : valueIn(found, texts);
    },
  };
};
export const put = (values: Values, sheet: string, address: string, value: CellValue): void => {
  values.set(sheet, (values.get(sheet) ?? new Map()).set(address, value));
};

const contentOf = (value: CellValue): CellContent => ("number" in value ? Number(value.number) : "text" in value ? value.text : "");
const asValue = (content: CellContent): CellValue =>
  typeof content === "number" ? {number: String(content)} : content === "" ? {empty: true} : {text: content};
const looking =
  (book: Book, values: Values, of: string): Look =>
  (address, sheet = of) =>
    contentOf(values.get(sheet)?.get(address) ?? book.value(sheet, address));

/** All formulas of the form; a file has them as far as nobody changed them. */
const formulas = (): readonly Computed[] => forms.flatMap((form) => computedCells({form, halfYear: "2025-H2", municipal: true, synthetic: false}));
/**
 * Remembered results of the form's own formulas that follow from new values, so that a file that was never opened since shows the right sums.
 * The spreadsheet program calculates the rest when it opens the file.
 */
export const recalculate = (book: Book, values: Values): void => {
  const nothing: Values = new Map();
  for (const {sheet, address, formula, result} of formulas()) {
    if (book.part(sheet, address)?.formula !== formula) continue;
    const [before, after] = [result(looking(book, nothing, sheet)), result(looking(book, values, sheet))];
    if (before !== after) put(values, sheet, address, asValue(after));
  }
};
