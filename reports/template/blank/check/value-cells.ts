import type {CellValue, Style, Workbook, Worksheet} from "exceljs";
import {severityWords} from "../../../../schemas/flow.ts";
import {entryColumns, type Entry, firstEntryRow, shifted} from "../../formulas/entries.ts";
import type {CheckPlan} from "../../formulas/plan.ts";
import {valueSheetName} from "../../formulas/values/value-sheet.ts";
import {styles} from "../styles.ts";

/** Rules that only hint in the form are counted apart from what blocks or wants an explanation. */
export const hintWord = "nur Anzeige";
export const severityOf = ({severity, formulaPossible}: Entry["rule"]): string => (formulaPossible === "teilweise" ? hintWord : severityWords[severity]);

type Line = {readonly row: number; readonly formula: string};
/** Cells below each other whose formulas are the same but for their rows are stored as one formula; no result is kept. */
const addShared = (sheet: Worksheet, letter: string, lines: readonly Line[], style?: Partial<Style>) => {
  let master: Line | null = null;
  lines.forEach((line, i) => {
    const cell = sheet.getCell(`${letter}${line.row}`);
    if (style !== undefined) cell.style = style;
    const follows = master !== null && lines[i - 1]!.row === line.row - 1 && shifted(master.formula, line.row - master.row) === line.formula;
    if (follows) cell.value = {sharedFormula: `${letter}${master!.row}`} as CellValue;
    else {
      let last = i;
      while (
        last + 1 < lines.length &&
        lines[last + 1]!.row === lines[last]!.row + 1 &&
        shifted(line.formula, lines[last + 1]!.row - line.row) === lines[last + 1]!.formula
      )
        last++;
      master = line;
      const ref = `${letter}${line.row}:${letter}${lines[last]!.row}`;
      cell.value = (last === i ? {formula: line.formula} : {formula: line.formula, shareType: "shared", ref}) as CellValue;
    }
  });
};

/** Hidden sheet with the list of probes and every cell of the form as the reader takes it. */
export const addValueSheet = (workbook: Workbook, plan: CheckPlan) => {
  const sheet = workbook.addWorksheet(valueSheetName, {state: "hidden"});
  sheet.getRow(1).values = ["Regel", "Schwere", "Blatt", "Stellen", "Fundstelle", "verletzt"];
  plan.entries.forEach(({rule, sheet: at, count, target}, i) => {
    const row = firstEntryRow + i;
    sheet.getCell(`${entryColumns.rule}${row}`).value = rule.id;
    sheet.getCell(`${entryColumns.severity}${row}`).value = severityOf(rule);
    sheet.getCell(`${entryColumns.sheet}${row}`).value = at;
    sheet.getCell(`${entryColumns.count}${row}`).value = {formula: count.replaceAll(`${valueSheetName}!`, "")} as CellValue;
    sheet.getCell(`${entryColumns.target}${row}`).value = (/^"[^"]*"$/.test(target) ? target.slice(1, -1) : {formula: target}) as CellValue;
  });
  addShared(
    sheet,
    entryColumns.broken,
    plan.entries.map((_, i) => ({row: firstEntryRow + i, formula: `IF(${entryColumns.count}${firstEntryRow + i}>0,1,0)`})),
  );
  for (const {
    letters,
    rows: [first, last],
    formula,
  } of plan.blocks) {
    const master = `${letters[0]}${first}`;
    const alone = letters.length === 1 && first === last;
    for (const letter of letters) for (let row = first; row <= last; row++) sheet.getCell(`${letter}${row}`).value = {sharedFormula: master} as CellValue;
    sheet.getCell(master).value = (alone ? {formula} : {formula, shareType: "shared", ref: `${master}:${letters.at(-1)}${last}`}) as CellValue;
  }
};

/** Beside the tables: which rules are broken in this row. */
export const addMargin = (sheet: Worksheet, plan: CheckPlan, headerRows: readonly number[]) => {
  const margin = plan.margins.get(sheet.name);
  if (margin === undefined) return;
  for (const row of headerRows) {
    sheet.getCell(`${margin.letter}${row}`).value = "Prüfung";
    sheet.getCell(`${margin.letter}${row}`).style = styles.header;
  }
  addShared(
    sheet,
    margin.letter,
    plan.cells.filter((cell) => cell.sheet === sheet.name),
    styles.margin,
  );
  const column = sheet.getColumn(margin.letter);
  column.width = 24;
  const gap = sheet.getColumn(column.number - 1);
  if (gap.width === undefined) gap.width = 2;
};
