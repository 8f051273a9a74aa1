import {join} from "node:path";
import type {Call, Verb} from "../pipelines/effects/command-line.ts";
import type {SampleMaker} from "../pipelines/jobs/release/sample-state.ts";
import {halfYearsBetween} from "../schemas/half-year.ts";
import {asked} from "./call/asked.ts";
import {done} from "./call/outcome.ts";

export const sampleSeed = 2025;
export const makeSample: SampleMaker = async (into, seed) => {
  const {makeSample: make} = await import("../fixtures/sample/make-sample.ts");
  const {files} = await make(into, {seed, halfYears: halfYearsBetween("2023-H1", "2025-H2")});
  return {files: files.length};
};

const sample = async (call: Call) => {
  const into = call.args[0] ?? join(call.data, "inbox");
  const seed = Number(asked.optional(call, "seed") ?? sampleSeed);
  const {files} = await makeSample(into, seed);
  return done(`${files} erfundene Meldungen liegen in ${into}. Was daran absichtlich nicht stimmt, steht dort in README.md.`, {folder: into, files, seed});
};

export const sampleVerbs: readonly Verb[] = [
  {
    name: "sample [ordner]",
    summary: "erfundene Meldungen aller 54 Stellen schreiben (sonst in den Posteingang)",
    options: [["--seed <zahl>", "Startwert des Zufalls"]],
    run: sample,
  },
];
