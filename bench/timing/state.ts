import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {kimDone} from "../proof/call.ts";
import type {Measure} from "../proof/measure.ts";
import {median} from "../proof/median.ts";
import {writeSample} from "../proof/sample-state.ts";

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;

/** All returns of six half-years into an empty data folder, and the warehouse with its products from them. */
const takenIn = async (sample: string): Promise<{ingest: number; build: number}> => {
  const data = await mkdtemp(join(tmpdir(), "kim-state-"));
  try {
    const ingest = (await kimDone("ingest", sample, "--data", data)).milliseconds;
    const build = (await kimDone("build", "--data", data)).milliseconds;
    return {ingest, build};
  } finally {
    await rm(data, {recursive: true, force: true});
  }
};

/** What the whole sample state costs, making the sample left out; medians of three. */
export const state: Measure = async ({size, seed, step}) => {
  const sample = await mkdtemp(join(tmpdir(), "kim-state-sample-"));
  try {
    await writeSample(sample, size, seed);
    const runs: {ingest: number; build: number}[] = [];
    for (let i = 0; i < (size === "full" ? 3 : 1); i++) runs.push(await step(`run ${i}`, () => takenIn(sample)));
    const [ingest, build] = [median(runs.map((run) => run.ingest)), median(runs.map((run) => run.build))];
    return {
      ok: true,
      figure: `Annehmen, Lesen und Prüfen ${seconds(ingest)}, Datenbank und Produkte ${seconds(build)}`,
      lines: runs.map((run, i) => `Lauf ${i + 1}: ${seconds(run.ingest)} und ${seconds(run.build)}`),
    };
  } finally {
    await rm(sample, {recursive: true, force: true});
  }
};
