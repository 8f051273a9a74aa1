import {bodyOf, spokenName} from "../../schemas/codes/bodies.ts";
import {codeListOf} from "../../schemas/codes/lists.ts";
import {municipalitiesOf, placeEntries} from "../../schemas/codes/municipalities.ts";
import {firstDay, type HalfYear, stichtag} from "../../schemas/half-year.ts";
import {parameterAt} from "../../schemas/parameters.ts";
import type {FilledTables, Prefill} from "../../schemas/prefill.ts";
import {decimalText, fromDecimalText, printHalfYear} from "../../schemas/units.ts";
import {blankForm} from "./blank-form.ts";
import {dayNumber} from "./columns.ts";
import {type CellContent, type Computed, computedCells, type Look} from "./computed.ts";
import {customProperties, identityEntries, identityRows} from "./identity.ts";
import {type BlankPackage, type Contents, fillPackage, openPackage, type PartChange} from "./package.ts";
import {type Placed, placeRows} from "./placement.ts";
import {placeColumn, presetRow, previousLists} from "./reference-sheets.ts";
import {sheetNames, sheetTexts} from "./sheets.ts";
import {type Variant, variantName, variantOf} from "./variant.ts";

/** Which form for whom, with what is known already. `synthetic` marks every sheet as sample data. */
export type TemplateRequest = {readonly body: string; readonly halfYear: HalfYear; readonly version: number; readonly prefill: Prefill; readonly synthetic: boolean};
/** Contents typed by hand, by sheet and cell (`03_Fallzahlen!D7`); they win over everything. */
export type TypedCells = Readonly<Record<string, CellContent | null>>;

type Ready = {readonly blank: BlankPackage; readonly computed: readonly Computed[]};
const ready = new Map<string, Promise<Ready>>();
const prepare = async (variant: Variant): Promise<Ready> => ({blank: openPackage(await blankForm(variant)), computed: computedCells(variant)});
/** Blank forms are kept: a few variants serve all bodies and half-years. */
const readyFor = (variant: Variant): Promise<Ready> => {
  const name = variantName(variant);
  const known = ready.get(name) ?? prepare(variant);
  ready.set(name, known);
  return known;
};

type Places = ReturnType<typeof placeEntries>;
const entryOf = ({ags, label}: Places[number]) => `${ags} ${label}`;
const placeEntry = (places: Places) => (ags: string) => { const found = places.find((each) => each.ags === ags); return found === undefined ? ags : entryOf(found); };

/** Cover answers that no body has to type, approved sums, all municipalities: known without any earlier return. */
const knownRows = ({body, halfYear, version, prefill}: TemplateRequest, {form}: Variant): FilledTables => {
  const own = bodyOf(body);
  const rows = prefill.rows;
  const cover = {meldungsart: "V", ...rows.T01?.[0]?.values, melde_key: body, periode: halfYear, version: String(version), formular_version: form.version};
  const approved = Object.entries(prefill.approvals).map(([key, {euro}]) => ({key, values: {eur_bewilligt: euro}}));
  return {...rows, T01: [{key: "-", values: cover}], T11: rows.T11 ?? municipalitiesOf(own).map(({ags}) => ({key: ags, values: {}})), T12A: approved};
};
/** What the printed form says but nobody reads: title, identity, places, presets, asides. */
const titleCells = ({body, halfYear, synthetic}: TemplateRequest, {form, municipal}: Variant): Placed[] =>
  sheetNames(form, municipal).map((sheet) => ({
    sheet, address: "A1",
    content: `${sheet.slice(0, sheet.indexOf("_"))} ${sheetTexts[sheet]!.heading} · ${spokenName(bodyOf(body))} · ${printHalfYear(halfYear)}${synthetic ? " · Beispieldaten – frei erfunden" : ""}`,
  }));
const placeCells = (places: Places): Placed[] => places.map((place, i) => ({sheet: "_Listen", address: `${placeColumn}${i + 2}`, content: entryOf(place)}));

const parts = (name: string, halfYear: HalfYear, scale: number) => Number(decimalText(parameterAt(name, halfYear), scale));
const presetValues = ({body, halfYear, prefill}: TemplateRequest, {municipal}: Variant): Record<string, CellContent> => {
  const {approvals, previous} = prefill;
  const adminMax = parameterAt("va_max", halfYear);
  const coordination = approvals.B1 && {V_KO_MAX: Number(decimalText(fromDecimalText(approvals.B1.vzae, 2) - adminMax, 2))};
  return {
    V_STICHTAG: dayNumber(stichtag(halfYear)), V_EIGEN_AGS: bodyOf(body).ags, V_BLATT11: municipal ? 1 : 0, V_ERSTE: previous.halfYear === null ? 1 : 0,
    ...coordination, V_VA_MAX: parts("va_max", halfYear, 2), ...(approvals.B2 && {V_CM_MAX: Number(approvals.B2.vzae)}), ...(approvals.B3 && {V_B3_MAX: Number(approvals.B3.vzae)}),
    V_EUR_CM: parts("foerderbetrag_cm", halfYear, 2), V_EUR_B3: parts("foerderbetrag_b3", halfYear, 2), V_PB_MAX: parts("prozessbegleitung_max", halfYear, 2),
    V_KA_GRENZE: parts("ka_grenze", halfYear, 2), V_SO_GRENZE: parts("sonstige_grenze", halfYear, 2),
    ...Object.fromEntries(Object.entries(previous.figures).map(([name, value]) => [name, Number(value)])),
  };
};
const listCells = ({key, value}: {key: string; value: string}, entries: readonly (readonly [string, CellContent])[]): Placed[] =>
  entries.flatMap(([name, content], i) => [{sheet: "_Vorgaben", address: `${key}${i + 2}`, content: name}, {sheet: "_Vorgaben", address: `${value}${i + 2}`, content}]);
const presetCells = (request: TemplateRequest, variant: Variant): Placed[] => {
  const {sites, naturalisation, gaps} = request.prefill.previous;
  const numbers = (values: Readonly<Record<string, string>>) => Object.entries(values).map(([name, value]) => [name, Number(value)] as const);
  return [
    ...Object.entries(presetValues(request, variant)).map(([name, content]) => ({sheet: "_Vorgaben", address: `B${presetRow(name)}`, content})),
    ...listCells(previousLists.ORT, numbers(sites)), ...listCells(previousLists.EBH, numbers(naturalisation)), ...listCells(previousLists.LUECKE, Object.entries(gaps)),
  ];
};
/** Column N of 09 and column D of 12: shown beside the cells to fill in, locked. */
const previousCells = ({prefill: {rows, previous}}: TemplateRequest): Placed[] => [
  ...(rows.T09 ?? []).flatMap(({key}, i) => { const code = previous.gaps[key]; return code === undefined ? [] : [{sheet: "09_Systemluecken", address: `N${7 + i}`, content: codeListOf("CL_LUECKE_STATUS").entry(code)}]; }),
  ...Object.entries(previous.spent).map(([key, value]) => ({sheet: "12_Finanzen", address: `D${6 + Number(key.slice(1))}`, content: Number(value)})),
];
const metaCells = (entries: ReturnType<typeof identityEntries>): Placed[] => entries.map(([name, content]) => ({sheet: "_meta", address: `B${identityRows.indexOf(name as (typeof identityRows)[number]) + 1}`, content}));

const sheetAndCell = (text: string): readonly [string, string] => {
  const at = text.lastIndexOf("!");
  if (at < 0) throw new Error(`invalid cell: ${text}`);
  return [text.slice(0, at), text.slice(at + 1)];
};
const gathered = (placed: readonly Placed[], typed: TypedCells): Map<string, Map<string, CellContent | null>> => {
  const contents = new Map<string, Map<string, CellContent | null>>();
  const put = (sheet: string, address: string, content: CellContent | null) => contents.set(sheet, (contents.get(sheet) ?? new Map()).set(address, content));
  for (const {sheet, address, content} of placed) put(sheet, address, content);
  for (const [cell, content] of Object.entries(typed)) put(...sheetAndCell(cell), content);
  return contents;
};
/** Caches the result of every formula, unless somebody typed over it. */
const calculate = (contents: Map<string, Map<string, CellContent | null>>, computed: readonly Computed[]): Contents => {
  for (const {sheet, address, result} of computed) {
    const look: Look = (at, of = sheet) => contents.get(of)?.get(at) ?? "";
    const cells = contents.get(sheet) ?? new Map<string, CellContent | null>();
    if (!cells.has(address)) contents.set(sheet, cells.set(address, result(look)));
  }
  return contents;
};

/** The default font decides how wide a column is; the library fixes it to Calibri, which not every system has. */
const plainFont = (xml: string) => xml.replace('<scheme val="minor"/><sz val="11"/><name val="Calibri"/>', '<sz val="10"/><name val="Arial"/>');
/** The library writes print areas as `$A1:$Q86`, which other programs do not take. */
const absolute = (xml: string) => xml.replace(/!\$([A-Z]+)(\d+):\$([A-Z]+)(\d+)</g, "!$$$1$$$2:$$$3$$$4<");
const partChanges = (request: TemplateRequest, entries: ReturnType<typeof identityEntries>, places: Places): PartChange[] => {
  const created = `${firstDay(request.halfYear)}T00:00:00Z`;
  return [
    {path: "xl/workbook.xml", change: (xml) => absolute(xml).replace(/(<definedName name="L_ORTE">)[^<]*/, `$1_Listen!$$${placeColumn}$$2:$$${placeColumn}$$${places.length + 1}`)},
    {path: "xl/styles.xml", change: plainFont},
    {path: "docProps/custom.xml", change: () => customProperties(entries)},
    {path: "docProps/core.xml", change: (xml) => xml.replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, `$1${created}`)},
    {path: "[Content_Types].xml", change: (xml) => xml.replace("</Types>", '<Override PartName="/docProps/custom.xml" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/></Types>')},
    {path: "_rels/.rels", change: (xml) => xml.replace("</Relationships>", '<Relationship Id="rIdCustom" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties" Target="docProps/custom.xml"/></Relationships>')},
  ];
};

/** A return: the prefilled form with answers in it, and single cells typed over as a person would. */
export const fillReturn = async (request: TemplateRequest, answers: FilledTables, typed: TypedCells = {}): Promise<Uint8Array> => {
  const variant = variantOf(request.body, request.halfYear, request.synthetic);
  const {blank, computed} = await readyFor(variant);
  const places = placeEntries(bodyOf(request.body));
  const entries = identityEntries({...request, form: variant.form});
  const known = placeRows(variant.form, knownRows(request, variant), (column) => column.status === "prefilled", placeEntry(places));
  const answered = placeRows(variant.form, answers, (column) => column.status !== "computed", placeEntry(places));
  const around = [titleCells(request, variant), placeCells(places), presetCells(request, variant), previousCells(request), metaCells(entries)].flat();
  const inForm = (placed: Placed) => variant.municipal || placed.sheet !== "11_Kommunen";
  const contents = calculate(gathered([...around, ...known, ...answered].filter(inForm), typed), computed);
  return fillPackage(blank, contents, partChanges(request, entries, places));
};

/** The prefilled form as .xlsx; the same request gives the same bytes. */
export const fillTemplate = (request: TemplateRequest): Promise<Uint8Array> => fillReturn(request, {});
