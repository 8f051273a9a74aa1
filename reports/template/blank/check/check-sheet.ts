import type {CellValue, ConditionalFormattingRule, Style, Workbook, Worksheet} from "exceljs";
import {severityWords} from "../../../../schemas/flow.ts";
import {rules} from "../../../../schemas/rules/registry.ts";
import type {Rule} from "../../../../schemas/rules/rule.ts";
import {entryRange, firstEntryRow} from "../../formulas/entries.ts";
import {onSheet} from "../../formulas/excel.ts";
import type {CheckPlan} from "../../formulas/plan.ts";
import {styles} from "../styles.ts";
import {hintWord, severityOf} from "./value-cells.ts";
import {wrappedLines} from "../../wrapped-lines.ts";

/** The sheet on which a form says of itself what is still open. */
export const checkSheetName = "Prüfung";
const headings = ["Regel", "Schwere", "Blatt", "Geprüft wird", "Stellen", "Status", "Erste Fundstelle", "Was zu tun ist"];
const widths = [10, 12, 20, 50, 9, 20, 30, 92];
const lightRow = 6;
/** Sheets are shown in the order of these numbers; the guide has 1, the next sheet 2. */
const afterGuide = 1.5;
const help =
  "Rechnet beim Ausfüllen mit. Fehler bitte beheben, Warnungen auf Blatt 13 erläutern, Hinweise nur ansehen. Rechts neben den Tabellen steht in jeder Zeile, welche Regel verletzt ist.";

/** What the sender is to do, as far as the message says it without the case at hand; else why the rule exists. */
export const instruction = ({message, why}: Pick<Rule, "message" | "why">): string => {
  const sentences = message.split(/(?<=[.!?])\s+(?=[\p{Lu}„])/u).filter((sentence) => !sentence.includes("{"));
  return sentences.length === 0 ? why : sentences.join(" ");
};

const words = (amount: string, one: string, many: string) => `${amount}&IF(${amount}=1," ${one}"," ${many}")`;
/** Places at which rules of a severity are broken, of all sheets or of one. */
const open = (plan: CheckPlan, severity: string, sheet?: string) => {
  const last = firstEntryRow + plan.entries.length - 1;
  const on = sheet === undefined ? "" : `,${entryRange("sheet", firstEntryRow, last)},"${sheet}"`;
  return `SUMIFS(${entryRange("count", firstEntryRow, last)},${entryRange("severity", firstEntryRow, last)},"${severity}"${on})`;
};
const summary = (plan: CheckPlan) => {
  const [errors, warnings, notes] = [severityWords.error, severityWords.warning, severityWords.note].map((severity) => open(plan, severity)) as [
    string,
    string,
    string,
  ];
  return `IF(${errors}+${warnings}+${notes}=0,"Nichts offen: keine Fehler, Warnungen oder Hinweise.","Offen: "&${words(errors, "Fehler", "Fehler")}&", "&${words(warnings, "Warnung", "Warnungen")}&", "&${words(notes, "Hinweis", "Hinweise")}&".")`;
};
const light = (plan: CheckPlan, sheet: string) => {
  const [errors, warnings, notes] = [severityWords.error, severityWords.warning, severityWords.note].map((severity) => open(plan, severity, sheet)) as [
    string,
    string,
    string,
  ];
  const also = `IF(${warnings}>0,", "&${words(warnings, "Warnung", "Warnungen")},"")`;
  return `IF(${errors}>0,"rot: "&${words(errors, "Fehler", "Fehler")}&${also},IF(${warnings}>0,"gelb: "&${words(warnings, "Warnung", "Warnungen")},IF(${notes}>0,"grün, "&${words(notes, "Hinweis", "Hinweise")},"grün: in Ordnung")))`;
};
const linked = (target: string, text: string) => `HYPERLINK("#"&${target},${text})`;

const fill = (argb: string) => ({type: "pattern", pattern: "solid", bgColor: {argb}}) as const;
const colours = {rot: "FFF8D7D7", gelb: "FFFFF2B3", grün: "FFDDEFD9"} as const;
/** Colour beside the word, never instead of it. */
const lightRules = (address: string): ConditionalFormattingRule[] =>
  Object.entries(colours).map(([word, argb], i) => ({
    type: "expression",
    priority: i + 1,
    formulae: [`LEFT(${address},${word.length})="${word}"`],
    style: {fill: fill(argb)},
  }));

const put = (sheet: Worksheet, address: string, value: CellValue, style: Partial<Style>) => {
  sheet.getCell(address).value = value;
  sheet.getCell(address).style = style;
};
const plain: Partial<Style> = {font: styles.help.font, alignment: {vertical: "top", wrapText: true}};
const centred: Partial<Style> = {...plain, alignment: {vertical: "top", horizontal: "center"}};
const link: Partial<Style> = {...plain, font: {...styles.help.font, color: {argb: "FF1F4E79"}, underline: true}};
const unwrapped = new Map<Partial<Style>, Partial<Style>>();
const oneLine = (style: Partial<Style>) => {
  const known = unwrapped.get(style) ?? {...style, alignment: {vertical: "top", wrapText: false}};
  unwrapped.set(style, known);
  return known;
};
const formula = (text: string) => ({formula: text}) as CellValue;

/** Sheets in two columns of the block, with the light of each. */
const addLights = (sheet: Worksheet, plan: CheckPlan, sheets: readonly string[]): ReadonlyMap<string, string> => {
  const half = Math.ceil(sheets.length / 2);
  const places = new Map<string, string>();
  sheets.forEach((name, i) => {
    const row = lightRow + (i % half);
    const [at, shown] = i < half ? ["A", "C"] : ["F", "G"];
    put(sheet, `${at}${row}`, formula(linked(`"${onSheet(name, "A1")}"`, `"${name}"`)), oneLine(link));
    put(sheet, `${shown}${row}`, formula(light(plan, name)), oneLine(plain));
    sheet.addConditionalFormatting({ref: `${shown}${row}`, rules: lightRules(`${shown}${row}`)});
    places.set(name, `${shown}${row}`);
  });
  return places;
};

const ruleCells = (rule: Rule, plan: CheckPlan, row: number): readonly CellValue[] => {
  const rows = plan.rowsOf(rule.id);
  const hint = rule.formulaPossible === "teilweise";
  if (rows === undefined) return [rule.id, severityOf(rule), "", rule.title, 0, "entfällt hier", "", instruction(rule)];
  const [first, last] = rows;
  const found = (column: "sheet" | "target") =>
    first === last
      ? entryRange(column, first, first).split(":")[0]!
      : `INDEX(${entryRange(column, first, last)},MATCH(1,${entryRange("broken", first, last)},0))`;
  const sheets = [...new Set(plan.entries.slice(first - firstEntryRow, last - firstEntryRow + 1).map((entry) => entry.sheet))];
  const target = found("target");
  return [
    rule.id,
    hint ? `${severityWords[rule.severity]}, ${hintWord}` : severityOf(rule),
    formula(sheets.length === 1 ? linked(`"${onSheet(sheets[0]!, "A1")}"`, `"${sheets[0]}"`) : `IF(E${row}=0,"mehrere Blätter",${found("sheet")})`),
    rule.title,
    formula(first === last ? entryRange("count", first, first).split(":")[0]! : `SUM(${entryRange("count", first, last)})`),
    formula(`IF(E${row}=0,"in Ordnung","${hint ? "bitte ansehen" : "prüfen"}")`),
    formula(`IF(E${row}=0,"",${linked(target, `"zu "&SUBSTITUTE(${target},"'","")`)})`),
    instruction(rule),
  ];
};
const addRule = (sheet: Worksheet, values: readonly CellValue[], row: number) => {
  values.forEach((value, i) => {
    const letter = "ABCDEFGH"[i]!;
    const isLink = letter === "G" || (letter === "C" && JSON.stringify(value).includes("HYPERLINK"));
    put(sheet, `${letter}${row}`, value, isLink ? link : letter === "E" ? centred : plain);
  });
  const text = values[7] as string;
  sheet.getRow(row).height = Math.max(wrappedLines(text, widths[7]! * 1.05), wrappedLines(String(values[3]), widths[3]!)) * 12.75 + 3;
};
const addHeader = (sheet: Worksheet, row: number, texts: readonly string[]) =>
  texts.forEach((text, i) => put(sheet, `${"ABCDEFGH"[i]}${row}`, text, styles.header));
const caption = (sheet: Worksheet, row: number, text: string) => put(sheet, `A${row}`, text, styles.caption);

/** Open rules stand out, what is in order steps back. */
const ruleColours = (row: number): ConditionalFormattingRule[] => [
  {type: "expression", priority: 10, formulae: [`$E${row}=0`], style: {font: {color: {argb: "FF8A8A8A"}}}},
  {type: "expression", priority: 11, formulae: [`$B${row}="${severityWords.error}"`], style: {fill: fill(colours.rot), font: {bold: true}}},
  {type: "expression", priority: 12, formulae: [`$B${row}="${severityWords.warning}"`], style: {fill: fill(colours.gelb), font: {bold: true}}},
  {type: "expression", priority: 13, formulae: [`$E${row}>0`], style: {font: {bold: true}}},
];
const addRules = (sheet: Worksheet, plan: CheckPlan, chosen: readonly Rule[], from: number, title: string): number => {
  caption(sheet, from, title);
  addHeader(sheet, from + 1, headings);
  chosen.forEach((rule, i) => addRule(sheet, ruleCells(rule, plan, from + 2 + i), from + 2 + i));
  sheet.addConditionalFormatting({ref: `A${from + 2}:H${from + 1 + chosen.length}`, rules: ruleColours(from + 2)});
  return from + 3 + chosen.length;
};
const addForeign = (sheet: Worksheet, chosen: readonly Rule[], from: number) => {
  caption(sheet, from, "Prüft erst das Land");
  addHeader(sheet, from + 1, ["Regel", "Schwere", "", "Geprüft wird", "", "", "", "Warum"]);
  chosen.forEach((rule, i) => addRule(sheet, [rule.id, severityWords[rule.severity], "", rule.title, "", "", "", rule.why], from + 2 + i));
};

/** The list of rules with their state; below, what only hints, and what only the Land can check. Gives the address of the light of each sheet. */
export const addCheckSheet = (workbook: Workbook, plan: CheckPlan, sheets: readonly string[]): ReadonlyMap<string, string> => {
  const sheet = workbook.addWorksheet(checkSheetName, {
    views: [{state: "frozen", ySplit: 2, showGridLines: false}],
    pageSetup: {
      paperSize: 9,
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: {left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3},
    },
  });
  // Made last, shown second: the parts of the sheets keep the numbers they had in forms without it.
  (sheet as unknown as {orderNo: number}).orderNo = afterGuide;
  widths.forEach((width, i) => {
    sheet.getColumn(i + 1).width = width;
  });
  // Whose form it is stands in the titles of all sheets; taken from there, this sheet is the same for all.
  put(sheet, "A1", formula(`IFERROR("${checkSheetName} "&MID('${sheets[0]}'!A1,FIND("·",'${sheets[0]}'!A1),200),"${checkSheetName}")`), styles.title);
  put(sheet, "A2", formula(summary(plan)), styles.caption);
  put(sheet, "A3", help, styles.help);
  caption(sheet, lightRow - 1, "Ampel je Blatt");
  const lights = addLights(sheet, plan, sheets);
  const possible = rules.filter(({formulaPossible}) => formulaPossible === "ja");
  const hints = rules.filter(({id, formulaPossible}) => formulaPossible === "teilweise" && plan.rowsOf(id) !== undefined);
  const next = addRules(sheet, plan, possible, lightRow + Math.ceil(sheets.length / 2) + 1, "Regeln");
  const last = addRules(sheet, plan, hints, next, "Nur als Anzeige: Hinweis, endgültig prüft das Land");
  addForeign(
    sheet,
    rules.filter((rule) => !possible.includes(rule) && !hints.includes(rule)),
    last,
  );
  return lights;
};
/** The light of a sheet on the sheet itself. */
export const addLight = (sheet: Worksheet, place: string) => {
  put(sheet, "A3", formula(`"Prüfung – "&'${checkSheetName}'!$${place.replace(/(\d+)/, "$$$1")}`), styles.light);
  sheet.addConditionalFormatting({ref: "A3", rules: lightRules("MID(A3,11,9)")});
};
