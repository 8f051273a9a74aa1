import type {Body} from "../../../../schemas/codes/bodies.ts";
import type {Finding} from "../../../../schemas/flow.ts";
import type {HalfYear} from "../../../../schemas/half-year.ts";
import type {Measure} from "../../../../schemas/measures.ts";
import {deadline} from "../../../../schemas/parameters.ts";
import {receivedOn} from "../../../load/load-submission.ts";
import type {BodyFigure} from "./body-figures.ts";
import type {Evidence, Witness} from "./evidence.ts";

type Counts = Extract<Measure, {kind: "register"}>["counts"];

const found = (witness: Witness, wanted: (finding: Finding) => boolean) => BigInt(witness.checked.findings.filter(wanted).length);
const severe = (severity: Finding["severity"]) => (finding: Finding) => finding.severity === severity;

const known = (value: bigint): BodyFigure => ({status: "known", value, cells: []});
const gap: BodyFigure = {status: "not_reported", value: 0n, cells: []};
const flag = (holds: boolean) => known(holds ? 1n : 0n);

/** What the register of files says of one file. */
export const fileFigure = (counts: Counts, witness: Witness): BodyFigure => {
  if (counts === "errors") return known(found(witness, severe("error")));
  if (counts === "warnings") return known(found(witness, severe("warning")));
  if (counts === "notes") return known(found(witness, severe("note")));
  throw new Error(`unknown count of a file: ${counts}`);
};

const ofCounting = (witness: Witness | null, wanted: (finding: Finding) => boolean): BodyFigure => (witness === null ? gap : known(found(witness, wanted)));
/** First accepted file by the deadline. */
const isInTime = (files: readonly Witness[], halfYear: HalfYear) =>
  files.some(({checked, received}) => checked.verdict !== "rejected" && receivedOn(received) <= deadline(halfYear));

/** What the register says of a body and half-year; `rule` narrows findings to one rule. */
export const returnFigure = (counts: Counts, evidence: Evidence, halfYear: HalfYear, body: Body, rule: string | null): BodyFigure => {
  const witness = evidence.counting(halfYear, body);
  const files = evidence.files(halfYear, body);
  const figures: Record<Counts, () => BodyFigure> = {
    counted: () => flag(witness !== null),
    "in-time": () => flag(isInTime(files, halfYear)),
    fehlanzeige: () => flag(witness?.reading.returnKind === "F"),
    rejected: () => known(BigInt(files.filter(({checked}) => checked.verdict === "rejected").length)),
    errors: () => ofCounting(witness, severe("error")),
    warnings: () => ofCounting(witness, severe("warning")),
    notes: () => ofCounting(witness, severe("note")),
    findings: () => ofCounting(witness, (finding) => finding.rule === rule),
    explained: () =>
      ofCounting(witness, (finding) => (rule === null ? finding.severity === "warning" : finding.rule === rule) && finding.explanation !== undefined),
  };
  return figures[counts]();
};
