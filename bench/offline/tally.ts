import type {Expected} from "./expected.ts";
import type {Mangled} from "./mangle.ts";

/** What some files yielded; plain data, so that a proof that was stopped goes on with it. */
export type Tally = {
  readonly files: number;
  readonly findings: number;
  readonly genuine: number;
  readonly downloads: number;
  readonly wrong: readonly string[];
  readonly done: readonly string[];
  readonly rules: readonly string[];
};
/** All of them in one. */
export const together = (tallies: readonly Tally[]): Tally => {
  const sum = (of: (tally: Tally) => number) => tallies.reduce((total, each) => total + of(each), 0);
  return {
    files: sum(({files}) => files),
    findings: sum(({findings}) => findings),
    genuine: sum(({genuine}) => genuine),
    downloads: sum(({downloads}) => downloads),
    wrong: tallies.flatMap(({wrong}) => wrong),
    done: tallies.flatMap(({done}) => done),
    rules: [...new Set(tallies.flatMap(({rules}) => rules))],
  };
};
/** One file. */
export const tallyOf = ({done}: Mangled, {checked, trust}: Expected, wrong: readonly string[]): Tally => ({
  files: 1,
  findings: checked.findings.length,
  genuine: trust === "genuine" ? 1 : 0,
  downloads: 0,
  wrong,
  done,
  rules: [...new Set(checked.findings.map(({rule}) => rule))],
});
