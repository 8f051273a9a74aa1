import type {Rule} from "../../../schemas/rules/rule.ts";
import {columnLetters, columnNumber, onSheet, quoted} from "./excel.ts";
import type {Probe} from "./probes.ts";
import {valueSheetName} from "./values/value-sheet.ts";

/** A line of the list of probes: how often a rule is broken on a sheet, and where to look first, both as formulas. */
export type Entry = {readonly rule: Rule; readonly sheet: string; readonly count: string; readonly target: string};

/** Beside the tables of each sheet: the column that names the rules broken in a row. */
export type Margins = ReadonlyMap<string, {readonly letter: string; readonly rows: readonly [number, number]}>;

const placeText = (sheet: string, address: string) => quoted(onSheet(sheet, address));
const ofRows = (rule: Rule, probes: readonly Probe[], margins: Margins): Entry[] =>
  [...Map.groupBy(probes, ({sheet}) => sheet)].map(([sheet, here]): Entry => {
    const {
      letter,
      rows: [first, last],
    } = margins.get(sheet)!;
    const margin = onSheet(sheet, `$${letter}$${first}:$${letter}$${last}`);
    const columns = new Set(here.map((each) => each.letter));
    const column = columns.size === 1 ? here[0]!.letter : "A";
    const pattern = `"*${rule.id}*"`;
    return {
      rule,
      sheet,
      count: `COUNTIF(${margin},${pattern})`,
      target: `IFERROR(${placeText(sheet, column)}&(${first - 1}+MATCH(${pattern},${margin},0)),"")`,
    };
  });
const ofOnce = (rule: Rule, probes: readonly Probe[]): Entry[] =>
  probes.flatMap((probe) =>
    probe.each === "once"
      ? [{rule, sheet: probe.sheet, count: `IF(${probe.fault},1,0)`, target: placeText(probe.sheet, `${probe.letter}${probe.rows[0]}`)}]
      : [],
  );

/** All probes of a form as lines of a list, rule by rule. */
export const entriesOf = (probes: readonly Probe[], margins: Margins): readonly Entry[] =>
  [...Map.groupBy(probes, ({rule}) => rule)].flatMap(([rule, own]) => [
    ...ofRows(
      rule,
      own.filter(({each}) => each === "row"),
      margins,
    ),
    ...ofOnce(rule, own),
  ]);

/** The list stands in these columns of the value sheet, from the second row on. */
export const entryColumns = {rule: "A", severity: "B", sheet: "C", count: "D", target: "E", broken: "F"} as const;
export const firstEntryRow = 2;
/** A column of the list over some of its lines. */
export const entryRange = (column: keyof typeof entryColumns, from: number, to: number): string =>
  `${valueSheetName}!$${entryColumns[column]}$${from}:$${entryColumns[column]}$${to}`;

/** Formulas that differ from row to row only by their relative rows are written once for all of them. */
export const shifted = (formula: string, by: number): string =>
  formula.replace(
    /("(?:[^"]|"")*")|(?<![\w.])('[^']*'!|[A-Za-z_]+!)?(\$?[A-Z]{1,3})(\d+)(?![\w(])/g,
    (whole, text: string | undefined, sheet: string | undefined, column: string, row: string) =>
      text !== undefined ? whole : `${sheet ?? ""}${column}${Number(row) + by}`,
  );

/** The first free column right of tables and asides. */
export const marginLetter = (letters: readonly string[], aside: string | undefined): string => {
  const last = Math.max(...letters.map(columnNumber));
  return columnLetters(Math.max(last + 2, aside === undefined ? 0 : columnNumber(aside) + 1));
};
