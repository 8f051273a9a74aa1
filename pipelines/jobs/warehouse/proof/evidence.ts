import {type Body, findBody} from "../../../../schemas/codes/bodies.ts";
import type {LedgerLine} from "../../../../schemas/events.ts";
import type {Cell, Checked, Reading} from "../../../../schemas/flow.ts";
import {type HalfYear, halfYearsBetween} from "../../../../schemas/half-year.ts";
import type {Desk} from "../../intake/desk.ts";
import type {Examination} from "../../intake/examine/examiner.ts";
import type {ReadingCache} from "../../intake/examine/reading-cache.ts";
import {openJudging} from "../submissions/judging.ts";
import {knownOn} from "../submissions/known-submissions.ts";
import type {Submission} from "../../../ledger/fold.ts";

/** A file as its archived bytes show it, read again for this proof; null for one that was refused and never archived. */
export type Witness = {
  readonly sha256: string;
  readonly received: string;
  readonly body: string;
  readonly halfYear: HalfYear;
  readonly checked: Checked;
  readonly reading: Reading;
  /** Cells by field, and by table and row. */
  readonly byField: ReadonlyMap<string, readonly Cell[]>;
  readonly byRow: ReadonlyMap<string, ReadonlyMap<string, Cell>>;
  /** Keys of the rows used in each list. */
  readonly rowsOf: ReadonlyMap<string, readonly string[]>;
};
/** Files of the state by body and half-year, and which of them counts. */
export type Evidence = {
  readonly halfYears: readonly HalfYear[];
  readonly counting: (halfYear: HalfYear, body: Body) => Witness | null;
  readonly files: (halfYear: HalfYear, body: Body) => readonly Witness[];
};

export const rowId = (table: string, row: string) => `${table} ${row}`;
const baseKey = (row: string) => row.replace(/,[A-Z]+=\w+$/, "");

/** Looks up cells the way declarations ask for them. */
export const witness = (sha256: string, received: string, {reading, checked}: {reading: Reading; checked: Checked}): Witness => {
  const inputs = reading.cells.filter(({part}) => part === "input");
  const byRow = new Map<string, Map<string, Cell>>();
  for (const cell of inputs) {
    const id = rowId(cell.table, cell.row);
    const row = byRow.get(id) ?? new Map<string, Cell>();
    byRow.set(id, row.set(cell.field, cell));
  }
  const rows = Map.groupBy(
    reading.cells.filter(({part}) => part === "input" || part === "key"),
    ({table}) => table,
  );
  return {
    sha256,
    received,
    body: reading.body!,
    halfYear: reading.halfYear!,
    checked,
    reading,
    byRow,
    byField: Map.groupBy(inputs, ({field}) => field),
    rowsOf: new Map([...rows].map(([table, cells]) => [table, [...new Set(cells.map(({row}) => baseKey(row)))]])),
  };
};

const placeId = (halfYear: string, body: string) => `${halfYear} ${body}`;
const later = (a: Witness, b: Witness) => {
  const [first, second] = [Date.parse(a.received), Date.parse(b.received)];
  return first === second ? a.sha256 > b.sha256 : first > second;
};
/** Of the accepted files the one received last; with equal times the greater hash. */
const countingOf = (files: readonly Witness[]): Witness | null =>
  files.filter(({checked}) => checked.verdict !== "rejected").reduce<Witness | null>((best, each) => (best === null || later(each, best) ? each : best), null);

/** What the files say together. */
export const evidenceOf = (witnesses: readonly Witness[], halfYears?: readonly HalfYear[]): Evidence => {
  const files = Map.groupBy(witnesses, ({halfYear, body}) => placeId(halfYear, body));
  const counting = new Map([...files].map(([place, each]) => [place, countingOf(each)]));
  const reported = [...counting.values()].flatMap((each) => each?.halfYear ?? []).toSorted();
  return {
    halfYears: halfYears ?? (reported.length === 0 ? [] : halfYearsBetween(reported[0]!, reported.at(-1)!)),
    counting: (halfYear, {key}) => counting.get(placeId(halfYear, key)) ?? null,
    files: (halfYear, {key}) => files.get(placeId(halfYear, key)) ?? [],
  };
};

type Wanted = (told: {readonly halfYear: HalfYear | null; readonly body: string | null}) => boolean;
const isOurs = ({body, halfYear}: Reading) => body !== null && halfYear !== null && findBody(body) !== undefined;

/** Readings made anew from archived bytes, in front of the kept ones. */
const freshFirst = (fresh: ReadonlyMap<string, Examination>, {readings}: Desk): ReadingCache => ({
  get: async (sha256) => fresh.get(sha256) ?? (await readings.get(sha256)),
  put: readings.put,
});

/** Reads the archived bytes again, never the cache; what a file is judged beside may come from it. `wanted` spares files of other bodies and half-years. */
export const gatherEvidence = async (desk: Desk, lines: readonly LedgerLine[], asOf: string | null, wanted: Wanted = () => true): Promise<Witness[]> => {
  const chosen = knownOn(lines, asOf).archived.filter(({checked, kept}) => kept === undefined && (checked === null || wanted(checked)));
  const examine = async ({sha256}: Submission) => {
    return [sha256, await desk.examiner.examine(await desk.archive.require(sha256))] as const;
  };
  const fresh = new Map(await Promise.all(chosen.map(examine)));
  const {submissions, findingsOf} = await openJudging({...desk, readings: freshFirst(fresh, desk)}, lines, asOf);
  const judged = await Array.fromAsync(submissions);
  return judged
    .filter(({sha256, reading}) => isOurs(reading) && (fresh.has(sha256) || (reading.form === null && wanted(reading))))
    .map(({sha256, received, reading, checked}) => witness(sha256, received, {reading, checked: {...checked, findings: findingsOf(sha256)}}));
};
