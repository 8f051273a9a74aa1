import type {Checked, Finding} from "../../schemas/flow.ts";
import {verdictOf} from "./judge.ts";

const accepted = (finding: Finding): Finding => {
  if (finding.rule !== "STR-012") return finding;
  const {wert, lesart} = {wert: finding.found, lesart: finding.expected};
  const place = "cell" in finding.at ? `${finding.at.sheet}!${finding.at.cell}` : "sheet" in finding.at ? finding.at.sheet : "Datei";
  return {...finding, severity: "note", message: `${place}: ${wert} wurde als ${lesart} gelesen. Die meldende Stelle hat das bestätigt; es ist nichts zu tun.`};
};

/** The result for a file whose sender has confirmed the repair plan (STR-012): each repair stays told, none of them blocks. */
export const acceptRepairs = (checked: Checked): Checked => {
  const findings = checked.findings.map(accepted);
  return {...checked, findings, verdict: verdictOf(findings)};
};
