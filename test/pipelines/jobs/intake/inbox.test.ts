import {execFileSync} from "node:child_process";
import {appendFileSync} from "node:fs";
import {mkdir, open, readdir, readFile, rename, symlink, truncate, unlink, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test, vi} from "vitest";
import {openDesk} from "../../../../pipelines/jobs/intake/desk.ts";
import {checkFiles} from "../../../../pipelines/jobs/intake/check-files.ts";
import {ingest, type IngestOptions} from "../../../../pipelines/jobs/intake/ingest.ts";
import {ingestText} from "../../../../pipelines/jobs/intake/report-ingest.ts";
import {foldLedger} from "../../../../pipelines/ledger/fold.ts";
import {verifyLedger} from "../../../../pipelines/ledger/verify.ts";
import {freshDesk, here} from "./desk.ts";

type Door = "readUnchanged" | "moveAway" | "removeFile" | "readPart";
/** Calls that the system refuses for files named b.csv, with the code it gives. */
const refused = vi.hoisted(() => new Map<string, string>());
vi.mock("../../../../pipelines/effects/entries.ts", async (original) => {
  const real: Record<Door, (path: string, ...rest: unknown[]) => Promise<unknown>> = await original();
  const guarded =
    (door: Door) =>
    (path: string, ...rest: unknown[]) => {
      const code = path.endsWith("b.csv") ? refused.get(door) : undefined;
      return code === undefined ? real[door](path, ...rest) : Promise.reject(Object.assign(new Error(`${code}: no`), {code}));
    };
  const doors: readonly Door[] = ["readUnchanged", "moveAway", "removeFile", "readPart"];
  return {...real, ...Object.fromEntries(doors.map((door) => [door, guarded(door)]))};
});

/** So short that tests need not wait, long enough for something to happen between two looks. */
const patience = {still: 60, torn: 60_000, named: 60_000};
const csv = (text: string) => new TextEncoder().encode(`stelle;wert\n${text}\n`);
/** Only the children look into a container: so something can happen meanwhile. */
const container = (text: string) => new TextEncoder().encode(`PK\u0003\u0004${text}`);
let fresh: Awaited<ReturnType<typeof freshDesk>>;
beforeEach(async () => {
  fresh = await freshDesk("2026-02-01T08:00:00Z");
});
afterEach(async () => {
  refused.clear();
  await fresh.remove();
});
const run = (options: IngestOptions = {}) => ingest(fresh.desk, [], options);
const inInbox = (name: string) => join(fresh.root, "inbox", name);
const listed = (folder: string) => readdir(join(fresh.root, folder)).catch(() => []);
const submissions = async () => [...foldLedger(await fresh.desk.ledger.read()).submissions.values()];
/** Does the work while somebody goes on writing the file, then the file is whole. */
const whileCopied = async <T>(path: string, work: () => Promise<T>): Promise<T> => {
  const writer = setInterval(() => appendFileSync(path, "x"), 5);
  const done = await work().finally(() => clearInterval(writer));
  await writeFile(path, csv("ganz und gar"));
  return done;
};

test("a file that is still being copied waits and is taken whole by the next run", async () => {
  await fresh.drop("a.csv", csv("halb"));
  const summary = await whileCopied(inInbox("a.csv"), () => run({patience}));
  expect([summary.files, summary.waiting]).toMatchObject([[], [{path: inInbox("a.csv"), because: "changing"}]]);
  expect(ingestText(summary)).toContain("„a.csv“ wird noch geschrieben, wartet seit 01.02.26, 09:00.");
  expect((await run({patience})).files).toHaveLength(1);
  expect(await readFile(join(fresh.root, "quarantine", (await listed("quarantine"))[0]!))).toEqual(Buffer.from(csv("ganz und gar")));
});
test("the same holds for a file the caller names, which is never moved", async () => {
  const path = await fresh.drop("../elsewhere/a.csv", csv("halb"));
  const summary = await whileCopied(path, () => ingest(fresh.desk, [path], {patience}));
  expect([summary.files, summary.waiting.length]).toEqual([[], 1]);
  expect((await ingest(fresh.desk, [path], {patience})).files).toHaveLength(1);
  expect(await listed("elsewhere")).toEqual(["a.csv"]);
});
test("a second file put under the same name while the first is read stays and is taken next", async () => {
  await fresh.drop("a.csv", container("eins"));
  const slow = {...here, examine: (bytes: Uint8Array) => fresh.drop("a.csv", container("zwei")).then(() => here.examine(bytes))};
  const first = await ingest({...fresh.desk, examiner: slow}, []);
  expect([first.files.length, await listed("inbox")]).toEqual([1, ["a.csv"]]);
  await run();
  expect(await submissions()).toHaveLength(2);
});
test("written to while it is read, a file is given back with what was written", async () => {
  await fresh.drop("a.csv", container("eins"));
  const handle = await open(inInbox("a.csv"), "a");
  const slow = {...here, examine: (bytes: Uint8Array) => handle.write("mehr").then(() => here.examine(bytes))};
  const summary = await ingest({...fresh.desk, examiner: slow}, []);
  await handle.close();
  expect([summary.files.length, summary.waiting.length, await readFile(inInbox("a.csv"), "utf8")]).toEqual([1, 1, "PK\u0003\u0004einsmehr"]);
});
test("two runs at once write nothing twice and take every file once", async () => {
  for (let i = 0; i < 20; i++) await fresh.drop(`${i}.csv`, csv(String(i % 10)));
  const other = await openDesk(fresh.root, {clock: fresh.desk.clock, examiner: here});
  const both = await Promise.all([run(), ingest(other, [])]);
  const lines = await fresh.desk.ledger.read();
  expect([lines.filter(({type}) => type === "received").length, lines.filter(({type}) => type === "checked").length]).toEqual([10, 10]);
  expect(both.flatMap(({files}) => files)).toHaveLength(20);
  expect([await listed("inbox"), (await verifyLedger(fresh.desk)).faults]).toEqual([[], []]);
});
test("the same bytes named to two runs at once are noted once", async () => {
  const paths = await Promise.all(["../x/a.csv", "../y/a.csv"].map((name) => fresh.drop(name, csv("gleich"))));
  const desks = await Promise.all(paths.map(() => openDesk(fresh.root, {clock: fresh.desk.clock, examiner: here})));
  const both = await Promise.all(desks.map((desk, i) => ingest(desk, [paths[i]!])));
  expect(both.flatMap(({files}) => files.map(({outcome}) => outcome)).sort()).toEqual(["known", "rejected"]);
  expect(await fresh.desk.ledger.read()).toHaveLength(2);
});

test("a name in NFD finds its sidecar in NFC", async () => {
  await fresh.drop("Würselen.csv".normalize("NFD"), csv("a"));
  await writeFile(inInbox(`${"Würselen.csv".normalize("NFC")}.eingang.json`), '{"received": "2026-01-30"}');
  expect((await run()).files).toMatchObject([{received: "2026-01-30T12:00:00.000Z"}]);
  expect(await listed("inbox")).toEqual([]);
});
test("a sidecar that comes after its file corrects the receipt that nobody had stated, and is said", async () => {
  await fresh.drop("a.csv", csv("a"));
  await run();
  await writeFile(inInbox("a.csv.eingang.json"), '{"received": "2026-01-30T10:00:00"}');
  const summary = await run();
  expect(await submissions()).toMatchObject([{received: "2026-01-30T09:00:00.000Z"}]);
  expect(ingestText(summary)).toMatch(/kam nach ihrer Datei .*Eingang ist berichtigt auf 2026-01-30T09:00:00\.000Z/);
  expect(await listed("inbox")).toEqual([]);
});
const doubtful: Record<string, readonly [prepare: () => Promise<unknown>, said: RegExp]> = {
  "names no file": [async () => undefined, /gibt es keine Datei „a\.csv“/],
  "says later than is noted": [() => fresh.drop("a.csv", csv("a"), "2026-01-01"), /schon mit dem Eingang 2026-01-01/],
  "comes after a file with a stated time": [() => fresh.drop("a.csv", csv("a"), "2026-01-31T20:00:00Z"), /war ein Eingang genannt/],
  "could mean two files": [
    async () => {
      await fresh.drop("x/a.csv", csv("a"));
      await fresh.drop("y/a.csv", csv("b"));
    },
    /2 angenommene Dateien heißen so/,
  ],
};
for (const [what, [prepare, said]] of Object.entries(doubtful))
  test(`a sidecar that ${what} changes nothing, stays and is said`, async () => {
    await prepare();
    await run();
    const before = await submissions();
    await writeFile(inInbox("a.csv.eingang.json"), '{"received": "2026-01-30"}').catch(() =>
      fresh.drop("a.csv.eingang.json", new TextEncoder().encode('{"received": "2026-01-30"}')),
    );
    expect(ingestText(await run())).toMatch(said);
    expect([await submissions(), await listed("inbox")]).toEqual([before, expect.arrayContaining(["a.csv.eingang.json"])]);
  });
test("a time that a night has twice is taken as the earlier one, and that is said", async () => {
  await fresh.drop("a.csv", csv("a"), "2025-10-26T02:30:00");
  const summary = await run();
  expect([summary.files[0]?.received, ingestText(summary)]).toEqual(["2025-10-26T00:30:00.000Z", expect.stringMatching(/zweimal; genommen ist der frühere/)]);
});

test("everything that lies in the inbox is named, and nothing but returns is touched", async () => {
  await fresh.drop("a\nFALSCH: 99 Dateien angenommen.csv", csv("a"));
  await fresh.drop("#recycle/alt.xlsx", csv("b"));
  await fresh.drop("~$a.xlsx", csv("c"));
  await writeFile(Buffer.concat([Buffer.from(inInbox("kein-utf8-")), Buffer.from([0xff])]), "d");
  await symlink("/etc/passwd", inInbox("link.xlsx"));
  await symlink("/no/where", inInbox("nirgends.xlsx"));
  execFileSync("mkfifo", [inInbox("kanal.xlsx")]);
  await fresh.drop("leer.xlsx", new Uint8Array());
  const summary = await run();
  expect(summary.left.map(({reason}) => reason).sort()).toEqual([
    "Datenkanal (FIFO), keine Datei",
    "Der Name ist nicht lesbar (kein UTF-8); bitte umbenennen",
    "Papierkorb, nicht angesehen",
    "Sperrdatei: Die Mappe ist noch geöffnet",
    "Verknüpfung, nicht die Datei selbst",
    "Verknüpfung, nicht die Datei selbst",
  ]);
  expect([summary.files.length, summary.waiting.length, (await listed("inbox")).length]).toEqual([1, 1, 7]);
  expect(
    ingestText(summary)
      .split("\n")
      .some((line) => line.startsWith("FALSCH")),
  ).toBe(false);
});
test("thousands of left files are a line for each reason", async () => {
  const left = Array.from({length: 5_000}, (_, i) => ({path: `/x/${i}`, reason: i % 2 === 0 ? "Papierkorb" : "Verknüpfung"}));
  const nothing = {files: [], missing: [], waiting: [], troubles: [], unclear: [], sidecars: [], notes: [], released: [], emptied: [], unread: []};
  expect(ingestText({...nothing, left})).toBe(
    "Keine neuen Dateien.\nLiegen gelassen, nichts davon gelöscht: 5000 Einträge.\n– 2500 × Papierkorb: „0“, „2“, „4“ und 2497 weitere\n– 2500 × Verknüpfung: „1“, „3“, „5“ und 2497 weitere",
  );
});

const troubles: readonly (readonly [door: Door, code: string, said: RegExp])[] = [
  ["readPart", "EACCES", /b\.csv: Der Zugriff ist nicht erlaubt \(EACCES\)\. .*bleibt liegen/],
  ["moveAway", "EPERM", /b\.csv: Das ist nicht erlaubt/],
  ["moveAway", "EROFS", /b\.csv: Der Datenträger ist schreibgeschützt/],
  ["moveAway", "ENAMETOOLONG", /b\.csv: Der Name ist zu lang/],
  ["readUnchanged", "EIO", /b\.csv: Der Datenträger meldet einen Fehler/],
  ["readUnchanged", "EOVERFLOW", /b\.csv: Das System meldet EOVERFLOW/],
];
for (const [door, code, said] of troubles)
  test(`${code} at ${door}: the file is named and stays, the others are taken in`, async () => {
    for (const name of ["a.csv", "b.csv", "c.csv"]) await fresh.drop(name, csv(name));
    refused.set(door, code);
    const summary = await run({patience});
    expect([summary.files.length, await listed("inbox"), ingestText(summary)]).toEqual([2, ["b.csv"], expect.stringMatching(said)]);
    refused.clear();
    expect((await run()).files).toHaveLength(1);
  });
test("a file that cannot be removed is noted all the same, and named", async () => {
  await fresh.drop("b.csv", csv("b"));
  refused.set("removeFile", "EPERM");
  const summary = await run();
  expect([summary.files.length, summary.troubles.length, (await submissions()).length]).toEqual([1, 1, 1]);
  refused.clear();
  expect((await run()).files).toMatchObject([{outcome: "known"}]);
  expect(await listed("inbox")).toEqual([]);
});

test("a new data folder gets its inbox; later a missing one is an error", async () => {
  expect(ingestText(await run())).toBe("Keine neuen Dateien.");
  await fresh.drop("a.csv", csv("a"));
  await run();
  await rename(join(fresh.root, "inbox"), join(fresh.root, "weg"));
  await expect(run()).rejects.toMatchObject({
    exit: 2,
    message: expect.stringMatching(/^Den Posteingang .*inbox gibt es nicht\. Ist die Freigabe eingehängt\?/),
  });
});
test("a link to nowhere and a file are no inbox", async () => {
  await symlink("/no/where", join(fresh.root, "inbox"));
  await expect(run()).rejects.toMatchObject({exit: 2, message: expect.stringMatching(/führt/)});
  await unlink(join(fresh.root, "inbox"));
  await writeFile(join(fresh.root, "inbox"), "");
  await expect(run()).rejects.toMatchObject({exit: 2, message: expect.stringMatching(/ist kein Ordner/)});
});
test("an inbox may be a link to a share", async () => {
  await mkdir(join(fresh.root, "freigabe"));
  await symlink(join(fresh.root, "freigabe"), join(fresh.root, "inbox"));
  await fresh.drop("a.csv", csv("a"));
  expect([(await run()).files.length, await listed("freigabe")]).toEqual([1, []]);
});

test("of a file larger than any return only the hash is kept, and nothing counts as missing", async () => {
  await fresh.drop("groß.xlsx", new TextEncoder().encode("PK und so weiter"));
  await truncate(inInbox("groß.xlsx"), 2 ** 31 + 5);
  const {
    files: [file],
  } = await run();
  expect(file).toMatchObject({outcome: "rejected", findings: [{rule: "STR-010", found: "zu groß (höchstens 20 MB)"}]});
  expect([await listed("archive"), await listed("quarantine"), await listed("inbox")]).toEqual([[], [], []]);
  const [submission] = await submissions();
  expect(submission).toMatchObject({size: 2 ** 31 + 5, kept: "finding", checked: {verdict: "rejected"}});
  const payload = JSON.parse(await readFile(join(fresh.root, "payload", submission!.name), "utf8"));
  expect(payload).toEqual({file: submission!.sha256, name: "groß.xlsx"});
  expect((await verifyLedger(fresh.desk)).faults).toEqual([]);
}, 60_000);
test("checking one that is too large says the same and ends", async () => {
  const path = await fresh.drop("../groß.xlsx", new Uint8Array());
  await truncate(path, 21 * 2 ** 20);
  expect(await checkFiles([path], fresh.desk)).toMatchObject([{verdict: "rejected", findings: [{rule: "STR-010"}]}]);
});
test("what was received is stated by the caller in German time", async () => {
  await fresh.drop("a.csv", csv("a"));
  expect((await run({received: "2026-01-31T23:45:00"})).files).toMatchObject([{received: "2026-01-31T22:45:00.000Z"}]);
});
