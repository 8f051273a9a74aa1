import {type Cells, here, sum, total} from "./expression.ts";

/** Figures several rules compare with: cases and consultations of sheet 03, per site and of the whole body. */
export const site = (field: string, options: Partial<Cells> = {}) => here("T03", field, options);
const all = (field: string) => total("T03", field);

export const atStart = all("cm_bestand_anfang");
export const admitted = all("cm_neu");
export const closed = all("cm_beendet");
export const atEnd = all("cm_bestand_ende");
/** Cases worked on in the half-year: start + new. */
export const inWork = sum(atStart, admitted);

const kinds = ["erstberatungen", "verweisberatungen", "folgeberatungen_ohne_cm", "folgeberatungen"] as const;
export const consultationsAtSite = sum(...kinds.map((field) => site(field)), site("beratungen_ohne_zuordnung", {ifEmpty: "zero"}));
/** Consultations of all sites, the unassigned ones included. */
export const consultations = sum(...kinds.map((field) => all(field)), total("T03", "beratungen_ohne_zuordnung", {ifEmpty: "zero"}));
/** Consultations as far as they are known. */
export const knownConsultations = sum(...[...kinds, "beratungen_ohne_zuordnung"].map((field) => total("T03", field, {ifEmpty: "zero", ifUnknown: "leave out"})));
