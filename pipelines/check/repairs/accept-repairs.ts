import type {Checked, Finding} from "../../../schemas/flow.ts";
import {placeText} from "../finding.ts";
import {verdictOf} from "../judge.ts";

const accepted = (finding: Finding): Finding => {
  if (finding.rule !== "STR-012") return finding;
  const message = `${placeText(finding.at)}: ${finding.found} wurde als ${finding.expected} gelesen. Die meldende Stelle hat das bestätigt; es ist nichts zu tun.`;
  return {...finding, severity: "note", message};
};

/** The result for a file whose sender has confirmed the repair plan (STR-012): each repair stays told, none of them blocks. */
export const acceptRepairs = (checked: Checked): Checked => {
  const findings = checked.findings.map(accepted);
  return {...checked, findings, verdict: verdictOf(findings)};
};
