import {type Approved, type Context, nothingKnown, type PreviousReturn} from "../../../schemas/context.ts";
import {fieldOf} from "../../../schemas/fields/registry.ts";
import type {Cell} from "../../../schemas/flow.ts";
import {type HalfYear, previousHalfYear} from "../../../schemas/half-year.ts";
import {type PresetValues, presetValuesOf} from "../../../schemas/layouts/presets.ts";
import {fromDecimalText} from "../../../schemas/units.ts";

type At = Pick<Cell, "table" | "field" | "row"> & {readonly part?: Cell["part"]};
/** Cells that were never in a sheet: a figure printed in `_Vorgaben`, at the place it had in the return. */
const printed = ({table, field, row, part = "input"}: At): Pick<Cell, "table" | "field" | "row" | "part" | "sheet" | "address"> => ({
  table,
  field,
  row,
  part,
  sheet: "_Vorgaben",
  address: "",
});
const numberCell = (at: At, text: string): Cell => ({
  ...printed(at),
  state: "number",
  text,
  value: fromDecimalText(text, fieldOf(at.field).scale),
  code: null,
});
const codeCell = (at: At, code: string): Cell => ({...printed(at), state: "code", text: code, value: null, code});

/** Sums over all rows stand in a row `*`; those over the posts of a Baustein in a row that says whose posts they are. */
const figures: Readonly<Record<string, readonly At[]>> = {
  V_KOOP_ENDE: [{table: "T08K", field: "koop_ende", row: "-", part: "computed"}],
  V_LG_VOR: [{table: "T08G", field: "sitzungen", row: "LG"}],
  V_PB_VOR: [{table: "T08Q", field: "prozessbegl_tage", row: "-"}],
  V_NEU_VOR: [{table: "T03", field: "cm_neu", row: "*"}],
  V_BER_VOR: [{table: "T03", field: "beratungen_gesamt", row: "*", part: "computed"}],
  V_VZM_CM_VOR: [{table: "T02", field: "vzae_monate", row: "*CM"}],
  V_VZM_B3_VOR: [{table: "T02", field: "vzae_monate", row: "*B3"}],
};
const functions: Readonly<Record<string, string>> = {"*CM": "CM", "*B3": "ABH"};

const cellsOf = ({named, lists}: PresetValues): Cell[] => {
  const sums = Object.entries(figures).flatMap(([name, places]) => (named[name] === undefined ? [] : places.map((at) => numberCell(at, named[name]!))));
  return [
    ...sums.flatMap((cell) => (functions[cell.row] === undefined ? [] : [codeCell({table: "T02", field: "funktion", row: cell.row}, functions[cell.row]!)])),
    ...sums,
    ...Object.entries(lists.ORT).map(([row, text]) => numberCell({table: "T03", field: "cm_bestand_ende", row}, text)),
    ...Object.entries(lists.EBH).map(([ags, text]) => numberCell({table: "T10E", field: "eb_ende", row: `EBH:${ags}`}, text)),
    ...Object.entries(lists.LUECKE).map(([row, code]) => codeCell({table: "T09", field: "status", row}, code)),
  ];
};

const previousOf = (values: PresetValues, halfYear: HalfYear): PreviousReturn => {
  const cells = values.named["V_ERSTE"] === "1.00" ? null : cellsOf(values);
  return {halfYear: previousHalfYear(halfYear), whole: false, now: cells, atArrival: cells};
};

/** The ceiling of the coordination is printed without the Verwaltungsassistenz, which B1 includes. */
const approvedOf = ({named}: PresetValues): Approved | null => {
  const hundredths = (name: string) => (named[name] === undefined ? null : fromDecimalText(named[name], 2));
  const [ko, va, cm, b3] = ["V_KO_MAX", "V_VA_MAX", "V_CM_MAX", "V_B3_MAX"].map(hundredths);
  const posts = {B1: ko == null || va == null ? null : ko + va, B2: cm, B3: b3};
  const approved = Object.entries(posts).flatMap(([baustein, vzae]) => (vzae == null ? [] : [[baustein, {vzae, euro: hundredths(`V_${baustein}_EUR`) ?? 0n}]]));
  return approved.length === 0 ? null : (Object.fromEntries(approved) as Approved);
};

/** What a form itself says beside its cells, once its signature was found genuine: approvals and the figures of the half-year before. */
export const contextOfPresets = (text: string, halfYear: HalfYear): Context => {
  const values = presetValuesOf(text);
  return {...nothingKnown, previous: previousOf(values, halfYear), approvals: approvedOf(values)};
};
