import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {chance} from "../fixtures/sample/chance.ts";
import {makeSample} from "../fixtures/sample/make-sample.ts";
import {sha256Of} from "../pipelines/effects/store.ts";
import {openDesk} from "../pipelines/jobs/intake/desk.ts";
import {type Examiner, openExaminer} from "../pipelines/jobs/intake/examine/examiner.ts";
import {ingest} from "../pipelines/jobs/intake/ingest.ts";
import {verifyLedger} from "../pipelines/ledger/verify.ts";
import {contentOf} from "../pipelines/jobs/warehouse/content-of.ts";
import {bodies} from "../schemas/codes/bodies.ts";
import {halfYearsBetween} from "../schemas/half-year.ts";
import type {Measure} from "./proof/measure.ts";

/** Reading is a function of the bytes: each file is read once for all orders. */
const remembering = (examiner: Examiner): Examiner => {
  const known = new Map<string, ReturnType<Examiner["examine"]>>();
  return {
    close: examiner.close,
    examine: (bytes) => {
      const sha256 = sha256Of(bytes);
      const found = known.get(sha256) ?? examiner.examine(bytes);
      known.set(sha256, found);
      return found;
    },
  };
};

/** The files in a random order; every seventh comes a second time somewhere later. */
const shuffled = (files: readonly string[], seed: number, order: number): string[] => {
  const {share, between, happens} = chance(seed, "order", order);
  const mixed = files
    .map((file) => ({file, at: share()}))
    .sort((a, b) => a.at - b.at)
    .map(({file}) => file);
  return mixed.flatMap((file, i) => (happens(1 / 7) ? [file, mixed[between(0, i)]!] : [file]));
};

/** Takes the files in one by one, in several runs: the content hash of a build, and what is wrong with the ledger. */
const hashAfter = async (files: readonly string[], examiner: Examiner): Promise<{hash: string; faults: readonly string[]}> => {
  const root = await mkdtemp(join(tmpdir(), "kim-order-"));
  try {
    const desk = await openDesk(root, {examiner});
    const half = Math.ceil(files.length / 2);
    for (const part of [files.slice(0, half), files.slice(half)]) await ingest(desk, part);
    const {faults} = await verifyLedger(desk);
    return {hash: await contentOf(desk, await desk.ledger.read(), null), faults};
  } finally {
    await rm(root, {recursive: true, force: true});
  }
};

/** The files in random orders, some twice: one content hash. */
export const order: Measure = async ({size, seed, step}) => {
  const folder = await mkdtemp(join(tmpdir(), "kim-order-sample-"));
  const examiner = remembering(openExaminer(2));
  try {
    const full = size === "full";
    // Bodies with a correction, a rejected and a late return are among the first and the last.
    const keys = full ? bodies.map(({key}) => key) : ["05117", "05566", "05554"];
    const {files} = await makeSample(folder, {seed: 2025, halfYears: halfYearsBetween(full ? "2023-H1" : "2025-H1", "2025-H2"), bodies: keys});
    const paths = files.map(({file}) => join(folder, file));
    const results: {hash: string; faults: readonly string[]}[] = [];
    for (let i = 0; i < (full ? 20 : 3); i++) results.push(await step(`order ${i}`, () => hashAfter(i === 0 ? paths : shuffled(paths, seed, i), examiner)));
    const hashes = new Set(results.map(({hash}) => hash));
    const faults = results.flatMap((each) => each.faults);
    return {
      ok: hashes.size === 1 && faults.length === 0,
      figure: `${results.length} Reihenfolgen von ${paths.length} Dateien, ${hashes.size} Inhaltshash${hashes.size === 1 ? "" : "es"}`,
      lines: [...results.map(({hash}, i) => `Reihenfolge ${i + 1}: ${hash.slice(0, 12)}`), ...faults],
    };
  } finally {
    examiner.close();
    await rm(folder, {recursive: true, force: true});
  }
};
