import {spawn} from "node:child_process";
import {cp, mkdir, mkdtemp, readFile, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {strToU8, zipSync} from "fflate";
import {makeSample} from "../../fixtures/sample/make-sample.ts";
import type {IngestSummary} from "../../pipelines/jobs/intake/ingest.ts";
import {bodies} from "../../schemas/codes/bodies.ts";
import {root} from "../proof/workshop.ts";
import {namedIn} from "./round.ts";

/** One run of intake: its time, the largest memory of its process, and what it said. */
type Run = {readonly seconds: number; readonly megabytes: number; readonly summary: IngestSummary};
export type ForeignCase = {readonly good: number; readonly foreign: number; readonly alone: Run; readonly among: Run; readonly faults: readonly string[]};

const peakOf = async (pid: number | undefined): Promise<number> => {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024;
};
const measured = async (data: string): Promise<Run> => {
  const begun = performance.now();
  const child = spawn(process.execPath, [join(root, "kim.ts"), "ingest", "--data", data, "--json"], {cwd: root, stdio: ["ignore", "pipe", "inherit"]});
  const out: Buffer[] = [];
  let megabytes = 0;
  const watch = setInterval(async () => {
    megabytes = Math.max(megabytes, await peakOf(child.pid));
  }, 100);
  child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
  await new Promise((resolve) => child.on("close", resolve));
  clearInterval(watch);
  return {seconds: (performance.now() - begun) / 1000, megabytes, summary: JSON.parse(Buffer.concat(out).toString()) as IngestSummary};
};

/** What lies about in shared folders: names, and bytes that differ from file to file. Of twelve, eight can only be told from a return by their bytes: they get their finding; one lies in a foreign folder. */
const kinds: readonly ((n: number) => readonly [name: string, bytes: Uint8Array])[] = [
  (n) => [`Bescheid ${n}.pdf`, strToU8(`%PDF-1.7\n% ${n}\n%%EOF\n`)],
  (n) => [`Auszug ${n}.csv`, strToU8(`stelle;wert\n${n};1\n`)],
  (n) => [`Vermerk ${n}.docx`, zipSync({"[Content_Types].xml": strToU8(`<Types n="${n}"/>`), "word/document.xml": strToU8("<w:document/>")})],
  (n) => [`Foto ${n}.jpg`, new Uint8Array([0xff, 0xd8, 0xff, 0xe0, ...strToU8(String(n))])],
  (n) => [`Nachricht ${n}.eml`, strToU8(`Subject: Meldung ${n}\n\nanbei`)],
  (n) => [`Seite ${n}.html`, strToU8(`<!doctype html><p>${n}</p>`)],
  (n) => [`Brief ${n}.rtf`, strToU8(`{\\rtf1 ${n}}`)],
  (n) => [`Notiz ${n}`, strToU8(`Bitte Meldung ${n} prüfen`)],
  (n) => [`~$Meldung ${n}.xlsx`, strToU8(`${n}`)],
  (n) => [`Meldung ${n}.xlsx.filepart`, strToU8(`PK\u0003\u0004${n}`)],
  (n) => [`Ablage ${n}/Thumbs.db`, strToU8(`${n}`)],
  (n) => [`@eaDir/Meldung ${n}.xlsx/SYNO@.fileindexdb`, strToU8(`${n}`)],
];
const scatter = async (inbox: string, count: number): Promise<void> => {
  for (let n = 0; n < count; n++) {
    const [name, bytes] = kinds[n % kinds.length]!(n);
    const path = join(inbox, name);
    if (name.includes("/")) await mkdir(join(path, ".."), {recursive: true});
    await writeFile(path, bytes);
  }
};
const returnsIn = ({files}: IngestSummary) => files.filter(({body}) => body !== null);

/** Good returns alone, then the same among foreign files. */
export const amongForeign = async (foreign: number, keys: readonly string[]): Promise<ForeignCase> => {
  const place = await mkdtemp(join(tmpdir(), "kim-foreign-"));
  try {
    const [sample, alone, among] = [join(place, "sample"), join(place, "alone"), join(place, "among")];
    const {files} = await makeSample(sample, {seed: 2025, halfYears: ["2023-H2"], bodies: keys});
    const good = files.length;
    for (const data of [alone, among]) await cp(join(sample, "2023-H2"), join(data, "inbox", "2023-H2"), {recursive: true});
    await scatter(join(among, "inbox"), foreign);
    const [first, second] = [await measured(alone), await measured(among)];
    const verdicts = (run: Run) =>
      JSON.stringify(
        returnsIn(run.summary)
          .map(({sha256, outcome}) => `${sha256} ${outcome}`)
          .sort(),
      );
    // What lies in a foreign folder is named by its folder.
    const inFolders = Math.floor((foreign + 1) / kinds.length);
    const named = namedIn(second.summary).size;
    // Foreign by name are four kinds of twelve; of the others each has its finding.
    const expected = Array.from({length: foreign}, (_, n) => n % kinds.length).filter((kind) => kind < 8).length;
    const judged = second.summary.files.length - good;
    const faults = [
      ...(returnsIn(second.summary).length === good ? [] : [`${returnsIn(second.summary).length} von ${good} Meldungen gezählt`]),
      ...(verdicts(first) === verdicts(second) ? [] : ["neben fremden Dateien anders beurteilt"]),
      ...(judged === expected ? [] : [`${judged} statt ${expected} fremde Dateien mit Befund`]),
      ...(named >= good + foreign - inFolders ? [] : [`nur ${named} von ${good + foreign} Dateien genannt`]),
    ];
    return {good, foreign, alone: first, among: second, faults};
  } finally {
    await rm(place, {recursive: true, force: true});
  }
};
export const allBodies = bodies.map(({key}) => key);
