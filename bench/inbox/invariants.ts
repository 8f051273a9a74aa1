import {readdir, readFile} from "node:fs/promises";
import {join} from "node:path";
import {sha256Of} from "../../pipelines/effects/store.ts";
import type {LedgerLine} from "../../schemas/events.ts";
import type {Told} from "./stories.ts";

const filesBelow = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true}).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
};
const hashesBelow = async (folder: string): Promise<Set<string>> =>
  new Set(await Promise.all((await filesBelow(folder)).map(async (path) => sha256Of(await readFile(path)))));
const linesOf = async (data: string): Promise<LedgerLine[]> =>
  (await readFile(join(data, "ledger.ndjson"), "utf8").catch(() => ""))
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as LedgerLine);

/** Complete versions that are nowhere: not in archive, quarantine or inbox, nor put aside by their writer. */
const lost = async (data: string, told: readonly Told[]): Promise<string[]> => {
  const kept = await Promise.all(["archive", "quarantine", "inbox", "aside"].map((folder) => hashesBelow(join(data, folder))));
  const isKept = (sha256: string) => kept.some((hashes) => hashes.has(sha256));
  return told.flatMap(({story, versions}) => versions.filter(({sha256, dropped}) => !dropped && !isKept(sha256)).map(() => `verloren: ${story}`));
};
/** Bytes taken in, whether archived or kept in quarantine, that no writer ever brought to an end. */
const halves = async (data: string, told: readonly Told[]): Promise<string[]> => {
  const whole = new Set(told.flatMap(({versions, halves: excused}) => [...versions.map(({sha256}) => sha256), ...excused]));
  const taken = await Promise.all(["archive", "quarantine"].map((folder) => hashesBelow(join(data, folder))));
  return [...new Set(taken.flatMap((hashes) => [...hashes]))].filter((sha256) => !whole.has(sha256)).map((sha256) => `halb gelesen: ${sha256.slice(0, 12)}`);
};
/** Bytes received or checked more than once; a second receipt must say that they had come earlier. */
const doubled = (lines: readonly LedgerLine[]): string[] => {
  const bySha = Map.groupBy(
    lines.filter((line) => line.type === "received" || line.type === "checked"),
    ({sha256}) => sha256,
  );
  return [...bySha].flatMap(([sha256, each]) => {
    const times = each.flatMap((line) => (line.type === "received" ? [line.received] : []));
    const twice = times.some((time, i) => i > 0 && time >= times[i - 1]!) || each.filter(({type}) => type === "checked").length !== 1;
    return twice ? [`doppelt im Journal: ${sha256.slice(0, 12)}`] : [];
  });
};
/** Files with a sidecar that were noted with another time than it states. */
const misdated = (lines: readonly LedgerLine[], told: readonly Told[]): string[] => {
  const stated = told.flatMap(({story, versions}) => versions.flatMap(({sha256, received}) => (received === null ? [] : [{story, sha256, received}])));
  return stated
    .filter(({sha256, received}) => lines.some((line) => line.type === "received" && line.sha256 === sha256 && line.received !== received))
    .map(({story}) => `falscher Eingang: ${story}`);
};
/** Files and claims that lie in the inbox after the last run and that it did not name. */
const unnamed = async (data: string, named: ReadonlySet<string>): Promise<string[]> => {
  const left = await filesBelow(join(data, "inbox"));
  return left.filter((path) => !named.has(path)).map((path) => `nicht genannt: ${path.slice(data.length)}`);
};

/** What went wrong in a data folder after all stories are told and the last run has ended; `named`: the paths it named. */
export const faultsOf = async (data: string, told: readonly Told[], named: ReadonlySet<string>): Promise<string[]> => {
  const lines = await linesOf(data);
  return [...(await lost(data, told)), ...(await halves(data, told)), ...doubled(lines), ...misdated(lines, told), ...(await unnamed(data, named))];
};
