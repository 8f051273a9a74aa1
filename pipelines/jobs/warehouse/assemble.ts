import {findBody} from "../../../schemas/codes/bodies.ts";
import type {Finding} from "../../../schemas/flow.ts";
import {type HalfYear, halfYearsBetween} from "../../../schemas/half-year.ts";
import type {Warehouse} from "../../effects/warehouse.ts";
import {createRaw, type LoadedSubmission, loadFindings, loadSubmission} from "../../load/load-submission.ts";
import {loadReference} from "../../load/reference.ts";
import {type Broken, buildMarts, buildStaging, type Model, runAudits} from "../../model/build.ts";

/** Half-years from the first to the last one an accepted return of one of the bodies reports. */
const span = (halfYears: readonly HalfYear[]): HalfYear[] => {
  const sorted = halfYears.toSorted();
  return sorted.length === 0 ? [] : halfYearsBetween(sorted[0]!, sorted.at(-1)!);
};
const isAccepted = ({checked, reading}: LoadedSubmission) => checked.verdict !== "rejected" && reading.body !== null && findBody(reading.body) !== undefined;

/** @throws Error `invalid state: AUDIT` with the rows that break it: nothing is published that contradicts itself. */
const insist = (broken: readonly Broken[]) => {
  if (broken.length === 0) return;
  const text = broken.map(
    ({audit, rows}) => `${audit}\n${rows.map((row) => JSON.stringify(row, (_, value) => (typeof value === "bigint" ? String(value) : value))).join("\n")}`,
  );
  throw new Error(`invalid state: ${text.join("\n")}`);
};

/** Fills an empty warehouse: raw, reference, staging, marts, audits. `findingsOf`: findings that can only be told once all submissions are known. */
export const assemble = async (
  warehouse: Warehouse,
  submissions: AsyncIterable<LoadedSubmission> | Iterable<LoadedSubmission>,
  model: Model,
  findingsOf?: (sha256: string) => readonly Finding[],
): Promise<void> => {
  await warehouse.run("create schema raw");
  await createRaw(warehouse);
  const halfYears: HalfYear[] = [];
  const own = new Map<string, readonly Finding[]>();
  for await (const submission of submissions) {
    await loadSubmission(warehouse, submission);
    own.set(submission.sha256, submission.checked.findings);
    if (isAccepted(submission) && submission.reading.halfYear !== null) halfYears.push(submission.reading.halfYear);
  }
  for (const [sha256, findings] of own) await loadFindings(warehouse, sha256, findingsOf?.(sha256) ?? findings);
  await loadReference(warehouse, span(halfYears));
  await buildStaging(warehouse, model);
  await buildMarts(warehouse, model);
  insist(await runAudits(warehouse, model));
};
