import type {Column} from "../../schemas/layouts/layout.ts";
import {bodyOf} from "../../schemas/codes/bodies.ts";
import {municipalitiesOf, placeEntries} from "../../schemas/codes/municipalities.ts";
import {firstDay} from "../../schemas/half-year.ts";
import type {Sealer} from "../../schemas/layouts/presets.ts";
import type {FilledTables, TemplateRequest} from "../../schemas/prefill.ts";
import {blankForm} from "./blank/blank-form.ts";
import {placeColumn} from "./blank/reference-sheets.ts";
import {type CellContent, type Computed, computedCells, type Look} from "./computed.ts";
import {customProperties, identityEntries} from "./identity.ts";
import {type BlankPackage, type Contents, fillPackage, openPackage, type PartChange} from "./package.ts";
import {type Placed, placeRows} from "./placement.ts";
import {entryOf, type Places, surroundings} from "./surroundings.ts";
import {type Variant, variantName, variantOf} from "./variant.ts";
import {rowHeights} from "./wrapped-lines.ts";

/** What a form already shows when it goes out; explanations of the last half-year are proposed again. */
const isCarriedOver = ({status, field}: Column) => status === "prefilled" || field === "regel_id" || field === "fundstelle" || field === "erlaeuterung";

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

const placeEntry = (places: Places) => (ags: string) => {
  const found = places.find((each) => each.ags === ags);
  return found === undefined ? ags : entryOf(found);
};

/** Cover answers that no body has to type, approved sums, all municipalities: known without any earlier return. */
const knownRows = ({body, halfYear, version, prefill}: TemplateRequest, {form}: Variant): FilledTables => {
  const own = bodyOf(body);
  const rows = prefill.rows;
  const cover = {meldungsart: "V", ...rows.T01?.[0]?.values, melde_key: body, periode: halfYear, version: String(version), formular_version: form.version};
  const approved = Object.entries(prefill.approvals).map(([key, {euro}]) => ({key, values: {eur_bewilligt: euro}}));
  return {...rows, T01: [{key: "-", values: cover}], T11: rows.T11 ?? municipalitiesOf(own).map(({ags}) => ({key: ags, values: {}})), T12A: approved};
};
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

const partChanges = (request: TemplateRequest, entries: ReturnType<typeof identityEntries>, places: Places): PartChange[] => {
  const created = `${firstDay(request.halfYear)}T00:00:00Z`;
  return [
    {
      path: "xl/workbook.xml",
      change: (xml) => xml.replace(/(<definedName name="L_ORTE">)[^<]*/, `$1_Listen!$$${placeColumn}$$2:$$${placeColumn}$$${places.length + 1}`),
    },
    {path: "docProps/custom.xml", change: () => customProperties(entries)},
    // Results stored by Excel are believed by LibreOffice, and texts among them are lost when it saves as .xls; ours it computes anew.
    {path: "docProps/app.xml", change: (xml) => xml.replace(/(<Application>)[^<]*/, "$1KIM-Controlling")},
    {path: "docProps/core.xml", change: (xml) => xml.replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, `$1${created}`)},
    {
      path: "[Content_Types].xml",
      change: (xml) =>
        xml.replace(
          "</Types>",
          '<Override PartName="/docProps/custom.xml" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/></Types>',
        ),
    },
    {
      path: "_rels/.rels",
      change: (xml) =>
        xml.replace(
          "</Relationships>",
          '<Relationship Id="rIdCustom" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties" Target="docProps/custom.xml"/></Relationships>',
        ),
    },
  ];
};

/** A return: the prefilled form with answers in it, and single cells typed over as a person would. With a sealer its presets are signed. */
export const fillReturn = async (request: TemplateRequest, answers: FilledTables, typed: TypedCells = {}, sealed?: Sealer): Promise<Uint8Array> => {
  const variant = variantOf(request.body, request.halfYear, request.synthetic);
  const {blank, computed} = await readyFor(variant);
  const places = placeEntries(bodyOf(request.body));
  const entries = identityEntries({...request, form: variant.form});
  const known = placeRows(variant.form, knownRows(request, variant), isCarriedOver, placeEntry(places));
  const answered = placeRows(variant.form, answers, (column) => column.status !== "computed", placeEntry(places));
  const around = surroundings(request, variant, places, sealed);
  const inForm = (placed: Placed) => variant.municipal || placed.sheet !== "11_Kommunen";
  const contents = calculate(gathered([...around, ...known, ...answered].filter(inForm), typed), computed);
  return fillPackage(blank, contents, rowHeights(variant.form, contents), partChanges(request, entries, places));
};

/** The prefilled form as .xlsx; the same request and key give the same bytes. */
export const fillTemplate = (request: TemplateRequest, sealed?: Sealer): Promise<Uint8Array> => fillReturn(request, {}, {}, sealed);
