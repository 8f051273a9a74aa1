import {readFileSync} from "node:fs";
import {strFromU8, strToU8, unzipSync, zipSync} from "fflate";
import {oneReturn} from "../../fixtures/sample/one-return.ts";
import {readWorkbook} from "../../pipelines/read/read-workbook.ts";
import {type Arrival, type Context, type KeyFigures, nothingKnown, type Withheld} from "../../schemas/context.ts";
import type {Cell, Place, Reading, Severity} from "../../schemas/flow.ts";
import {type HalfYear, previousHalfYear} from "../../schemas/half-year.ts";

export type Changes = Readonly<Record<string, number | string | null>>;
/** Integers in 10^-scale units by name of the figure, as JSON can write them. */
type Figures = Readonly<Record<string, number>>;
/**
 * What is known beside the file; a part left out is not known. `previous`: changes to the small return of the half-year before (as it counts today,
 * null: none is accepted), `previousThen` where another one counted when this return came in; `approvals` in hundredths and cents; `published`: changes to
 * the small return of the same half-year.
 */
export type Beside = {
  readonly previous?: Changes | null;
  readonly previousThen?: Changes | null;
  readonly approvals?: Readonly<Partial<Record<"B1" | "B2" | "B3", {readonly vzae: number; readonly euro: number}>>>;
  readonly receipt?: Arrival;
  readonly history?: readonly {readonly halfYear: HalfYear; readonly figures: Figures}[];
  readonly peers?: readonly {readonly body: string; readonly figures: Figures}[];
  readonly published?: Changes;
  readonly release?: readonly Withheld[];
  readonly account?: string;
};
/**
 * The smallest workbook that breaks a rule and one that just passes, as changes to the small valid return.
 * `patch` and `truncate` break the file itself (with `breaks` only); `at` is the place of the finding: a cell, a sheet, or null for the file.
 * `context` is known beside both files, unless the passing one has a context of its own (`passesIn`).
 */
export type Example = {
  readonly body?: string;
  readonly halfYear?: HalfYear;
  readonly breaks: Changes;
  readonly patch?: {readonly part: string; readonly find: string; readonly replace: string};
  readonly truncate?: number;
  readonly at: string | null;
  /** Left out: the small return as it is. */
  readonly passes?: Changes;
  /** Where the rule is milder than it says of itself. */
  readonly severity?: Severity;
  readonly context?: Beside;
  readonly passesIn?: Beside;
};

/** The examples of a rule, the plainest first; `more` holds its other ways to be broken. */
export const examplesOf = (rule: string): readonly Example[] => {
  const {more = [], ...first} = JSON.parse(readFileSync(new URL(`../../fixtures/rules/${rule}.json`, import.meta.url), "utf8")) as Example & {
    readonly more?: readonly Example[];
  };
  return [first, ...more];
};

const patched = (bytes: Uint8Array, {part, find, replace}: NonNullable<Example["patch"]>): Uint8Array => {
  const parts = unzipSync(bytes);
  const text = strFromU8(parts[part]!);
  const changed = text.replace(new RegExp(find), replace);
  if (changed === text) throw new Error(`missing text to patch: ${find}`);
  return zipSync({...parts, [part]: strToU8(changed)});
};

const written = ({body, halfYear}: Pick<Example, "body" | "halfYear">, change: Changes) =>
  oneReturn({...(body && {body}), ...(halfYear && {halfYear}), change});
const readings = new Map<string, Promise<Reading>>();
/** Many examples share the return they pass with; each is written and read once. */
const readOnce = (example: Pick<Example, "body" | "halfYear">, change: Changes): Promise<Reading> => {
  const key = JSON.stringify([example.body, example.halfYear, change]);
  const known = readings.get(key) ?? written(example, change).then(readWorkbook);
  readings.set(key, known);
  return known;
};
const cellsOf = async (body: string | undefined, halfYear: HalfYear, change: Changes): Promise<readonly Cell[]> =>
  (await readOnce({...(body && {body}), halfYear}, change)).cells;

const exact = (figures: Figures): KeyFigures => Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, BigInt(value)]));
const exactPosts = (approvals: NonNullable<Beside["approvals"]>): Context["approvals"] =>
  Object.fromEntries(Object.entries(approvals).map(([baustein, {vzae, euro}]) => [baustein, {vzae: BigInt(vzae), euro: BigInt(euro)}]));
const previousOf = async ({body, halfYear = "2025-H2"}: Example, {previous, previousThen = previous}: Beside): Promise<Context["previous"]> => {
  if (previous === undefined || previousThen === undefined) return null;
  const before = previousHalfYear(halfYear);
  const cells = (change: Changes | null) => (change === null ? null : cellsOf(body, before, change));
  return {halfYear: before, whole: true, now: await cells(previous), atArrival: await cells(previousThen)};
};
/** What an example says is known beside the file, as the rules see it. */
const contextOf = async (example: Example, beside: Beside): Promise<Context> => ({
  ...nothingKnown,
  previous: await previousOf(example, beside),
  approvals: beside.approvals === undefined ? null : exactPosts(beside.approvals),
  receipt: beside.receipt ?? null,
  history: beside.history?.map(({halfYear, figures}) => ({halfYear, figures: exact(figures)})) ?? null,
  peers: beside.peers?.map(({body, figures}) => ({body, figures: exact(figures)})) ?? null,
  published: beside.published === undefined ? null : await cellsOf(example.body, example.halfYear ?? "2025-H2", beside.published),
  release: beside.release ?? null,
  account: beside.account ?? null,
});

/** The workbook that breaks the rule, read, with what is known beside it. */
export const brokenReturn = async (example: Example): Promise<{reading: Reading; context: Context}> => {
  if (example.patch === undefined && example.truncate === undefined)
    return {reading: await readOnce(example, example.breaks), context: await contextOf(example, example.context ?? {})};
  const bytes = await written(example, example.breaks);
  const torn = example.patch === undefined ? bytes : patched(bytes, example.patch);
  const reading = readWorkbook(example.truncate === undefined ? torn : torn.slice(0, example.truncate));
  return {reading, context: await contextOf(example, example.context ?? {})};
};
/** The workbook that just passes. */
export const passingReturn = async (example: Example): Promise<{reading: Reading; context: Context}> => ({
  reading: await readOnce(example, example.passes ?? {}),
  context: await contextOf(example, example.passesIn ?? example.context ?? {}),
});

/** `03_Fallzahlen!G7`, a sheet, or null for the file. */
export const placeOf = (at: Place): string | null => ("cell" in at ? `${at.sheet}!${at.cell}` : "sheet" in at ? at.sheet : null);
