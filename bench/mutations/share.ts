import {readWorkbook} from "../../pipelines/read/read-workbook.ts";
import {type Base, makeBases} from "./bases.ts";
import {mutantOf, mutators} from "./mutants.ts";
import {judgeMutant, type Outcome} from "./outcome.ts";
import {written} from "./written.ts";

/** Which mutants of a seed: from, up to but not including, every so many; every `bytesEvery`-th of them is also written to bytes and read from there. */
export type Share = {readonly seed: number; readonly from: number; readonly to: number; readonly step: number; readonly bytesEvery: number};
/** Counts by mutator and outcome, examples of what must not be, and how many were read from bytes too. */
export type Counted = {
  readonly counts: Readonly<Record<string, Readonly<Partial<Record<Outcome, number>>>>>;
  readonly confirmedWrong: Readonly<Record<string, number>>;
  readonly faults: readonly string[];
  readonly bytes: number;
  readonly otherFromBytes: readonly string[];
};

const plus = <K extends string>(counts: Partial<Record<K, number>>, name: K) => {
  counts[name] = (counts[name] ?? 0) + 1;
};
/** A base that is not accepted as it stands proves nothing. @throws Error `invalid base: NAME` */
const sound = (base: Base): Base => {
  const {outcome} = judgeMutant({base, names: [], opened: base.opened, truth: base.truth, touched: new Set(), shortened: false});
  if (outcome !== "equal") throw new Error(`invalid base: ${base.name} ${outcome}`);
  return base;
};

/** Makes, reads and judges a share of the mutants. */
export const countShare = async ({seed, from, to, step, bytesEvery}: Share): Promise<Counted> => {
  const made = (await makeBases()).map(sound);
  const counts: Record<string, Partial<Record<Outcome, number>>> = Object.fromEntries(mutators.map(({name}) => [name, {}]));
  const confirmedWrong: Record<string, number> = {};
  const [faults, otherFromBytes]: [string[], string[]] = [[], []];
  let bytes = 0;
  for (let n = from; n < to; n += step) {
    const mutant = mutantOf(made, seed, n);
    const {outcome, differences, wrongIfConfirmed, said} = judgeMutant(mutant);
    const name = `${n} ${mutant.names.join(" + ")} (${mutant.base.name})`;
    counts[mutant.names[0]!] ??= {};
    plus(counts[mutant.names[0]!]!, outcome);
    if (wrongIfConfirmed) plus(confirmedWrong, mutant.names[0]!);
    if (outcome === "wrong" || outcome === "elsewhere") faults.push(`${outcome}: ${name}: ${differences.slice(0, 3).join("; ")}`);
    if (Math.floor((n - from) / step) % bytesEvery === 0) {
      bytes += 1;
      if (judgeMutant(mutant, readWorkbook(written(mutant.opened.workbook))).said !== said) otherFromBytes.push(name);
    }
  }
  return {counts, confirmedWrong, faults, bytes, otherFromBytes};
};
