import {spawn} from "node:child_process";
import {cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join, relative} from "node:path";
import {setTimeout} from "node:timers/promises";
import {makeSample} from "../../fixtures/sample/make-sample.ts";
import {sha256Of} from "../../pipelines/effects/store.ts";
import {canMount, type Disk, diskWith, type Ill, ills} from "./disks.ts";
import {type Example, examples} from "./calls.ts";
import {kimDone} from "../proof/call.ts";
import type {Measure} from "../proof/measure.ts";
import {root} from "../proof/workshop.ts";

/** Long enough for any of these calls on a busy machine; whoever needs more hangs. */
const patience = 90_000;
const stopsWithin = 10_000;
/** Long enough for a verb to have begun. */
const removedAfter = 500;
/** Words of the system, of Node and of DuckDB that no user may see, and what is said of our own mistakes. */
const english = [
  /\bE[A-Z]{3,}: /,
  /no such file|not a directory|is a directory|permission denied|no space left|read-only file|not permitted|IO Error|Unhandled|Fehler des Programms/i,
  /^\s+at |^Warning:/m,
  /\b(?:missing|invalid|unknown|ambiguous) [a-z ]+:/,
];

type Ended = {readonly exit: number | null; readonly text: string; readonly milliseconds: number; readonly orphans: boolean};
/** Whether anything of a process group still runs; what ended and was not yet fetched by its parent does not. */
const groupLives = async (group: number): Promise<boolean> => {
  for (const pid of (await readdir("/proc")).filter((name) => /^\d+$/.test(name))) {
    const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
    const [state, , pgrp] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (pgrp === String(group) && state !== "Z") return true;
  }
  return false;
};
const kill = (pid: number, signal: NodeJS.Signals) => {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended meanwhile.
  }
};

/** Runs a verb in a process group of its own; an endless one is told to stop after three seconds. */
const called = async (args: readonly string[], cwd: string, endless: boolean): Promise<Ended> => {
  const begun = performance.now();
  const child = spawn(process.execPath, [join(root, "kim.ts"), ...args], {cwd, stdio: ["ignore", "pipe", "pipe"], detached: true});
  const pid = child.pid ?? 0;
  let text = "";
  child.stdout.on("data", (chunk) => (text += chunk));
  child.stderr.on("data", (chunk) => (text += chunk));
  const exited = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
  if (endless) void setTimeout(3_000, undefined, {ref: false}).then(() => kill(pid, "SIGTERM"));
  const exit = await Promise.race([exited, setTimeout(endless ? 3_000 + stopsWithin : patience, "hangs" as const, {ref: false})]);
  const milliseconds = performance.now() - begun;
  // The kernel ends children a moment after their parent.
  let orphans = await groupLives(pid);
  for (let tries = 0; orphans && exit !== "hangs" && tries < 20; tries++) {
    await setTimeout(100);
    orphans = await groupLives(pid);
  }
  if (exit === "hangs" || orphans) kill(-pid, "SIGKILL");
  return {exit: exit === "hangs" ? null : exit, text, milliseconds, orphans};
};

const filesBelow = async (folder: string): Promise<Map<string, string>> => {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true}).catch(() => []);
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(await Promise.all(paths.map(async (path) => [relative(folder, path), sha256Of(await readFile(path))] as const)));
};
/** What of the old state is gone or another: archive, products, pages and returns stay as they were, the ledger may only have grown. */
const damage = async (before: string, after: string): Promise<string[]> => {
  const [old, now] = [await filesBelow(before), await filesBelow(after)];
  const kept = new Set(now.values());
  const lasting = [...old].filter(([path]) => /^(archive|payload|quarantine|products|site|inbox)\//.test(path) && !path.endsWith(".eingang.json"));
  // A return may have moved from the inbox into the archive; its bytes are somewhere.
  const gone = lasting.filter(([path, hash]) => (path.startsWith("inbox/") ? !kept.has(hash) : now.get(path) !== hash)).map(([path]) => path);
  const [was, is] = await Promise.all([before, after].map((each) => readFile(join(each, "ledger.ndjson"), "utf8").catch(() => "")));
  return [...gone.slice(0, 3), ...(is?.startsWith(was ?? "") ? [] : ["ledger.ndjson"])];
};

const wrongEnd = ({exit, text, orphans}: Ended, {writes, endless}: Example, ill: Ill): string[] => {
  if (exit === null) return ["endet nicht"];
  const mustRefuse = writes && endless !== true && (ill === "voll" || ill === "schreibgeschützt");
  const allowed = mustRefuse ? [2] : [0, 1, 2];
  const hasAdvice = /[Bb]itte |\.\/kim|Erwartet|Beim nächsten|Es gibt: /.test(text);
  return [
    ...(allowed.includes(exit) ? [] : [`endet mit ${exit}`]),
    ...(exit === 2 && !hasAdvice ? ["sagt nicht, was zu tun ist"] : []),
    ...(mustRefuse && !/\((?:ENOSPC|EROFS)\)/.test(text) ? ["nennt die Ursache nicht"] : []),
    ...english.flatMap((words) => (words.test(text) ? [`sagt Fremdes: ${words.exec(text)?.[0]}`] : [])),
    ...(orphans ? ["lässt Kinder zurück"] : []),
  ];
};

type Tried = {readonly what: string; readonly faults: readonly string[]; readonly seconds: number};
const tryOne = async (state: string, name: string, example: Example, ill: Ill): Promise<Tried> => {
  const disk: Disk = await diskWith(state, ill);
  try {
    const places = {"{data}": disk.data, "{out}": disk.out, "{file}": join(disk.root, "meldung.xlsx")};
    const filled = example.args.map((arg) => Object.entries(places).reduce((text, [mark, path]) => text.replaceAll(mark, path), arg));
    const words = name.split(" ").filter((word) => !/^[<[]|\]$/.test(word));
    if (ill === "unterwegs entfernt")
      void setTimeout(removedAfter, undefined, {ref: false}).then(() => rm(disk.data, {recursive: true, force: true}).catch(() => undefined));
    const ended = await called([...words, ...filled, "--data", disk.data], disk.root, example.endless === true);
    await disk.heal();
    const lost = ill === "voll" || ill === "schreibgeschützt" ? await damage(join(state, "data"), disk.data) : [];
    const faults = [...wrongEnd(ended, example, ill), ...lost.map((path) => `verändert oder verloren: ${path}`)];
    return {
      what: `${words.join(" ")} (${ill})`,
      faults: faults.length === 0 ? [] : [...faults, ended.text.trim().slice(0, 400)],
      seconds: ended.milliseconds / 1000,
    };
  } finally {
    await disk.remove();
  }
};

/** A built state, one return more in the ledger than in the products, and one in the inbox. */
const makeState = async (into: string, pages: boolean): Promise<void> => {
  const [data, out, sample] = [join(into, "data"), join(into, "out"), join(into, "sample")];
  await makeSample(sample, {seed: 2025, halfYears: ["2025-H1"], bodies: ["05334", "05566", "05117"]});
  const returns = (await readdir(sample, {recursive: true})).filter((path) => path.endsWith(".xlsx")).sort();
  const [first = "", second = "", third = ""] = ["05334", "05566", "05117"].map((body) => returns.find((path) => path.includes(body)));
  await mkdir(out, {recursive: true});
  await cp(join(sample, "approvals.csv"), join(out, "approvals.csv"));
  await writeFile(join(out, "kandidat.json"), JSON.stringify({off: ["PLA-002"]}));
  await cp(join(sample, first), join(into, "meldung.xlsx"));
  const taken = async (path: string) => {
    await mkdir(join(data, "inbox"), {recursive: true});
    await cp(join(sample, path), join(data, "inbox", `${sha256Of(path).slice(0, 6)}.xlsx`));
  };
  await taken(first);
  await kimDone("ingest", "--data", data);
  await kimDone("build", "--data", data);
  if (pages) await kimDone("site", "--data", data, "--audience", "public");
  await taken(second);
  await kimDone("ingest", "--data", data);
  await taken(third);
  await rm(sample, {recursive: true, force: true});
};

/** In the test size: those that write most, read most and run for ever. */
const few: Readonly<Record<string, readonly Ill[]>> = {
  "ingest [datei-oder-ordner...]": ["voll", "schreibgeschützt"],
  build: ["voll"],
  "query <sql>": ["voll", "weg"],
  schedule: ["schreibgeschützt"],
  quarantine: ["eine Datei"],
  "ledger verify": ["weg"],
};

/** Every verb on a full disk, in a write-protected folder, without its folder, where a file is its folder, and where somebody removes it on the way: it ends, says so in German, and leaves the old state as it was. */
export const disk: Measure = async ({size, step}) => {
  if (process.platform !== "linux" || !(await canMount()))
    return {ok: false, figure: "hier nicht messbar", lines: ["Datenträger lassen sich nur unter Linux mit dem Recht zum Einhängen (mount) herstellen."]};
  const names = (JSON.parse((await kimDone("--help", "--json")).out) as {name: string}[]).map(({name}) => name);
  const without = names.filter((name) => examples[name] === undefined);
  const full = size === "full";
  const state = await mkdtemp(join(tmpdir(), "kim-disk-state-"));
  try {
    await makeState(state, full);
    const all = names.flatMap((name) => {
      const example = examples[name];
      return example === undefined ? [] : ills.filter((ill) => full || few[name]?.includes(ill)).map((ill) => ({name, example, ill}));
    });
    const tried: Tried[] = [];
    for (const {name, example, ill} of all) tried.push(await step(`${name} ${ill}`, () => tryOne(state, name, example, ill)));
    const wrong = tried.filter(({faults}) => faults.length > 0);
    const longest = tried.toSorted((a, b) => b.seconds - a.seconds)[0];
    return {
      ok: wrong.length === 0 && without.length === 0,
      figure: `${tried.length - wrong.length} von ${tried.length} Aufrufen (${new Set(all.map(({name}) => name)).size} Befehle) enden richtig, längster ${longest?.seconds.toFixed(1)} s (${longest?.what})`,
      lines: [
        ...without.map((name) => `Für den Befehl „${name}“ fehlt ein Beispielaufruf in bench/disk/calls.ts.`),
        ...wrong.map(({what, faults}) => `${what}: ${faults.join("; ")}`),
      ],
    };
  } finally {
    await rm(state, {recursive: true, force: true});
  }
};
