import exceljs, {type Workbook, type Worksheet} from "exceljs";
import type {Column, Table} from "../../../schemas/layouts/layout.ts";
import {computedCells, hasTotal} from "../computed.ts";
import {formatOf, questionWidth, roleOf, type Role, rowsOf, widthOf} from "../columns.ts";
import {checkPlan, type CheckPlan} from "../formulas/plan.ts";
import {addAsides} from "./asides.ts";
import {addCheckSheet, addLight} from "./check/check-sheet.ts";
import {addGuide} from "./guide.ts";
import {addMeta} from "../identity.ts";
import {addParameters} from "./check/parameter-cells.ts";
import {addPostSums} from "./post-sums.ts";
import {addLists, addPresets, usedLists} from "./reference-sheets.ts";
import {addSpellings} from "./check/spellings.ts";
import {addMargin, addValueSheet} from "./check/value-cells.ts";
import {fixedText} from "./fixed-texts.ts";
import {sheetNames, sheetTexts, tablesOf} from "./sheets.ts";
import {cellStyle, styles} from "./styles.ts";
import {openRows, validationOf} from "./validations.ts";
import type {Variant} from "../variant.ts";
import {wrappedLines} from "../wrapped-lines.ts";

/** Rows that stay outside the total (phases before admission) are voluntary. */
const roleOfRow = ({codes, rows: [first]}: Table, role: Role, row: number): Role =>
  role === "input" && codes?.totalled !== undefined && row >= first + codes.totalled ? "voluntary" : role;
const rowRange = ([first, last]: readonly [number, number]) => Array.from({length: last - first + 1}, (_, i) => first + i);
const addColumn = (sheet: Worksheet, table: Table, column: Column, variant: Variant) => {
  const role = roleOf(table, column, variant);
  const wrap = formatOf(column) === "General" || formatOf(column) === "@";
  const open = role === "locked" ? null : openRows(table, column);
  const origin = table.fixed !== undefined && column.role === "key";
  for (const row of rowRange(rowsOf(table, column))) {
    const typed = origin && row >= 14 && row <= 28;
    const cell = sheet.getCell(`${column.letter}${row}`);
    cell.style = cellStyle(typed ? "input" : roleOfRow(table, role, row), formatOf(column), wrap);
    cell.value = fixedText(table, column, row);
  }
  if (open !== null || origin) addValidation(sheet, table, column);
};
const addValidation = (sheet: Worksheet, table: Table, column: Column) => {
  const [first, last] = openRows(table, column);
  const range = first === last ? `${column.letter}${first}` : `${column.letter}${first}:${column.letter}${last}`;
  // The library takes ranges here, its types do not know it.
  (sheet as unknown as {dataValidations: {add: (range: string, validation: unknown) => void}}).dataValidations.add(range, validationOf(table, column));
};

/** Field lists have three columns: number, question, answer. */
const addQuestions = (sheet: Worksheet, table: Table, variant: Variant) => {
  const questions = table.columns.filter(({row}) => row !== undefined);
  ["Nr.", "Angabe", table.answer!].forEach((text, i) => {
    const cell = sheet.getCell(table.headerRow, i + 1);
    cell.value = text;
    cell.style = styles.header;
  });
  questions.forEach((column, i) => {
    sheet.getCell(`A${column.row}`).value = i + 1;
    sheet.getCell(`B${column.row}`).value = column.title;
    sheet.getCell(`A${column.row}`).style = {...cellStyle("locked", "0", false), alignment: {horizontal: "left", vertical: "top"}};
    sheet.getCell(`B${column.row}`).style = cellStyle("locked", "General", true);
    addColumn(sheet, table, column, variant);
  });
};
const addTotal = (sheet: Worksheet, table: Table) => {
  table.columns.forEach(({letter}) => {
    sheet.getCell(`${letter}${table.totalRow}`).style = styles.total;
  });
  table.columns
    .filter((column) => hasTotal(table, column))
    .forEach((column) => {
      sheet.getCell(`${column.letter}${table.totalRow}`).style = {...styles.total, numFmt: formatOf(column)};
    });
  const label = table.columns.find((column) => column.letter === "B" && !hasTotal(table, column))!.letter;
  sheet.getCell(`${label}${table.totalRow}`).value = "Summe (wird berechnet)";
};
const addGrid = (sheet: Worksheet, table: Table, variant: Variant) => {
  for (const column of table.columns) {
    const cell = sheet.getCell(`${column.letter}${table.headerRow}`);
    cell.value = column.title;
    cell.style = styles.header;
    addColumn(sheet, table, column, variant);
  }
  if (table.totalRow !== undefined) addTotal(sheet, table);
};
/** Header height: the longest title decides, broken at the width of its column. */
const setHeaderHeight = (sheet: Worksheet, table: Table) => {
  const lines = table.kind === "questions" ? 1 : Math.max(...table.columns.map((column) => wrappedLines(column.title, sheet.getColumn(column.letter).width!)));
  sheet.getRow(table.headerRow).height = Math.max(16, lines * 12 + 4);
};
const setWidths = (sheet: Worksheet, tables: readonly Table[]) => {
  for (const table of tables) {
    if (table.kind === "questions") {
      sheet.getColumn("A").width = 8;
      sheet.getColumn("B").width = Math.max(sheet.getColumn("B").width ?? 0, questionWidth(table));
    }
    for (const column of table.columns) sheet.getColumn(column.letter).width = Math.max(sheet.getColumn(column.letter).width ?? 0, widthOf(table, column));
  }
};

/** A sheet with one table keeps its header in sight; with several tables the first header would stand above foreign columns. */
const frozenRows = (tables: readonly Table[]) => (tables.length === 1 ? (tables[0]!.totalRow ?? tables[0]!.headerRow) : 2);
const lastRow = (tables: readonly Table[]) => Math.max(...tables.map(({rows}) => rows[1]));
/** Printed without the asides, but wide enough for the title. */
const printArea = (tables: readonly Table[]) =>
  `A1:${["J", ...tables.flatMap(({columns}) => columns.map(({letter}) => letter))].toSorted().at(-1)}${lastRow(tables)}`;
const addSheet = (workbook: Workbook, name: string, variant: Variant, plan: CheckPlan) => {
  const tables = tablesOf(variant.form, name);
  const frozen = frozenRows(tables);
  const sheet = workbook.addWorksheet(name, {
    views: [{state: "frozen", xSplit: tables.length === 1 && tables[0]!.columns.length > 8 ? 2 : 0, ySplit: frozen, showGridLines: false}],
    pageSetup: {
      paperSize: 9,
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: lastRow(tables) <= 46 ? 1 : 0,
      printArea: printArea(tables),
      printTitlesRow: `1:${frozen}`,
      margins: {left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3},
    },
  });
  sheet.getCell("A1").style = styles.title;
  sheet.getCell("A2").value = sheetTexts[name]!.help;
  sheet.getCell("A2").style = styles.help;
  setWidths(sheet, tables);
  for (const table of tables) {
    sheet.getCell(`A${table.headerRow - 1}`).value = table.title;
    sheet.getCell(`A${table.headerRow - 1}`).style = styles.caption;
    setHeaderHeight(sheet, table);
    if (table.kind === "questions") addQuestions(sheet, table, variant);
    else addGrid(sheet, table, variant);
  }
  addAsides(sheet);
  addMargin(
    sheet,
    plan,
    tables.map(({headerRow}) => headerRow),
  );
  if (name === "02_Stellen") addPostSums(sheet);
};

const addFormulas = (workbook: Workbook, variant: Variant) => {
  for (const {sheet, address, formula} of computedCells(variant)) {
    const cell = workbook.getWorksheet(sheet)!.getCell(address);
    if (Object.keys(cell.style).length === 0) cell.style = styles.note;
    cell.value = {formula, result: ""};
  }
};
const addFooters = (workbook: Workbook, {form, synthetic}: Variant) => {
  for (const sheet of workbook.worksheets) {
    sheet.headerFooter.oddFooter = `&L&9${form.version}&C&9&A&R&9Seite &P von &N`;
    if (synthetic) sheet.headerFooter.oddHeader = "&R&9Beispieldaten – frei erfunden";
  }
};
const protectAll = (workbook: Workbook) =>
  Promise.all(
    workbook.worksheets.map((sheet) => sheet.protect("", {selectLockedCells: true, selectUnlockedCells: true, formatColumns: true, formatRows: true})),
  );

/** The form without anything of a body in it; made once per variant, then filled by writing into its cells. */
export const blankForm = async (variant: Variant): Promise<Uint8Array> => {
  const workbook = new exceljs.Workbook();
  // Nothing computed by the check is stored: the spreadsheet program does it on opening.
  workbook.calcProperties.fullCalcOnLoad = true;
  const plan = checkPlan(variant);
  const names = sheetNames(variant.form, variant.municipal);
  addGuide(workbook, variant.synthetic);
  for (const name of names) addSheet(workbook, name, variant, plan);
  addLists(workbook, variant.form);
  addPresets(workbook);
  addParameters(workbook);
  addMeta(workbook);
  addValueSheet(workbook, plan);
  addSpellings(workbook, usedLists);
  for (const [name, place] of addCheckSheet(workbook, plan, names)) addLight(workbook.getWorksheet(name)!, place);
  addFormulas(workbook, variant);
  addFooters(workbook, variant);
  await protectAll(workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
};
