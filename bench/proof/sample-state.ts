import {existsSync} from "node:fs";
import {cp, mkdtemp, readdir, readFile, rename, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {deserialize, serialize} from "node:v8";
import {makeSample, type SampleSummary} from "../../fixtures/sample/make-sample.ts";
import {type Desk, openDesk} from "../../pipelines/jobs/intake/desk.ts";
import {ingest} from "../../pipelines/jobs/intake/ingest.ts";
import {build} from "../../pipelines/jobs/warehouse/build.ts";
import {bodies} from "../../schemas/codes/bodies.ts";
import {halfYearsBetween} from "../../schemas/half-year.ts";
import type {Size} from "./measure.ts";
import {everything, hashOf, root} from "./workshop.ts";

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

/** Takes in and builds the sample state. */
const makeState = async (root: string, size: Size, seed: number): Promise<void> => {
  const summary = await writeSample(join(root, "sample"), size, seed);
  const desk = await openDesk(join(root, "data"));
  try {
    await ingest(desk, [join(root, "sample")]);
    await build(desk);
  } finally {
    desk.examiner.close();
  }
  await writeFile(join(root, "summary"), serialize(summary));
};

const states = join(root, ".data/prove/states");
/** The state of this size and seed, made once for all measures as long as no file it hangs on changes. */
const keptState = async (size: Size, seed: number): Promise<string> => {
  const here = join(states, `${hashOf([...everything, "bench/proof/sample-state.ts"])}-${size}-${seed}`);
  if (existsSync(here)) return here;
  const old = existsSync(states) ? await readdir(states) : [];
  for (const name of old.filter((each) => each.includes(`-${size}-`))) await rm(join(states, name), {recursive: true, force: true});
  const next = `${here}.${process.pid}.next`;
  await makeState(next, size, seed);
  await rename(next, here);
  return here;
};

/** Works on a copy of the sample state (test size: five bodies, two half-years), and throws the copy away. */
export const onSampleState = async <T>(size: Size, seed: number, work: (state: SampleState) => Promise<T>): Promise<T> => {
  const kept = await keptState(size, seed);
  const copy = await mkdtemp(join(tmpdir(), "kim-sample-state-"));
  await cp(kept, copy, {recursive: true});
  const desk = await openDesk(join(copy, "data"));
  try {
    const summary = deserialize(await readFile(join(copy, "summary"))) as SampleSummary;
    return await work({desk, sample: join(copy, "sample"), summary});
  } finally {
    desk.examiner.close();
    await rm(copy, {recursive: true, force: true});
  }
};
