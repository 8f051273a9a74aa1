import {type ChildProcess, fork} from "node:child_process";
import type {Measure} from "../proof/measure.ts";
import type {Outcome} from "./outcome.ts";
import {type Counted, countShare, type Share} from "./share.ts";

/** How many workbooks are mangled, and every how many of them is also written to bytes and read from there. */
const sizes = {full: {mutants: 20_000, bytesEvery: 50, steps: 5}, test: {mutants: 150, bytesEvery: 15, steps: 1}} as const;
const limits = {clear: 0.995};
const words: Readonly<Record<Outcome, string>> = {
  equal: "gelesen",
  told: "mit gesagter Korrektur gelesen",
  confirm: "mit Korrektur gelesen, zu bestätigen",
  asked: "an der Stelle abgefragt oder abgewiesen",
  elsewhere: "an anderer Stelle abgewiesen",
  wrong: "mit falschem Wert angenommen",
};
const outcomes = Object.keys(words) as Outcome[];

type Children = {readonly count: (share: Share) => Promise<Counted>; readonly end: () => void};
const openChild = (): Children => {
  const child: ChildProcess = fork(new URL("./child.ts", import.meta.url), {serialization: "advanced", stdio: ["ignore", "ignore", "inherit", "ipc"]});
  const count = (share: Share) =>
    new Promise<Counted>((resolve, reject) => {
      child.once("message", (counted) => resolve(counted as Counted));
      child.once("exit", (code) => reject(new Error(`missing share: child ended with ${code}`)));
      child.send(share);
    });
  return {count, end: () => child.disconnect()};
};

const numberOf = (counts: Counted["counts"], outcome: Outcome) => Object.values(counts).reduce((sum, each) => sum + (each[outcome] ?? 0), 0);
const addedUp = <K extends string>(parts: readonly Readonly<Partial<Record<K, number>>>[]): Partial<Record<K, number>> => {
  const sums: Partial<Record<K, number>> = {};
  for (const part of parts) for (const [name, count] of Object.entries(part) as [K, number][]) sums[name] = (sums[name] ?? 0) + count;
  return sums;
};
const joined = (parts: readonly Counted[]): Counted => ({
  counts: Object.fromEntries(Object.keys(parts[0]!.counts).map((name) => [name, addedUp(parts.map(({counts}) => counts[name] ?? {}))])),
  confirmedWrong: addedUp(parts.map(({confirmedWrong}) => confirmedWrong)) as Counted["confirmedWrong"],
  faults: parts.flatMap(({faults}) => faults),
  bytes: parts.reduce((sum, {bytes}) => sum + bytes, 0),
  otherFromBytes: parts.flatMap(({otherFromBytes}) => otherFromBytes),
});

const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(2).replace(".", ",")} %`;
const grouped = (number: number) => String(number).replace(/\B(?=(\d{3})+$)/g, ".");
const listed = 20;
const linesOf = ({counts, confirmedWrong, faults, bytes, otherFromBytes}: Counted): string[] => {
  const confirmed = Object.entries(confirmedWrong).map(([name, count]) => `${name} ${count}`);
  return [
    `Ergebnis: ${outcomes.map((outcome) => `${words[outcome]} ${numberOf(counts, outcome)}`).join(", ")}`,
    `über wirkliche Bytes gelesen: ${bytes}, davon anders als aus den Blättern: ${otherFromBytes.length}`,
    `nähme eine Bestätigung des Absenders andere Werte an: ${confirmed.length === 0 ? "nie" : confirmed.join(", ")}`,
    "nicht dabei: Angaben unter unveränderten Überschriften und Schlüsseln vertauscht oder verrutscht, Deckblatt und alle verborgenen Angaben zugleich geändert – das sieht man einer Datei nicht an",
    ...Object.entries(counts).map(
      ([name, each]) => `${name}: ${outcomes.flatMap((outcome) => (each[outcome] === undefined ? [] : `${words[outcome]} ${each[outcome]}`)).join(", ")}`,
    ),
    ...faults.slice(0, listed),
    ...otherFromBytes.slice(0, listed).map((name) => `aus Bytes anders: ${name}`),
  ];
};

const judged = (counted: Counted) => {
  const all = outcomes.reduce((sum, outcome) => sum + numberOf(counted.counts, outcome), 0);
  const [wrong, elsewhere] = [numberOf(counted.counts, "wrong"), numberOf(counted.counts, "elsewhere")];
  return {
    ok: wrong === 0 && (all - wrong - elsewhere) / all >= limits.clear && counted.otherFromBytes.length === 0,
    figure: `${grouped(all)} Verformungen: ${percent(all - wrong - elsewhere, all)} gelesen, mit Korrektur gelesen oder abgewiesen; ${wrong} falsche Werte angenommen`,
    lines: linesOf(counted),
  };
};

/** Workbooks of all variants of the template, mangled as people and programs do: each must be read right, read with a repair that is told, or be asked about. */
export const mutations: Measure = async ({size, seed, step}) => {
  const {mutants, bytesEvery, steps} = sizes[size];
  if (size === "test") return judged(await countShare({seed, from: 0, to: mutants, step: 1, bytesEvery}));
  const parts: Counted[] = [];
  const children = [openChild(), openChild()];
  for (let i = 0; i < steps; i++) {
    const [from, to] = [(i * mutants) / steps, ((i + 1) * mutants) / steps];
    const share = (offset: number): Share => ({seed, from: from + offset, to, step: children.length, bytesEvery});
    parts.push(...(await step(`${from} bis ${to}`, () => Promise.all(children.map(({count}, offset) => count(share(offset)))))));
  }
  for (const {end} of children) end();
  return judged(joined(parts));
};
