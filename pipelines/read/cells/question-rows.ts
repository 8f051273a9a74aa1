import type {Remark} from "../../../schemas/flow.ts";
import type {Column} from "../../../schemas/layouts/layout.ts";
import type {Located} from "../form/find-tables.ts";
import {mostLike, sameTitle} from "../form/title.ts";

/** Rows of a field list: question by question, found by the question's words. */
export type QuestionRows = {readonly rows: readonly {readonly column: Column; readonly row: number}[]; readonly remarks: readonly Remark[]};

const isVoluntary = ({status}: Column) => status === "optional" || status === "computed";
const lost = ({table, grid}: Located, {field, title, letter, row}: Column): Remark => ({
  kind: table.id === "T01" ? "missing-cover-row" : "missing-column",
  at: {sheet: grid.sheet.title},
  field: field!,
  found: title,
  expected: `„${title}“ mit der Antwort in ${letter}${row}`,
});

export const questionRows = (located: Located): QuestionRows => {
  const {
    table,
    grid,
    headerRow,
    rows: [first, last],
    letters,
  } = located;
  const words = letters.get("B") ?? "B";
  const questions = table.columns.filter(({row}) => row !== undefined);
  const wordsAt = (row: number) => grid.cell(words, row)?.text ?? "";
  const all = Array.from({length: Math.max(0, last - first + 1)}, (_, i) => first + i);
  const found = new Map<Column, number>();
  for (const column of questions) {
    const usual = headerRow + column.row! - table.headerRow;
    const same = sameTitle(wordsAt(usual), column.title) ? [usual] : all.filter((row) => sameTitle(wordsAt(row), column.title));
    if (same.length === 1) found.set(column, same[0]!);
  }
  for (const column of questions.filter((each) => !found.has(each))) {
    const row = mostLike(
      column.title,
      questions.map(({title}) => title),
      all.filter((each) => wordsAt(each) !== "" && ![...found.values()].includes(each)),
      wordsAt,
    );
    if (row !== null) found.set(column, row);
  }
  return {
    rows: questions.flatMap((column) => (found.has(column) ? [{column, row: found.get(column)!}] : [])),
    remarks: questions.filter((column) => !found.has(column) && !isVoluntary(column)).map((column) => lost(located, column)),
  };
};
