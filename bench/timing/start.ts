import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {kimDone} from "../proof/call.ts";
import type {Measure} from "../proof/measure.ts";
import {median} from "../proof/median.ts";

const limits = {first: 120_000, second: 2_000};
const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;

const firstAndSecond = async (): Promise<{first: number; second: number}> => {
  const data = await mkdtemp(join(tmpdir(), "kim-start-"));
  try {
    const first = (await kimDone("run", "--sample", "--data", data)).milliseconds;
    const second = (await kimDone("run", "--sample", "--data", data)).milliseconds;
    return {first, second};
  } finally {
    await rm(data, {recursive: true, force: true});
  }
};

/**
 * The sample made, taken in, built and shown in an empty data folder, and once more with nothing new; medians of three. Only the full size, which runs alone,
 * is held to the limits; the test size shows that both runs come to their end.
 */
export const start: Measure = async ({size, step}) => {
  const runs: {first: number; second: number}[] = [];
  for (let i = 0; i < (size === "full" ? 3 : 1); i++) runs.push(await step(`run ${i}`, firstAndSecond));
  const [first, second] = [median(runs.map((run) => run.first)), median(runs.map((run) => run.second))];
  return {
    ok: size === "test" || (first <= limits.first && second <= limits.second),
    figure: `erster Lauf ${seconds(first)}, zweiter ${seconds(second)}`,
    lines: runs.map((run, i) => `Lauf ${i + 1}: ${seconds(run.first)}, danach ${seconds(run.second)}`),
  };
};
