import {bodyOf, spokenName} from "../../schemas/codes/bodies.ts";
import {codeListOf} from "../../schemas/codes/lists.ts";
import type {placeEntries} from "../../schemas/codes/municipalities.ts";
import {type HalfYear, stichtag} from "../../schemas/half-year.ts";
import {presetRow, presetsText, previousLists, type Sealer, sealRows} from "../../schemas/layouts/presets.ts";
import {parameterAt} from "../../schemas/parameters.ts";
import type {TemplateRequest} from "../../schemas/prefill.ts";
import {decimalText, fromDecimalText, printHalfYear} from "../../schemas/units.ts";
import {placeColumn} from "./blank/reference-sheets.ts";
import {parameterCells} from "./blank/check/parameter-cells.ts";
import {sheetNames, sheetTexts} from "./blank/sheets.ts";
import {dayNumber} from "./columns.ts";
import type {CellContent} from "./computed.ts";
import {identityEntries, identityRows} from "./identity.ts";
import type {Placed} from "./placement.ts";
import type {Variant} from "./variant.ts";

/** The body's own municipalities as they stand in the drop-down. */
export type Places = ReturnType<typeof placeEntries>;
export const entryOf = ({ags, label}: Places[number]) => `${ags} ${label}`;

const titleCells = ({body, halfYear, synthetic}: TemplateRequest, {form, municipal}: Variant): Placed[] =>
  sheetNames(form, municipal).map((sheet) => ({
    sheet,
    address: "A1",
    content: `${sheet.slice(0, sheet.indexOf("_"))} ${sheetTexts[sheet]!.heading} · ${spokenName(bodyOf(body))} · ${printHalfYear(halfYear)}${synthetic ? " · Beispieldaten – frei erfunden" : ""}`,
  }));
const placeCells = (places: Places): Placed[] => places.map((place, i) => ({sheet: "_Listen", address: `${placeColumn}${i + 2}`, content: entryOf(place)}));

const parts = (name: string, halfYear: HalfYear, scale: number) => Number(decimalText(parameterAt(name, halfYear), scale));
const presetValues = ({body, halfYear, prefill}: TemplateRequest, {municipal}: Variant): Record<string, CellContent> => {
  const {approvals, previous} = prefill;
  const adminMax = parameterAt("va_max", halfYear);
  const coordination = approvals.B1 && {V_KO_MAX: Number(decimalText(fromDecimalText(approvals.B1.vzae, 2) - adminMax, 2))};
  return {
    V_STICHTAG: dayNumber(stichtag(halfYear)),
    V_EIGEN_AGS: bodyOf(body).ags,
    V_BLATT11: municipal ? 1 : 0,
    V_ERSTE: previous.halfYear === null ? 1 : 0,
    ...coordination,
    V_VA_MAX: parts("va_max", halfYear, 2),
    ...(approvals.B2 && {V_CM_MAX: Number(approvals.B2.vzae)}),
    ...(approvals.B3 && {V_B3_MAX: Number(approvals.B3.vzae)}),
    V_EUR_CM: parts("foerderbetrag_cm", halfYear, 2),
    V_EUR_B3: parts("foerderbetrag_b3", halfYear, 2),
    V_PB_MAX: parts("prozessbegleitung_max", halfYear, 2),
    V_KA_GRENZE: parts("ka_grenze", halfYear, 2),
    V_SO_GRENZE: parts("sonstige_grenze", halfYear, 2),
    ...Object.fromEntries(Object.entries(approvals).map(([baustein, {euro}]) => [`V_${baustein}_EUR`, Number(euro)])),
    ...Object.fromEntries(Object.entries(previous.figures).map(([name, value]) => [name, Number(value)])),
  };
};
const listCells = ({key, value}: {key: string; value: string}, entries: readonly (readonly [string, CellContent])[]): Placed[] =>
  entries.flatMap(([name, content], i) => [
    {sheet: "_Vorgaben", address: `${key}${i + 2}`, content: name},
    {sheet: "_Vorgaben", address: `${value}${i + 2}`, content},
  ]);
const presetCells = (request: TemplateRequest, variant: Variant): Placed[] => {
  const {sites, naturalisation, gaps} = request.prefill.previous;
  const numbers = (values: Readonly<Record<string, string>>) => Object.entries(values).map(([name, value]) => [name, Number(value)] as const);
  return [
    ...Object.entries(presetValues(request, variant)).map(([name, content]) => ({sheet: "_Vorgaben", address: `B${presetRow(name)}`, content})),
    ...listCells(previousLists.ORT, numbers(sites)),
    ...listCells(previousLists.EBH, numbers(naturalisation)),
    ...listCells(previousLists.LUECKE, Object.entries(gaps)),
  ];
};
/** Column N of 09 and column D of 12: shown beside the cells to fill in, locked. */
const previousCells = ({prefill: {rows, previous}}: TemplateRequest): Placed[] => [
  ...(rows.T09 ?? []).flatMap(({key}, i) => {
    const code = previous.gaps[key];
    return code === undefined ? [] : [{sheet: "09_Systemluecken", address: `N${7 + i}`, content: codeListOf("CL_LUECKE_STATUS").entry(code)}];
  }),
  ...Object.entries(previous.spent).map(([key, value]) => ({sheet: "12_Finanzen", address: `D${6 + Number(key.slice(1))}`, content: Number(value)})),
];
const metaCells = (entries: ReturnType<typeof identityEntries>): Placed[] =>
  entries.map(([name, content]) => ({sheet: "_meta", address: `B${identityRows.indexOf(name as (typeof identityRows)[number]) + 1}`, content}));

/** The signature over the presets as they are written, below the identity. */
const sealCells = ({body, halfYear}: TemplateRequest, {form}: Variant, preset: readonly Placed[], sealed: Sealer | undefined): Placed[] => {
  if (sealed === undefined) return [];
  const cells = new Map(preset.map(({address, content}) => [address, content]));
  const {hash, signature, key} = sealed(presetsText({body, halfYear, formVersion: form.version}, (address) => cells.get(address) ?? null));
  const values = [hash, signature, key];
  return sealRows.map((_, i) => ({sheet: "_meta", address: `B${identityRows.length + i + 1}`, content: values[i]!}));
};

/** What the form says around its tables and nobody reads as data: titles, identity, places, presets with their signature, asides. */
export const surroundings = (request: TemplateRequest, variant: Variant, places: Places, sealed?: Sealer): Placed[] => {
  const preset = presetCells(request, variant);
  return [
    ...titleCells(request, variant),
    ...placeCells(places),
    ...preset,
    ...parameterCells(request.halfYear),
    ...previousCells(request),
    ...metaCells(identityEntries({...request, form: variant.form})),
    ...sealCells(request, variant, preset, sealed),
  ];
};
