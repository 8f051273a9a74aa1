import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {makeSample, type SampleSummary} from "../../fixtures/sample/make-sample.ts";
import {type Desk, openDesk} from "../../pipelines/jobs/intake/desk.ts";
import {ingest} from "../../pipelines/jobs/intake/ingest.ts";
import {build} from "../../pipelines/jobs/warehouse/build.ts";
import {bodies} from "../../schemas/codes/bodies.ts";
import {halfYearsBetween} from "../../schemas/half-year.ts";
import type {Size} from "./measure.ts";

/** A data folder that has taken in and built the sample state, and the folder its files came from. */
export type SampleState = {readonly desk: Desk; readonly sample: string; readonly summary: SampleSummary};

/** A body with a correction, one whose wrong return was replaced, both Aachen bodies, and one that is missing at last. */
const few = ["05117", "05334", "05334002", "05566", "05916"];
/** Writes the invented returns of a size into a folder. */
export const writeSample = (into: string, size: Size, seed: number): Promise<SampleSummary> =>
  makeSample(into, {
    seed,
    halfYears: halfYearsBetween(size === "full" ? "2023-H1" : "2025-H1", "2025-H2"),
    bodies: size === "full" ? bodies.map(({key}) => key) : few,
  });

/** Makes the sample state (test size: five bodies, two half-years), works on it, and throws it away. */
export const onSampleState = async <T>(size: Size, seed: number, work: (state: SampleState) => Promise<T>): Promise<T> => {
  const root = await mkdtemp(join(tmpdir(), "kim-sample-state-"));
  const [sample, data] = [join(root, "sample"), join(root, "data")];
  const desk = await openDesk(data);
  try {
    const summary = await writeSample(sample, size, seed);
    await ingest(desk, [sample]);
    await build(desk);
    return await work({desk, sample, summary});
  } finally {
    desk.examiner.close();
    await rm(root, {recursive: true, force: true});
  }
};
