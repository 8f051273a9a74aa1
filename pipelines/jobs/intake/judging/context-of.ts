import {type Arrival, type Context, type History, type KeyFigures, nothingKnown, type PreviousReturn} from "../../../../schemas/context.ts";
import type {Cell, Reading} from "../../../../schemas/flow.ts";
import {type HalfYear, previousHalfYear} from "../../../../schemas/half-year.ts";
import {publicationDay} from "../../../../schemas/parameters.ts";
import {keyFiguresOf} from "../../../check/plausibility/key-figures-of.ts";
import {type LoadedSubmission, receivedOn} from "../../../load/load-submission.ts";
import {approvedAt} from "./approved-at.ts";
import {isEarlier} from "./arrival-order.ts";
import type {Knowledge} from "./knowledge.ts";

type Return = Pick<LoadedSubmission, "sha256" | "received" | "reading">;

/** Of the accepted returns for a half-year the one received last (ties: hash); `wanted` narrows them. */
export const countingOf = (
  judged: readonly LoadedSubmission[],
  halfYear: HalfYear,
  wanted: (each: LoadedSubmission) => boolean = () => true,
): LoadedSubmission | null =>
  judged
    .filter((each) => each.reading.halfYear === halfYear && each.checked.verdict !== "rejected" && wanted(each))
    .reduce<LoadedSubmission | null>((last, each) => (last === null || isEarlier(last, each) ? each : last), null);

const cellsOf = (submission: LoadedSubmission | null) => submission?.reading.cells ?? null;
const previousOf = (each: Return, judged: readonly LoadedSubmission[], {reported}: Knowledge): PreviousReturn | null => {
  const halfYear = previousHalfYear(each.reading.halfYear!);
  if (!reported.has(halfYear)) return null;
  const atArrival = countingOf(judged, halfYear, (before) => before.received <= each.received);
  return {halfYear, whole: true, now: cellsOf(countingOf(judged, halfYear)), atArrival: cellsOf(atArrival)};
};

const versionIn = (cells: readonly Cell[]): number[] =>
  cells.flatMap(({table, field, value}) => (table === "T01" && field === "version" && value !== null ? [Number(value)] : []));
const arrivalOf = (each: Return, judged: readonly LoadedSubmission[]): Arrival => {
  const earlier = judged.filter((other) => other.reading.halfYear === each.reading.halfYear && isEarlier(other, each));
  return {
    receivedOn: receivedOn(each.received),
    version: earlier.length + 1,
    usedVersions: earlier.flatMap(({reading}) => versionIn(reading.cells)),
    correction: earlier.some(({checked}) => checked.verdict !== "rejected"),
  };
};

const figures = new WeakMap<Reading, KeyFigures>();
const figuresOf = (reading: Reading): KeyFigures => {
  const known = figures.get(reading) ?? keyFiguresOf(reading).figures;
  figures.set(reading, known);
  return known;
};
/** The body's earlier half-years, oldest first, as they count today. */
const historyOf = ({reading: {halfYear}}: Return, judged: readonly LoadedSubmission[]): History =>
  [...new Set(judged.flatMap(({reading}) => reading.halfYear ?? []))]
    .filter((each) => each < halfYear!)
    .toSorted()
    .flatMap((each) => {
      const counting = countingOf(judged, each);
      return counting === null ? [] : [{halfYear: each, figures: figuresOf(counting.reading)}];
    });

/** What counted on the day its half-year was published, for a return that came in later. */
const publishedBefore = (each: Return, judged: readonly LoadedSubmission[]): Context["published"] => {
  const halfYear = each.reading.halfYear!;
  const day = publicationDay(halfYear);
  return receivedOn(each.received) <= day ? null : cellsOf(countingOf(judged, halfYear, ({received}) => receivedOn(received) <= day));
};

/** What is known of a return beside its file, out of the body's returns judged so far: earlier half-years, and earlier versions of the same. */
export const contextOf = (each: Return, judged: readonly LoadedSubmission[], knowledge: Knowledge): Context => {
  const {body, halfYear} = each.reading;
  if (body === null || halfYear === null) return nothingKnown;
  const own = judged.filter(({reading}) => reading.body === body);
  return {
    ...nothingKnown,
    previous: previousOf(each, own, knowledge),
    approvals: approvedAt(knowledge.approvals, body, halfYear),
    receipt: arrivalOf(each, own),
    history: historyOf(each, own),
    published: publishedBefore(each, own),
    release: knowledge.withheld?.(each.reading) ?? null,
  };
};
