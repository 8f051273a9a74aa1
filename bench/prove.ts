import {existsSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {parseArgs} from "node:util";
import {measures, promised} from "./proof/measures.ts";
import {complaints, withLine} from "./proof/results.ts";
import {runAsText, runMeasure} from "./proof/run-measure.ts";
import {commit, hashOf, machine, root, uncommitted} from "./proof/workshop.ts";

const resultsPath = join(root, "bench/RESULTS.md");
const results = () => (existsSync(resultsPath) ? readFileSync(resultsPath, "utf8") : "");

/** Names what is missing, broken or stale. */
const check = (): boolean => {
  const found = complaints(results(), Object.fromEntries(Object.entries(measures).map(([name, {files}]) => [name, hashOf(files)])));
  console.log(found.length === 0 ? "Alle Nachweise sind auf dem Stand der Dateien." : found.join("\n"));
  return found.length === 0;
};

/** Runs the full size and writes its line, also when the promise does not hold. */
const prove = async (name: string, seed: number): Promise<boolean> => {
  const {figure, files, ok, ...run} = await runMeasure(name, "full", seed);
  console.log(runAsText({figure, files, ok, ...run}));
  const line = {
    name,
    result: ok ? "hält" : "hält nicht",
    figure,
    date: new Date().toISOString().slice(0, 10),
    commit: commit(),
    machine: machine(),
    seed: String(seed),
    files,
    seconds: run.seconds.toFixed(0),
  } as const;
  writeFileSync(resultsPath, withLine(results(), line));
  return ok;
};

const tryOut = async (name: string, seed: number): Promise<boolean> => {
  const run = await runMeasure(name, "test", seed);
  console.log(runAsText(run));
  return run.ok;
};

/** A line names the commit it was measured on; with changes on top nobody could measure it again. */
const insistCommitted = () => {
  const changed = uncommitted();
  if (changed.length === 0) return;
  console.error(`Ein Nachweis braucht einen festgeschriebenen Stand. Geändert sind noch: ${changed.join(", ")}`);
  process.exit(2);
};

const each = async (names: readonly string[], work: (name: string) => Promise<boolean>): Promise<boolean> => {
  let ok = true;
  for (const name of names) ok = (await work(name)) && ok;
  return ok;
};

const usage = () => {
  const known = Object.entries(measures).map(([name, {says}]) => `  ${name.padEnd(10)} ${says}`);
  console.log(
    [
      "npm run prove -- NAME… | all   volle Größe, schreibt bench/RESULTS.md",
      "npm run prove -- --check       nennt, was fehlt, nicht hält oder veraltet ist",
      "npm run prove -- --test NAME…  kleine Größe, schreibt nichts",
      "",
      ...known,
    ].join("\n"),
  );
  return false;
};

const {positionals, values} = parseArgs({
  allowPositionals: true,
  options: {check: {type: "boolean"}, test: {type: "boolean"}, seed: {type: "string", default: "1"}},
});
const names = positionals.includes("all") || (values.test && positionals.length === 0) ? Object.keys(measures) : positionals;
for (const name of names) promised(name);
const seed = Number(values.seed);
if (!values.check && !values.test && names.length > 0) insistCommitted();
const ok = values.check ? check() : names.length === 0 ? usage() : await each(names, (name) => (values.test ? tryOut(name, seed) : prove(name, seed)));
process.exit(ok ? 0 : 1);
