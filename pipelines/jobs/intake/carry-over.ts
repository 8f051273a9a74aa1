import {bausteinOf} from "../../../schemas/codes/baustein.ts";
import {bodyOf, hasMunicipalities} from "../../../schemas/codes/bodies.ts";
import {municipalitiesOf} from "../../../schemas/codes/municipalities.ts";
import {fieldOf} from "../../../schemas/fields/registry.ts";
import type {Cell, Finding, Reading} from "../../../schemas/flow.ts";
import type {HalfYear} from "../../../schemas/half-year.ts";
import {formFor} from "../../../schemas/layouts/forms.ts";
import type {Table} from "../../../schemas/layouts/layout.ts";
import type {FilledRow, FilledTables, Prefill} from "../../../schemas/prefill.ts";
import {decimalText} from "../../../schemas/units.ts";

type Known = {
  readonly body: string;
  readonly halfYear: HalfYear;
  readonly approvals: Prefill["approvals"];
  readonly previous: Reading | null;
  /** Findings of the previous return, with what the body said about them. */
  readonly findings: readonly Finding[];
};

const wire = ({field, state, value, code}: Cell): string | null =>
  state === "number" || state === "implied" ? decimalText(value!, fieldOf(field).scale) : state === "unknown" ? null : code;
const closed = new Set(["6", "8"]);
/** What opens this half-year is what closed the last one. */
const openings: Readonly<Record<string, string>> = {cm_bestand_anfang: "cm_bestand_ende", eb_anfang: "eb_ende"};

/** The input cells of the previous return, by field and row. */
const indexed = (previous: Reading | null) => {
  const inputs = (previous?.cells ?? []).filter(({part}) => part === "input" || part === "key");
  const byPlace = new Map(inputs.map((cell) => [`${cell.table} ${cell.field} ${cell.row}`, cell]));
  const byField = Map.groupBy(inputs, ({field}) => field);
  const entry = (table: string, field: string, row: string) => {
    const cell = byPlace.get(`${table} ${field} ${row}`);
    return cell === undefined ? null : wire(cell);
  };
  const sum = (field: string, wanted: (cell: Cell) => boolean = () => true) =>
    (byField.get(field) ?? []).filter(wanted).reduce((total, {value}) => total + (value ?? 0n), 0n);
  return {inputs, entry, sum};
};
type Index = ReturnType<typeof indexed>;

const rowKeys = (table: Table, {inputs, entry}: Index, body: string): string[] => {
  const used = [...new Set(inputs.filter((cell) => cell.table === table.id && cell.part === "input").map(({row}) => row))];
  if (table.id === "T09") return used.filter((row) => !closed.has(entry("T09", "status", row) ?? ""));
  if (table.id === "T11" && used.length === 0) return municipalitiesOf(bodyOf(body)).map(({ags}) => ags);
  return used;
};
const koopEnd = ({sum}: Index) => sum("koop_anfang") + sum("koop_neu") - sum("koop_beendet");

const carriedRow = (table: Table, key: string, index: Index): FilledRow => {
  const prefilled = table.columns.filter(({status, field}) => status === "prefilled" && field !== undefined).map(({field}) => field!);
  const values = prefilled.map(
    (field) => [field, field === "koop_anfang" ? String(koopEnd(index)) : index.entry(table.id, openings[field] ?? field, key)] as const,
  );
  return {key, values: Object.fromEntries(values.filter((pair): pair is readonly [string, string] => pair[1] !== null))};
};
/** Identity, contact date and version are never carried over: the new form states its own. */
const ownToEachForm = new Set(["melde_key", "periode", "version", "formular_version", "meldungsart"]);
const carriedTable = (table: Table, index: Index, body: string): FilledRow[] =>
  rowKeys(table, index, body)
    .map((key) => carriedRow(table, key, index))
    .map(({key, values}) => ({key, values: Object.fromEntries(Object.entries(values).filter(([field]) => !ownToEachForm.has(field)))}));

const byRow = ({inputs}: Index, field: string) =>
  Object.fromEntries(inputs.filter((cell) => cell.field === field && wire(cell) !== null).map((cell) => [cell.row.replace(/^EBH:/, ""), wire(cell)!]));
const consultations = ["erstberatungen", "verweisberatungen", "folgeberatungen_ohne_cm", "folgeberatungen", "beratungen_ohne_zuordnung"];
const figures = (index: Index, sameYear: boolean): Record<string, string> => {
  const functions = byRow(index, "funktion");
  const months = (baustein: string) => index.sum("vzae_monate", ({row}) => functions[row] !== undefined && bausteinOf(functions[row]) === baustein);
  return {
    V_KOOP_ENDE: String(koopEnd(index)),
    V_LG_VOR: String(index.sum("sitzungen", ({row}) => row === "LG")),
    V_NEU_VOR: String(index.sum("cm_neu")),
    V_BER_VOR: String(consultations.reduce((total, field) => total + index.sum(field), 0n)),
    ...(sameYear
      ? {V_PB_VOR: decimalText(index.sum("prozessbegl_tage"), 2), V_VZM_CM_VOR: decimalText(months("B2"), 2), V_VZM_B3_VOR: decimalText(months("B3"), 2)}
      : {}),
  };
};

const mostRows = 60;
/** What was explained is proposed again; the place is the sheet, for addresses may have moved. */
const explainedBefore = (findings: readonly Finding[]): FilledRow[] => {
  const said = findings.flatMap(({rule, at, explanation}) =>
    explanation === undefined || !("sheet" in at) ? [] : [{regel_id: rule, fundstelle: at.sheet, erlaeuterung: explanation.text}],
  );
  const different = [...new Map(said.map((values) => [Object.values(values).join("|"), values])).values()];
  return different.slice(0, mostRows).map((values, i) => ({key: String(i + 1), values}));
};

/**
 * What is known of a body before it fills in a form: approvals, and from its previous accepted return closing stocks as opening stocks,
 * posts, sites, municipalities, cover answers and the gaps still open. Without a previous return only approvals and municipalities.
 */
export const carryOver = ({body, halfYear, approvals, previous, findings}: Known): Prefill => {
  const index = indexed(previous);
  const asked = ({onlyFor}: Table) => onlyFor === undefined || hasMunicipalities(bodyOf(body));
  const wanted = formFor(halfYear).tables.filter((table) => asked(table) && table.columns.some(({status}) => status === "prefilled"));
  const rows: FilledTables = Object.fromEntries(
    wanted.map((table) => [table.id, carriedTable(table, index, body)] as const).filter(([, carried]) => carried.length > 0),
  );
  const sameYear = previous?.halfYear?.slice(0, 4) === halfYear.slice(0, 4);
  const explained = explainedBefore(findings);
  return {
    approvals,
    rows: explained.length === 0 ? rows : {...rows, T13: explained},
    previous: {
      halfYear: previous?.halfYear ?? null,
      sites: byRow(index, "cm_bestand_ende"),
      naturalisation: byRow(index, "eb_ende"),
      gaps: byRow(index, "status"),
      spent: sameYear ? byRow(index, "eur_verausgabt") : {},
      figures: previous === null ? {} : figures(index, sameYear),
    },
  };
};
