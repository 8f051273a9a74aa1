import {cellNames} from "../../../schemas/cell-names.ts";
import type {Checked, Reading} from "../../../schemas/flow.ts";
import {verdictOf} from "../judge.ts";

/** The rule that keeps a file out of the archive. */
export const refusing = "DS-001";

/** What remains when the sender has answered "kein Personenbezug" for cells, named as the ledger names them: those hits of DS-001 are gone, everything else stands. */
export const settled = (reading: Pick<Reading, "cells" | "sheets">, checked: Checked, answered: ReadonlySet<string>): Checked => {
  if (answered.size === 0 || !checked.findings.some(({rule}) => rule === refusing)) return checked;
  const nameOf = cellNames(reading);
  const findings = checked.findings.filter(({rule, at}) => rule !== refusing || !answered.has(nameOf(at)));
  return {...checked, verdict: verdictOf(findings), findings};
};
