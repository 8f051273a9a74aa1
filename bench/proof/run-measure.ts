import {join} from "node:path";
import type {Measured, Size} from "./measure.ts";
import {measures, promised} from "./measures.ts";
import {stepsIn} from "./steps.ts";
import {hashOf, root, shared} from "./workshop.ts";

export type Run = Measured & {readonly name: string; readonly files: string; readonly seconds: number};

/** Runs one measure; a crash is a promise that does not hold. Steps of a full run survive being stopped. @throws Error `unknown measure: NAME` */
export const runMeasure = async (name: string, size: Size, seed: number): Promise<Run> => {
  const {files, load} = promised(name);
  const hash = hashOf(files);
  const {step, forget} = stepsIn(join(root, `.data/prove/${name}.json`), `${hash} ${seed} ${size}`);
  const begun = performance.now();
  const measured = await load()
    .then((measure) => measure({size, seed, shared: shared(), step: size === "full" ? step : (_, work) => work()}))
    .then((ended) => {
      // Only what was stopped goes on where it was; a run that came to its end is measured anew next time, whatever it said.
      if (size === "full") forget();
      return ended;
    })
    .catch(
      (error: unknown): Measured => ({ok: false, figure: "abgebrochen", lines: [error instanceof Error ? (error.stack ?? error.message) : String(error)]}),
    );
  return {...measured, name, files: hash, seconds: (performance.now() - begun) / 1000};
};

/** What is printed of a run. */
export const runAsText = ({name, ok, figure, lines, seconds}: Run): string =>
  [`${name}: ${ok ? "hält" : "HÄLT NICHT"} – ${figure} (${seconds.toFixed(1)} s)`, ...lines.map((line) => `  ${line}`)].join("\n");

const timings = () => Object.keys(measures).filter((name) => measures[name]?.timing);

/** `./kim bench NAME`: the full size, printed only; `all` are the timings. @returns whether all hold @throws Error `unknown measure: NAME` */
export const bench = async (names: readonly string[], say: (text: string) => void): Promise<boolean> => {
  const chosen = names.includes("all") ? timings() : names;
  for (const name of chosen) promised(name);
  let ok = true;
  for (const name of chosen) {
    const run = await runMeasure(name, "full", 1);
    say(runAsText(run));
    ok &&= run.ok;
  }
  return ok;
};
