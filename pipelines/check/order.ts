import type {Finding, Place, Reading} from "../../schemas/flow.ts";
import type {Form} from "../../schemas/layouts/layout.ts";

const columnNumber = (letters: string) => [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);

/** Sheets in the order of the form, also when they were renamed; what belongs to no sheet comes first, unknown sheets last. */
const sheetOrder = (form: Form, {cells}: Reading): ReadonlyMap<string, number> => {
  const order = new Map<string, number>();
  const tables = new Map(form.tables.map(({id}, index) => [id, index]));
  form.tables.forEach(({sheet}, index) => order.set(sheet, order.get(sheet) ?? index));
  for (const {sheet, table} of cells) if (!order.has(sheet)) order.set(sheet, tables.get(table) ?? form.tables.length);
  return order;
};

type Position = readonly [number, number, number];
const positionOf = (at: Place, sheets: ReadonlyMap<string, number>, last: number): Position => {
  if (!("sheet" in at)) return [-1, 0, 0];
  const [, letters = "", digits = "0"] = "cell" in at ? (/^([A-Z]+)(\d+)/.exec(at.cell) ?? []) : [];
  return [sheets.get(at.sheet) ?? last, Number(digits), columnNumber(letters)];
};

/** In the order of the form: sheet, row, column, rule. */
export const inFormOrder = (form: Form, reading: Reading, findings: readonly Finding[]): Finding[] => {
  const sheets = sheetOrder(form, reading);
  const placed = findings.map((finding, index) => ({finding, index, position: positionOf(finding.at, sheets, form.tables.length)}));
  placed.sort(
    (left, right) =>
      left.position[0] - right.position[0] ||
      left.position[1] - right.position[1] ||
      left.position[2] - right.position[2] ||
      (left.finding.rule < right.finding.rule ? -1 : left.finding.rule > right.finding.rule ? 1 : left.index - right.index),
  );
  return placed.map(({finding}) => finding);
};
