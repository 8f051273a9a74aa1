import {findBody, spokenName} from "../../../schemas/codes/bodies.ts";
import {type Severity, severityWords, type Verdict} from "../../../schemas/flow.ts";
import type {HalfYear} from "../../../schemas/half-year.ts";
import {oneLine} from "../../effects/printable.ts";
import {printHalfYear} from "../../../schemas/units.ts";
import type {CheckedFile, CheckedFinding} from "./check-files.ts";

/** What a verdict means for the sender. */
export const verdictWords: Readonly<Record<Verdict, string>> = {
  accepted: "angenommen",
  "accepted-with-warnings": "angenommen, mit Warnungen",
  rejected: "nicht angenommen",
};
const order: readonly Severity[] = ["error", "warning", "note"];
const plural: Readonly<Record<Severity, string>> = {error: "Fehler", warning: "Warnungen", note: "Hinweise"};

/** Whose return for when, as far as the file says so. */
export const titleOf = ({file, body, halfYear}: Pick<CheckedFile, "file" | "body" | "halfYear">) => {
  const known = body === null ? undefined : findBody(body);
  return [oneLine(file), known && spokenName(known), halfYear && printHalfYear(halfYear as HalfYear)].filter(Boolean).join(" · ");
};
const counts = (findings: readonly CheckedFinding[]) =>
  order
    .map((severity) => [findings.filter((finding) => finding.severity === severity).length, severity] as const)
    .filter(([n]) => n > 0)
    .map(([n, severity]) => `${n} ${n === 1 ? severityWords[severity] : plural[severity]}`)
    .join(", ");

const fileText = (checked: CheckedFile): string => {
  const {verdict, findings} = checked;
  const lines = order.flatMap((severity) =>
    findings.filter((finding) => finding.severity === severity).map(({rule, message}) => `  ${severityWords[severity]} ${rule}  ${message}`),
  );
  return [titleOf(checked), `  ${verdictWords[verdict]}${findings.length > 0 ? `: ${counts(findings)}` : ", keine Befunde"}`, ...lines].join("\n");
};

/** The findings of all files in German, errors first. */
export const checkText = (files: readonly CheckedFile[]): string => {
  const rejected = files.filter(({verdict}) => verdict === "rejected").length;
  const end = files.length < 2 ? [] : [`${files.length} Dateien geprüft, ${rejected} davon nicht angenommen.`];
  return [...files.map(fileText), ...end].join("\n\n");
};
