import {acceptRepairs} from "../../pipelines/check/repairs/accept-repairs.ts";
import {checkReading} from "../../pipelines/check/check-reading.ts";
import {interpret} from "../../pipelines/read/interpret.ts";
import type {Finding, Reading} from "../../schemas/flow.ts";
import {valuesOf} from "./bases.ts";
import type {Mutant} from "./mutants.ts";

/**
 * What became of a mutant. `equal`: read as if nothing had happened; `told`: every value right and the repair said; `confirm`: every value right, and the sender is
 * asked to confirm; `asked`: not accepted, an error stands where it was mangled; `elsewhere`: not accepted, but no error stands there; `wrong`: accepted with a value that is not the sender's.
 */
export type Outcome = "equal" | "told" | "confirm" | "asked" | "elsewhere" | "wrong";
export type Judged = {
  readonly outcome: Outcome;
  /** Values that differ from the truth, as `name: was → is`. */
  readonly differences: readonly string[];
  /** Would be accepted with other values once the repair plan is confirmed. */
  readonly wrongIfConfirmed: boolean;
  /** What is told, in a short form that two ways of reading can be compared by. */
  readonly said: string;
};

const differences = (reading: Reading, truth: ReadonlyMap<string, string>): string[] => {
  const read = valuesOf(reading);
  const names = new Set([...truth.keys(), ...read.keys()]);
  return [...names].flatMap((name) => {
    const [was, is] = [truth.get(name), read.get(name)];
    // A zero somebody wrote and the zero of an empty cell in a filled distribution are the same; so are such a zero and nothing, where all is empty.
    return was === is || (was ?? "0") === (is ?? "0") ? [] : [`${name}: ${was ?? "–"} → ${is ?? "–"}`];
  });
};
const isAt = (touched: ReadonlySet<string>, finding: Finding) => !("sheet" in finding.at) || touched.has(finding.at.sheet);
/** Findings in short. Personal data is looked for in more than the cells of sheets, where there are bytes; that is another measure's. */
const shortOf = (findings: readonly Finding[]) =>
  findings
    .filter(({rule}) => rule !== "DS-001")
    .map(({rule, at}) => `${rule} ${"cell" in at ? `${at.sheet}!${at.cell}` : "sheet" in at ? at.sheet : ""}`)
    .sort()
    .join("|");

/** Reads and checks a mutant, from its sheets or as the reader made them from bytes. */
export const judgeMutant = ({opened, truth, touched, shortened}: Mutant, reading: Reading = interpret(opened)): Judged => {
  const found = differences(reading, truth);
  const checked = checkReading(reading);
  const errors = checked.findings.filter(({severity}) => severity === "error");
  const onlyRepairs = errors.every(({rule}) => rule === "STR-012");
  const judged = (outcome: Outcome): Judged => ({
    outcome,
    differences: found,
    wrongIfConfirmed: found.length > 0 && onlyRepairs && acceptRepairs(checked).verdict !== "rejected",
    said: `${shortOf(checked.findings)} ${found.join("|")}`,
  });
  if (checked.verdict !== "rejected") return judged(found.length > 0 ? "wrong" : checked.findings.length > 0 ? "told" : "equal");
  if (found.length === 0 && onlyRepairs) return judged("confirm");
  return judged(shortened || errors.some((finding) => isAt(touched, finding)) ? "asked" : "elsewhere");
};
