import type {Finding, Verdict} from "../../../schemas/flow.ts";
import {intakeLimits} from "../../../schemas/intake.ts";
import {followed, lookAt, readUnchanged} from "../../effects/entries.ts";
import {oneLine} from "../../effects/printable.ts";
import {Refusal} from "../../effects/refusal.ts";
import {surveyFolder} from "../../intake/inbox.ts";
import {type Desk, tooLargeExamination} from "./desk.ts";
import {examineBeside} from "./judging/examine-beside.ts";

/** A finding as machines get it; `cell` is empty where a whole sheet or file is meant. */
export type CheckedFinding = {
  readonly rule: string;
  readonly severity: Finding["severity"];
  readonly sheet: string | null;
  readonly cell: string | null;
  readonly field: string | null;
  readonly found: string;
  readonly expected: string;
  readonly message: string;
  readonly proposal: Finding["proposal"] | null;
  readonly released: string | null;
  readonly explanation: Finding["explanation"] | null;
};
/** What checking one file found, before anything is handed in. */
export type CheckedFile = {
  readonly file: string;
  readonly sha256: string;
  readonly body: string | null;
  readonly halfYear: string | null;
  readonly formVersion: string | null;
  readonly verdict: Verdict;
  readonly findings: readonly CheckedFinding[];
  readonly notCheckable: readonly {readonly rule: string; readonly reason: string}[];
};

const flat = ({rule, severity, at, field, found, expected, message, proposal, released, explanation}: Finding): CheckedFinding => ({
  rule,
  severity,
  sheet: "sheet" in at ? at.sheet : null,
  cell: "cell" in at ? at.cell : null,
  field,
  found,
  expected,
  message,
  proposal: proposal ?? null,
  released: released ?? null,
  explanation: explanation ?? null,
});

const checkOne = async (path: string, desk: Desk, accept: boolean): Promise<CheckedFile> => {
  const look = await lookAt(path);
  const read = look === null ? null : await readUnchanged(path, look, intakeLimits.bytes);
  if (read === null)
    throw new Refusal(`${oneLine(path)} hat sich beim Lesen verändert, sie wird wohl noch geschrieben. Bitte noch einmal prüfen, wenn sie fertig ist.`);
  const {
    reading: {body, halfYear, form},
    checked: {verdict, findings, notCheckable},
  } = read.bytes === null ? tooLargeExamination() : await examineBeside(desk, read.bytes, accept);
  return {file: path, sha256: read.sha256, body, halfYear, formVersion: form, verdict, findings: findings.map(flat), notCheckable};
};

/** Checks files and folders beside all that is known, without taking them in; `acceptRepairs`: as if their sender had confirmed how they are read. @throws Error `missing file: PATH` */
export const checkFiles = async (paths: readonly string[], desk: Desk, {acceptRepairs = false} = {}): Promise<CheckedFile[]> => {
  const found = await Promise.all(
    paths.map(async (path) => {
      const {path: real, kind} = await followed(path);
      if (kind === "missing" || kind === "dangling") throw new Error(`missing file: ${path}`);
      // A file named by hand is checked whatever it is called.
      return kind === "folder" ? (await surveyFolder(real, null, desk.clock.now())).candidates.map((each) => each.path) : [real];
    }),
  );
  return Promise.all([...new Set(found.flat())].map((path) => checkOne(path, desk, acceptRepairs)));
};
