import {previousHalfYear} from "../../../../schemas/half-year.ts";
import type {Verdicts} from "../../compare.ts";
import {faultAt} from "../../finding.ts";
import type {ReturnView} from "../../return-view.ts";

const holds: Verdicts = {faults: [], gaps: []};

/** XP-003: nothing was accepted for the half-year before, although there was a form for it. */
export const noPreviousReturn = (view: ReturnView): Verdicts => {
  const {previous} = view.context;
  const cell = view.cellAt("T01", "periode", "-");
  if (previous?.now !== null || view.halfYear === null || cell === undefined || previousHalfYear(view.halfYear) < view.form.validFrom) return holds;
  return {faults: [faultAt(cell, "eine angenommene Meldung des Vorhalbjahres", {found: "keine"})], gaps: []};
};

/** XP-004: an earlier return states the same version number; the order of arrival decides. */
export const versionUsed = (view: ReturnView): Verdicts => {
  const {receipt} = view.context;
  const cell = view.cellAt("T01", "version", "-");
  if (receipt === null || cell === undefined || cell.value === null || !receipt.usedVersions.includes(Number(cell.value))) return holds;
  return {faults: [faultAt(cell, String(receipt.version), {fill: {version: String(cell.value), neu: String(receipt.version)}})], gaps: []};
};
