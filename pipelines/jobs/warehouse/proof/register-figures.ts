import type {Body} from "../../../../schemas/codes/bodies.ts";
import type {Cell, Finding} from "../../../../schemas/flow.ts";
import type {HalfYear} from "../../../../schemas/half-year.ts";
import type {Measure} from "../../../../schemas/measures.ts";
import {deadline} from "../../../../schemas/parameters.ts";
import {receivedOn} from "../../../load/load-submission.ts";
import type {BodyFigure} from "./body-figures.ts";
import type {Evidence, Witness} from "./evidence.ts";

type Counts = Extract<Measure, {kind: "register"}>["counts"];

const squeezed = (text: string) => text.replace(/[\s$']/g, "").toUpperCase();
const entryOf = (cells: readonly Cell[], row: string, field: string) => cells.find((cell) => cell.row === row && cell.field === field)?.code ?? null;
/** Whether sheet 13 has a sentence for the rule at the place of a finding, or on its sheet as a whole. */
const isExplained = ({rule, at}: Finding, {reading}: Witness): boolean => {
  if (!("sheet" in at) || !("cell" in at)) return false;
  const cells = reading.cells.filter(({table, part}) => table === "T13" && part === "input");
  const places = [`${at.sheet}!${at.cell}`, at.sheet].map((text) => text.toUpperCase());
  return [...new Set(cells.map(({row}) => row))].some((row) => {
    const place = entryOf(cells, row, "fundstelle");
    return (
      entryOf(cells, row, "regel_id")?.trim().toUpperCase() === rule &&
      entryOf(cells, row, "erlaeuterung") !== null &&
      (place === null || places.includes(squeezed(place)))
    );
  });
};
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

const ofCounting = (witness: Witness | null, wanted: (finding: Finding, witness: Witness) => boolean): BodyFigure =>
  witness === null ? gap : known(found(witness, (finding) => wanted(finding, witness)));
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
      ofCounting(witness, (finding, each) => (rule === null ? finding.severity === "warning" : finding.rule === rule) && isExplained(finding, each)),
  };
  return figures[counts]();
};
