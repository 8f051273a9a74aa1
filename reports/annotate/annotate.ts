import type {Checked, Finding, Severity, Sheet, Verdict} from "../../schemas/flow.ts";
import {type Parts, closeParts, kindOf, openParts, partText, putText, relationsOf} from "./parts/package.ts";
import {putNotes, removeNotes} from "./parts/notes.ts";
import {Stylesheet} from "./parts/styles.ts";
import {activate, isMacroBook, putSheet, type SheetPart, sheetsOf, workbookPath} from "./parts/workbook.ts";
import {isSelected, type Mark, unselected, withMarks, withoutMarks} from "./parts/worksheet.ts";
import {addMark, addResultStyles} from "./result-styles.ts";
import {resultSheet} from "./result-sheet.ts";
import {valueCopy} from "./value-copy.ts";
import {checker, countsOf, noteText, resultTitle, verdictIn} from "./wording.ts";

/** `sheets`: what the reader sees in the upload, asked for only if a copy must do; `verdict` where a Freigabe made it milder than the findings. */
export type AnnotateOptions = {
  readonly fileName?: string;
  readonly sheets?: () => readonly Sheet[];
  readonly verdict?: Verdict;
  readonly notCheckable?: Checked["notCheckable"];
  readonly synthetic?: boolean;
};
export type Annotated = {readonly bytes: Uint8Array; readonly format: "xlsx" | "xlsm"; readonly copied: boolean};

const stylesPath = (parts: Parts): string => {
  const path = relationsOf(parts, workbookPath(parts)).find(({type}) => type === "styles")?.target;
  if (path === undefined) throw new Error("missing part: styles");
  return path;
};

const place = /^[A-Z]{1,3}[1-9]\d*/;
type Placed = ReadonlyMap<string, readonly Finding[]>;
/** Findings of a sheet by cell; of a range its first cell. */
const cellsIn = (findings: readonly Finding[], title: string): Placed =>
  Map.groupBy(
    findings.filter(({at}) => "cell" in at && at.sheet === title && place.test(at.cell)),
    ({at}) => place.exec((at as {cell: string}).cell)![0],
  );
const severities = ["error", "warning", "note"] as const;
const worst = (findings: readonly Finding[]): Severity => severities.find((severity) => findings.some((each) => each.severity === severity))!;

const marksOf = (cells: Placed, formats: Readonly<Record<Severity, number>>): Mark[] =>
  severities
    .map((severity) => ({format: formats[severity], cells: [...cells].flatMap(([cell, findings]) => (worst(findings) === severity ? [cell] : []))}))
    .filter((mark) => mark.cells.length > 0);

const markSheet = (parts: Parts, sheet: SheetPart, cells: Placed, formats: Readonly<Record<Severity, number>>) => {
  removeNotes(parts, sheet, checker);
  const before = partText(parts, sheet.path);
  const bare = withoutMarks(before);
  const marked = withMarks(bare, marksOf(cells, formats));
  if (marked !== before) putText(parts, sheet.path, marked);
  putNotes(parts, sheet, checker, new Map([...cells].map(([cell, findings]) => [cell, findings.map(noteText).join("\n\n")])));
};

const startOf = (parts: Parts, {path}: SheetPart) => partText(parts, path).slice(0, 8000);
/** Opens the file at our sheet, unless that would touch a sheet that is none of our business. */
const showResult = (parts: Parts, ours: SheetPart, sheets: readonly SheetPart[], touched: ReadonlySet<string>) => {
  const selected = sheets.filter((sheet) => sheet.path !== ours.path && isSelected(startOf(parts, sheet)));
  if (selected.some(({title}) => !touched.has(title))) return;
  for (const {path} of selected) putText(parts, path, unselected(partText(parts, path)));
  activate(parts, ours);
};

const mark = (parts: Parts, findings: readonly Finding[], options: AnnotateOptions, copyOf: string | null) => {
  const styles = new Stylesheet(partText(parts, stylesPath(parts)));
  const counts = countsOf(findings);
  const titles = new Set(sheetsOf(parts).map(({title}) => title));
  const {fileName = null, notCheckable = [], synthetic = false, verdict = verdictIn(counts)} = options;
  const text = resultSheet({verdict, counts, findings, notCheckable, titles, fileName, copyOf, synthetic}, addResultStyles(styles));
  const formats = {error: addMark(styles, "error"), warning: addMark(styles, "warning"), note: addMark(styles, "note")};
  putText(parts, stylesPath(parts), styles.xml);
  const ours = putSheet(parts, resultTitle, "xl/worksheets/sheet9000.xml", text);
  const sheets = sheetsOf(parts).filter(({path}) => parts.has(path));
  const byTitle = new Map(sheets.map(({title}) => [title, cellsIn(findings, title)]));
  for (const sheet of sheets.filter(({title}) => title !== resultTitle)) markSheet(parts, sheet, byTitle.get(sheet.title)!, formats);
  showResult(parts, ours, sheets, new Set(sheets.filter(({title}) => byTitle.get(title)!.size > 0).map(({title}) => title)));
};

const copyText = (sheets: readonly Sheet[], fileName = "die gesendete Datei"): string =>
  sheets.length === 0
    ? "Die Datei konnte nicht gelesen oder nicht verändert werden; hier steht nur das Ergebnis."
    : `Dies ist eine Kopie der Werte als .xlsx, weil sich in diesem Format nichts markieren lässt. Bitte dort berichtigen, wo die Zahlen herkommen: ${fileName}.`;

const own = (bytes: Uint8Array, findings: readonly Finding[], options: AnnotateOptions): Annotated => {
  const parts = openParts(bytes);
  mark(parts, findings, options, null);
  return {bytes: closeParts(parts), format: isMacroBook(kindOf(parts, workbookPath(parts))) ? "xlsm" : "xlsx", copied: false};
};
const copy = (findings: readonly Finding[], options: AnnotateOptions): Annotated => {
  const sheets = options.sheets?.() ?? [];
  const parts = valueCopy(sheets);
  mark(parts, findings, options, copyText(sheets, options.fileName));
  return {bytes: closeParts(parts), format: "xlsx", copied: true};
};

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b;
const refused = (findings: readonly Finding[]) => findings.some(({rule}) => rule === "STR-010");
/**
 * The sender's own workbook with a comment and a mark in each faulty cell and the sheet *Prüfergebnis* in front; all other parts stay byte for byte.
 * What is no .xlsx, cannot be changed or was refused becomes a copy of its values. Never throws for what a sender may send.
 */
export const annotate = async (bytes: Uint8Array, findings: readonly Finding[], options: AnnotateOptions = {}): Promise<Annotated> => {
  if (!isZip(bytes) || refused(findings)) return copy(findings, options);
  try {
    return own(bytes, findings, options);
  } catch {
    return copy(findings, options);
  }
};
