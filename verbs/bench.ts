import type {Call, Outcome, Verb} from "../pipelines/effects/command-line.ts";
import {asked} from "./call/asked.ts";
import {gate} from "./call/outcome.ts";

const bench = async (call: Call): Promise<Outcome> => {
  const {bench: measure} = await import("../bench/proof/run-measure.ts");
  const {measures} = await import("../bench/proof/measures.ts");
  for (const name of call.args) asked.among(["all", ...Object.keys(measures)], name, "Die Messung");
  const lines: string[] = [];
  const ok = await measure(call.args.length === 0 ? ["all"] : call.args, (line) => lines.push(line));
  return gate(ok, lines.join("\n"), {ok, lines});
};

export const benchVerbs: readonly Verb[] = [{name: "bench [name...]", summary: "messen, was versprochen ist; schreibt nichts", run: bench}];
