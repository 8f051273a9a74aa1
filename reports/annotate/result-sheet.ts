import type {Checked, Finding, Severity, Verdict} from "../../schemas/flow.ts";
import {rules} from "../../schemas/rules/registry.ts";
import type {ResultStyles} from "./result-styles.ts";
import {cellEscaped, escaped} from "./parts/xml.ts";
import {type Counts, countsLine, proposalLine, signedWord, spoken, verdictLine} from "./wording.ts";

/** All that the sheet says. */
export type Result = {
  readonly verdict: Verdict;
  readonly counts: Counts;
  readonly findings: readonly Finding[];
  readonly notCheckable: Checked["notCheckable"];
  readonly titles: ReadonlySet<string>;
  readonly fileName: string | null;
  /** Said when the file is a copy of an upload that cannot be marked itself. */
  readonly copyOf: string | null;
  readonly synthetic: boolean;
};

const columns = [
  ["Nr.", 6],
  ["Schwere", 14],
  ["Regel", 27],
  ["Blatt", 20],
  ["Zelle", 9],
  ["Gefunden", 20],
  ["Erwartet", 24],
  ["Was zu tun ist", 78],
] as const;
const letters = "ABCDEFGH";
type Row = {readonly cells: readonly {readonly text: string | number; readonly style: number}[]; readonly height?: number};

const cellXml = (text: string | number, style: number, address: string) =>
  typeof text === "number"
    ? `<c r="${address}" s="${style}"><v>${text}</v></c>`
    : text === ""
      ? `<c r="${address}" s="${style}"/>`
      : `<c r="${address}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${cellEscaped(text)}</t></is></c>`;
const rowXml = ({cells, height}: Row, i: number) =>
  `<row r="${i + 1}"${height === undefined ? "" : ` ht="${height}" customHeight="1"`}>${cells.map(({text, style}, column) => cellXml(text, style, `${letters[column]}${i + 1}`)).join("")}</row>`;

const titleOf = new Map(rules.map(({id, title}) => [id, title]));
const ruleText = (id: string) => [id, titleOf.get(id)].filter((text) => text !== undefined).join("\n");
const rank: Readonly<Record<Severity, number>> = {error: 0, warning: 1, note: 2};
/** Errors first; within a severity the order of the form. */
const bySeverity = (findings: readonly Finding[]) => findings.toSorted((a, b) => rank[a.severity] - rank[b.severity]);

const linesIn = (text: string, width: number) => text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 0.95) / width)), 0);
const heightOf = (texts: readonly (string | number)[]) => Math.max(...texts.map((text, i) => linesIn(String(text), columns[i]![1]))) * 13 + 4;

const findingRow = (finding: Finding, number: number, styles: ResultStyles): Row => {
  const {at, severity, rule, found, expected} = finding;
  const todo = [spoken(finding), proposalLine(finding)].filter((line) => line !== undefined).join("\n");
  const texts = [number, signedWord(severity), ruleText(rule), "sheet" in at ? at.sheet : "Datei", "cell" in at ? at.cell : "–", found, expected, todo];
  const link = "cell" in at ? styles.link : styles.cell;
  return {cells: texts.map((text, i) => ({text, style: i === 1 ? styles[severity] : i === 4 ? link : styles.cell})), height: heightOf(texts)};
};

const line = (text: string, style: number): Row => ({cells: [{text, style}]});
const top = ({verdict, counts, findings, fileName, copyOf, synthetic}: Result, styles: ResultStyles): Row[] => [
  line(`Prüfergebnis${fileName === null ? "" : ` · ${fileName}`}`, styles.title),
  ...(synthetic ? [line("Beispieldaten – frei erfunden", styles.strong)] : []),
  line(verdictLine(verdict), styles.strong),
  line(countsLine(counts), styles.text),
  ...(copyOf === null ? [] : [line(copyOf, styles.strong)]),
  ...(findings.length === 0
    ? []
    : [
        line(
          "Fehler müssen behoben werden. Warnungen: Zahl berichtigen oder auf Blatt 13 erläutern. Bei Hinweisen ist nichts zu tun, wenn alles stimmt.",
          styles.text,
        ),
        line(
          "Ein Klick auf die Zelle führt an die Stelle; dort ist die Zelle umrandet und trägt einen Kommentar. Dieses Blatt wird beim Einlesen übergangen und bei der nächsten Prüfung ersetzt.",
          styles.text,
        ),
      ]),
  line("", styles.text),
];
const uncheckable = ({notCheckable}: Result, styles: ResultStyles): Row[] =>
  notCheckable.length === 0
    ? []
    : [
        line("", styles.text),
        line("Nicht prüfbar", styles.strong),
        ...notCheckable.map(
          ({rule, reason}): Row => ({cells: ["", "", ruleText(rule), reason].map((text, i) => ({text, style: i === 2 ? styles.plain : styles.text}))}),
        ),
      ];

const quoted = (sheet: string) => `'${sheet.replaceAll("'", "''")}'`;
const linkXml = ({at}: Finding, row: number, titles: ReadonlySet<string>) =>
  "cell" in at && titles.has(at.sheet)
    ? `<hyperlink ref="E${row}" location="${escaped(`${quoted(at.sheet)}!${at.cell}`)}" display="${escaped(at.cell)}"/>`
    : "";

/** The worksheet *Prüfergebnis*. It needs no other part: texts stand in the cells, links name their place. */
export const resultSheet = (result: Result, styles: ResultStyles): string => {
  const head = top(result, styles);
  const findings = bySeverity(result.findings);
  const table =
    findings.length === 0
      ? []
      : [{cells: columns.map(([text]) => ({text, style: styles.header}))}, ...findings.map((finding, i) => findingRow(finding, i + 1, styles))];
  const rows = [...head, ...table, ...uncheckable(result, styles)];
  const first = head.length + 1;
  const links = findings.map((finding, i) => linkXml(finding, first + 1 + i, result.titles)).join("");
  const pane =
    findings.length === 0 ? "" : `<pane ySplit="${first}" topLeftCell="A${first + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>`;
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    `<sheetPr><tabColor rgb="FF${result.verdict === "rejected" ? "801650" : result.verdict === "accepted" ? "28A197" : "F46A25"}"/><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:H${rows.length}"/>` +
    `<sheetViews><sheetView showGridLines="0" workbookViewId="0">${pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>` +
    `<cols>${columns.map(([, width], i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join("")}</cols><sheetData>${rows.map(rowXml).join("")}</sheetData>` +
    (findings.length === 0 ? "" : `<autoFilter ref="A${first}:H${first + findings.length}"/>`) +
    (links === "" ? "" : `<hyperlinks>${links}</hyperlinks>`) +
    '<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>' +
    "<headerFooter><oddFooter>&amp;C&amp;9&amp;A&amp;R&amp;9Seite &amp;P von &amp;N</oddFooter></headerFooter></worksheet>"
  );
};
