import type {Remark, Repair} from "../../../schemas/flow.ts";
import type {Column} from "../../../schemas/layouts/layout.ts";
import type {Located} from "../form/find-tables.ts";
import {mostLike, sameButUnit, sameTitle} from "../form/title.ts";

/** Rows of a field list: question by question, found by the question's words. */
export type QuestionRows = {
  readonly rows: readonly {readonly column: Column; readonly row: number}[];
  readonly remarks: readonly Remark[];
  readonly repairs: readonly Repair[];
};

const isVoluntary = ({status}: Column) => status === "optional" || status === "computed";
const lost = ({table, grid}: Located, {field, title, letter, row}: Column): Remark => ({
  kind: table.id === "T01" ? "missing-cover-row" : "missing-column",
  at: {sheet: grid.sheet.title},
  field: field!,
  found: title,
  expected: `„${title}“ mit der Antwort in ${letter}${row}`,
});

/** The running number beside a question, as the form prints it. */
const numberOf = ({table}: Located, {row}: Column) => String(row! - table.rows[0] + 1);
const question = ({title}: Column) => `„${title}“`;
const repairsOf = (located: Located, found: ReadonlyMap<Column, number>, absent: readonly Column[], wordsAt: (row: number) => string): Repair[] => {
  const {table, grid, headerRow, letters} = located;
  const answers = letters.get("C") ?? "C";
  const moved = [...found].flatMap(([column, row]): Repair[] => {
    const usual = headerRow + column.row! - table.headerRow;
    const sameWords = sameTitle(wordsAt(row), column.title);
    if (row === usual && sameWords) return [];
    const sameRow = row === usual || grid.cell(letters.get("A") ?? "A", row)?.text === numberOf(located, column);
    const certain = sameRow && sameButUnit(wordsAt(row), column.title);
    const place = {sheet: grid.sheet.title, cell: `${answers}${row}`};
    const strange = sameRow ? "" : " neben einer anderen Nummer";
    return [
      {
        kind: "rows",
        at: place,
        field: column.field!,
        found: `Frage „${wordsAt(row)}“${strange}`,
        readAs: question(column),
        template: `Zeile ${column.row}`,
        certain,
      },
    ];
  });
  const gone = absent.map((column): Repair => {
    const [readAs, certain] = column.status === "computed" ? ["entbehrlich", true] : ["nicht gemeldet", false];
    return {
      kind: "missing",
      at: {sheet: grid.sheet.title},
      field: column.field!,
      found: `Frage ${question(column)} nicht gefunden`,
      readAs,
      template: `Zeile ${column.row}`,
      certain,
    };
  });
  return [...moved, ...gone];
};
/** The same question once more, with an answer of its own: which of the two is meant is not ours to say. */
const twins = ({grid, letters}: Located, found: ReadonlyMap<Column, number>, rows: readonly number[], wordsAt: (row: number) => string): Repair[] => {
  const answers = letters.get("C") ?? "C";
  const taken = new Set(found.values());
  return rows
    .filter((row) => !taken.has(row) && wordsAt(row) !== "" && grid.cell(answers, row) !== undefined)
    .flatMap((row) => {
      const twin = [...found].find(([{title}]) => sameTitle(wordsAt(row), title));
      if (twin === undefined) return [];
      const [column, first] = twin;
      const place = {sheet: grid.sheet.title, cell: `${answers}${row}`};
      return [
        {
          kind: "rows",
          at: place,
          field: column.field!,
          found: `Frage ${question(column)} steht noch einmal`,
          readAs: `Notiz; gezählt ist Zeile ${first}`,
          template: "jede Frage einmal",
          certain: false,
        },
      ];
    });
};

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
  const absent = questions.filter((column) => !found.has(column));
  return {
    rows: questions.flatMap((column) => (found.has(column) ? [{column, row: found.get(column)!}] : [])),
    remarks: absent.filter((column) => !isVoluntary(column)).map((column) => lost(located, column)),
    repairs: [...repairsOf(located, found, absent.filter(isVoluntary), wordsAt), ...twins(located, found, all, wordsAt)],
  };
};
