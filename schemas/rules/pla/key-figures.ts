import type {FieldName} from "../../fields/registry.ts";
import {admitted, atEnd, closed, consultations} from "../terms/cases.ts";
import {type Expression, total} from "../terms/expression.ts";

/**
 * A figure of the whole body that is compared over time and between bodies; it has the name of its field.
 * `exposure`: it grows with the occupied months of the case managers, and is compared as a rate wherever they are known; null: it is taken as it is.
 */
export type KeyFigure = {
  readonly name: FieldName;
  readonly table: string;
  readonly of: Expression;
  readonly exposure: typeof managerMonths | null;
};

/** Name of the exposure among the key figures: occupied VZÄ-months of case managers in the half-year, in hundredths. */
export const managerMonths = "vzae_monate";
/** How it is taken from a return. */
export const managerMonthsOf: Expression = total("T02", "vzae_monate", {where: [{field: "funktion", is: ["CM"]}]});

/**
 * Few on purpose: every figure more makes a true shift harder to see among the chance ones. Parts of figures that stand here (status, origin, topics)
 * must add up to them (SUM, XS), so a slip in a part shows there. Agreements are carried over (XP);
 * meetings, events and training days go up and down by their nature, nothing could be said of them.
 */
export const keyFigures: readonly KeyFigure[] = [
  {name: "cm_neu", table: "T03", of: admitted, exposure: managerMonths},
  {name: "cm_beendet", table: "T03", of: closed, exposure: managerMonths},
  {name: "cm_bestand_ende", table: "T03", of: atEnd, exposure: managerMonths},
  {name: "cm_personen_ende", table: "T03", of: total("T03", "cm_personen_ende"), exposure: managerMonths},
  {name: "erstberatungen", table: "T03", of: total("T03", "erstberatungen"), exposure: managerMonths},
  {name: "verweisberatungen", table: "T03", of: total("T03", "verweisberatungen"), exposure: managerMonths},
  {name: "folgeberatungen_ohne_cm", table: "T03", of: total("T03", "folgeberatungen_ohne_cm"), exposure: managerMonths},
  {name: "folgeberatungen", table: "T03", of: total("T03", "folgeberatungen"), exposure: managerMonths},
  {name: "beratungen_gesamt", table: "T03", of: consultations, exposure: managerMonths},
  {name: "verweis_n", table: "T06R", of: total("T06R", "verweis_n"), exposure: managerMonths},
  {name: "eb_vollz_personen", table: "T10E", of: total("T10E", "eb_vollz_personen"), exposure: null},
];
