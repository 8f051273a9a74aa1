import {cellNames} from "../../../../schemas/cell-names.ts";
import {refusing} from "../../../check/privacy/settled.ts";
import {type Desk, examineArchived} from "../desk.ts";
import {foldLedger, type Known, type RefusedFile, type Submission} from "../../../ledger/fold.ts";
import {releaseAnswered} from "./release-answered.ts";
import {openCells} from "./waiting.ts";
import {Refusal} from "../../../effects/refusal.ts";

/** Which file: the beginning of its SHA-256, or body and half-year where only one of theirs was refused. */
export type Which = {readonly hash: string} | {readonly body: string; readonly halfYear: string};
/** `accepted`: taken in, or its findings are settled; `open`: these cells still keep it out; `gone`: the bytes are deleted, the file must be sent again. */
export type Answered = {
  readonly sha256: string;
  readonly answered: readonly string[];
  readonly open: readonly string[];
  readonly state: "accepted" | "open" | "gone";
};

const shortest = 6;
const isMeant = (which: Which, {sha256, body, halfYear}: Pick<RefusedFile, "sha256"> & Partial<RefusedFile>) =>
  "hash" in which ? sha256.startsWith(which.hash.toLowerCase()) : body === which.body && halfYear === which.halfYear;
const spoken = (which: Which) => ("hash" in which ? `„${which.hash}“` : `${which.body} ${which.halfYear}`);

/** Refused files by any name; archived ones only by their hash. */
const found = ({refusals, submissions}: Known, which: Which): string => {
  if ("hash" in which && (which.hash.length < shortest || !/^[\da-f]+$/i.test(which.hash)))
    throw new Refusal(`„${which.hash}“ ist keine Prüfsumme. Erwartet: mindestens ${shortest} Zeichen vom Anfang; ./kim quarantine zeigt sie.`);
  const archived = "hash" in which ? [...submissions.keys()].map((sha256) => ({sha256})) : [];
  const meant = [...refusals.values(), ...archived].filter((each) => isMeant(which, each)).map(({sha256}) => sha256);
  if (meant.length === 0) throw new Refusal(`Zu ${spoken(which)} wartet keine zurückgewiesene Datei. Alle zeigt ./kim quarantine.`);
  if (meant.length > 1)
    throw new Refusal(
      `Zu ${spoken(which)} gibt es ${meant.length} Dateien: ${meant.map((sha256) => sha256.slice(0, 12)).join(", ")}. Bitte die Prüfsumme angeben.`,
    );
  return meant[0]!;
};

/** Cells of an archived file that a later version of the rules takes offence at. */
const hitsIn = async (desk: Desk, sha256: string, submission: Submission | undefined): Promise<string[]> => {
  const {reading, checked} = await examineArchived(desk, sha256, submission);
  const nameOf = cellNames(reading);
  return [...new Set(checked.findings.filter(({rule}) => rule === refusing).map(({at}) => nameOf(at)))];
};

const chosen = (open: readonly string[], cells: readonly string[] | "all"): readonly string[] => {
  if (open.length === 0) throw new Refusal("In dieser Datei ist keine Zelle mehr offen. Es ist nichts zu beantworten.");
  const strange = cells === "all" ? undefined : cells.find((cell) => !open.includes(cell));
  if (strange !== undefined) throw new Refusal(`${strange} ist keine der beanstandeten Zellen. Es sind: ${open.join(", ")}.`);
  return cells === "all" ? open : cells;
};

const stateAfter = (refusal: RefusedFile | undefined, open: readonly string[]): Answered["state"] =>
  open.length > 0 ? "open" : refusal === undefined ? "accepted" : "gone";

/** Notes "kein Personenbezug" for cells as the ledger names them, and takes the file in once none is open. @throws Refusal */
export const answerNotPersonal = async (desk: Desk, which: Which, cells: readonly string[] | "all"): Promise<Answered> => {
  const known = foldLedger(await desk.ledger.read());
  const sha256 = found(known, which);
  const refusal = known.refusals.get(sha256);
  const before = refusal === undefined ? await hitsIn(desk, sha256, known.submissions.get(sha256)) : openCells(refusal);
  const answered = chosen(before, cells);
  await desk.ledger.append([{type: "not-personal", sha256, cells: answered}]);
  await releaseAnswered(desk);
  const after = foldLedger(await desk.ledger.read()).refusals.get(sha256);
  const open = after === undefined ? (refusal === undefined ? before.filter((cell) => !answered.includes(cell)) : []) : openCells(after);
  return {sha256, answered, open, state: stateAfter(after, open)};
};
