import {readFile, rename, mkdtemp, rm, copyFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {basename, join} from "node:path";
import {type Chance, chance} from "../../fixtures/sample/chance.ts";
import {contentIn, type Ended, filesIn, furnish, type Typed, typed} from "./furnish.ts";
import {type Expectation, harm, type Kind, kinds} from "./kinds.ts";
import {call} from "../proof/call.ts";
import type {Measure} from "../proof/measure.ts";

/** The undamaged folder: what it comes to, what lies in it, and the name of its backup. */
type Sound = {readonly data: string; readonly content: string; readonly files: ReadonlyMap<string, string>; readonly backup: string; readonly refused: string};
type Case = {readonly kind: Kind; readonly how: string; readonly path: string; readonly other: string; readonly verb: Typed; readonly expected: Expectation};

const published = /^(products|site|desk)\//;
const truth = /^(archive|payload|backups)\//;

/** Second names for all files, so that a copy costs nothing and whatever is written anew shows; only what is appended to is copied. */
const copyOf = async (sound: string, data: string): Promise<void> => {
  await call("cp", ["-al", sound, data]);
  await rm(join(data, "ledger.ndjson"));
  await copyFile(join(sound, "ledger.ndjson"), join(data, "ledger.ndjson"));
};

const bag = kinds.flatMap((kind) => Array.from({length: kind.weight}, () => kind));
/** A small run goes once through all kinds that cost little, and through one that builds. */
const few = [...kinds.filter(({costly}) => costly !== true), ...kinds.filter(({costly}) => costly === true).slice(0, 1)];
const drawn = (sound: Sound, draw: Chance, kind: Kind): Case => {
  const paths = [...sound.files.keys()].filter((path) => kind.where.test(path));
  const path = draw.pick(paths);
  const [verb, expected] = draw.pick(kind.verbs);
  const alike = paths.filter((each) => each.split(".").at(-1) === path.split(".").at(-1));
  return {kind, how: draw.pick(Object.keys(kind.hows)), path, other: draw.pick(alike), verb, expected};
};

/** Names what a verb needs that hangs on the folder. */
const aimed = (verb: Typed, {backup, refused}: Sound): Typed => {
  if (verb.verb === "restore") return {...verb, args: [backup]};
  return verb.verb === "quarantine answer" ? {...verb, args: [refused]} : verb;
};

/** Files of the kind that are no longer the ones they were, the damaged one aside. */
const touched = async (data: string, sound: Sound, damaged: string, which: RegExp): Promise<string[]> => {
  const now = await filesIn(data);
  return [...sound.files].filter(([path, was]) => which.test(path) && path !== damaged && now.get(path) !== was).map(([path]) => path);
};
const differ = async (data: string, sound: Sound, which: RegExp): Promise<string[]> => {
  const now = await filesIn(data);
  const wrong: string[] = [];
  for (const [path, was] of sound.files) {
    if (!which.test(path) || now.get(path) === was) continue;
    const isEqual = now.has(path) && (await readFile(join(data, path))).equals(await readFile(join(sound.data, path)));
    if (!isEqual) wrong.push(path);
  }
  return [...wrong, ...[...now.keys()].filter((path) => which.test(path) && !sound.files.has(path))];
};

const isNamed = ({kind, path}: Case, {text}: Ended) => (kind.names === "path" ? text.includes(basename(path)) || text.includes(path) : kind.names.test(text));
const wanted: Readonly<Record<Expectation, number>> = {stops: 1, mends: 0, "goes on": 0};

/** What is wrong with how a damage was met; nothing: it was stopped, or mended, or did no harm. */
const faultsOf = async (each: Case, ended: Ended, data: string, sound: Sound): Promise<string[]> => {
  const faults = ended.exit === wanted[each.expected] ? [] : [`Ende ${ended.exit} statt ${wanted[each.expected]}`];
  if (!isNamed(each, ended)) faults.push("nicht benannt");
  if (/Abgebrochen|\bE[A-Z]{4,}\b|SyntaxError/.test(ended.text)) faults.push("kein deutscher Satz");
  if (each.expected === "stops") {
    const other = await touched(data, sound, each.path, new RegExp(`${published.source}|${truth.source}`));
    if (other.length > 0) faults.push(`verändert: ${other.slice(0, 3).join(", ")}`);
  } else {
    const other = await differ(data, sound, published);
    if (other.length > 0) faults.push(`anders veröffentlicht: ${other.slice(0, 3).join(", ")}`);
  }
  return faults;
};
const restoredFaults = async (data: string, sound: Sound): Promise<string[]> => {
  const {exit, text} = await typed(data, {verb: "restore", args: [sound.backup]});
  if (exit !== 0) return [`nicht wiederhergestellt: ${text.slice(0, 200)}`];
  const content = await contentIn(data);
  return content === sound.content ? [] : [`nach restore anderer Inhalt: ${content}`];
};

const meet = async (sound: Sound, seed: number, round: number, small: Kind | null): Promise<{kind: string; faults: string[]}> => {
  const draw = chance(seed, "damage", round);
  const each = drawn(sound, draw, small ?? draw.pick(bag));
  const place = await mkdtemp(join(tmpdir(), "kim-damage-"));
  const data = join(place, "data");
  try {
    await copyOf(sound.data, data);
    const how = each.kind.hows[each.how];
    if (how === undefined || !(await harm(data, each.path, how, each.other, draw))) return {kind: each.kind.name, faults: []};
    if (each.kind.rebuild === true) await rm(join(data, "warehouse.duckdb"));
    const ended = await typed(data, aimed(each.verb, sound));
    const faults = await faultsOf(each, ended, data, sound);
    if (each.kind.restores === true) faults.push(...(await restoredFaults(data, sound)));
    const what = `Runde ${round}: ${each.kind.name} ${each.how} (${each.path}), kim ${each.verb.verb}`;
    return {kind: each.kind.name, faults: faults.map((fault) => `${what}: ${fault}. ${ended.text.slice(0, 300).replaceAll("\n", " ")}`)};
  } finally {
    await rm(place, {recursive: true, force: true});
  }
};

/** A folder that was moved works as before, and no file in it knows where it lay. */
const movedFaults = async (data: string, before: string, files: Sound["files"], full: boolean): Promise<string[]> => {
  const faults: string[] = [];
  for (const path of files.keys()) if ((await readFile(join(data, path))).includes(before)) faults.push(`${path} nennt den alten Ort des Datenordners.`);
  const same = {site: 3, "backup verify": 1, build: 1, ...(full ? {"jobs run": 1} : {})};
  for (const [verb, times] of Object.entries(same)) {
    const {exit, text} = await typed(data, {verb, args: verb === "jobs run" ? ["drill"] : []});
    const found = text.match(/auf dem Stand|: unversehrt|mit demselben Inhalt wie das Veröffentlichte/g)?.length;
    if (exit !== 0 || found !== times) faults.push(`Nach dem Umzug, kim ${verb}: Ende ${exit}, ${text.slice(0, 300)}`);
  }
  return faults;
};

/** Seeded damages of every kind of file in a data folder, each met by a verb: nothing false is published, each is named, and a backup brings the old content back. */
export const damage: Measure = async ({size, seed, step}) => {
  const place = await mkdtemp(join(tmpdir(), "kim-damage-sound-"));
  try {
    const [before, data] = [join(place, "vorher"), join(place, "data")];
    await furnish(join(place, "sample"), before);
    await rename(before, data);
    const moved = await movedFaults(data, before, await filesIn(data), size === "full");
    const files = await filesIn(data);
    const [backup = ""] = [...files.keys()].flatMap((path) => /^backups\/([^/]+)\/manifest/.exec(path)?.[1] ?? []);
    const [refused = ""] = [...files.keys()].flatMap((path) => /^quarantine\/([0-9a-f]{64})$/.exec(path)?.[1] ?? []);
    const sound: Sound = {data, content: await contentIn(data), files, backup, refused};
    const rounds: {kind: string; faults: string[]}[] = [];
    const small = size === "full" ? Array.from({length: 300}, () => null) : few;
    for (const [i, kind] of small.entries()) rounds.push(await step(`round ${i}`, () => meet(sound, seed, i, kind)));
    const lines = [...moved, ...rounds.flatMap(({faults}) => faults)];
    const counts = [...Map.groupBy(rounds, ({kind}) => kind)].map(([kind, some]) => `${kind} ${some.length}`);
    return {
      ok: lines.length === 0,
      figure: `${rounds.length} Schäden (${counts.join(", ")}): ${lines.length === 0 ? "nichts Falsches veröffentlicht, jeder benannt, jeder Stand wiederhergestellt" : `${lines.length} falsch behandelt`}`,
      lines,
    };
  } finally {
    await rm(place, {recursive: true, force: true});
  }
};
