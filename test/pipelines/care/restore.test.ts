import {readFile, rm, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {expect, test} from "vitest";
import {backup, readBackup} from "../../../pipelines/care/backup.ts";
import {drill} from "../../../pipelines/care/drill.ts";
import {restore, restoredText} from "../../../pipelines/care/restore.ts";
import {openTruth} from "../../../pipelines/ledger/truth.ts";
import {insistSound} from "../../../pipelines/ledger/verify.ts";
import {furnished, room} from "./room.ts";

const day = "backups/2025-07-10";
const backedUp = async () => {
  const here = await furnished();
  await backup({root: here.root, clock: here.clock, published: null});
  return here;
};
const contentOf = async (data: string) => readFile(join(data, "ledger.ndjson"), "utf8");

test("a backup becomes a data folder of its own", async () => {
  const {root, clock, folder} = await backedUp();
  const fresh = room("2025-07-11T08:00:00Z");
  const restored = await restore({clock, from: join(root, day), into: fresh.root, onto: false});
  expect(restored).toMatchObject({lines: 1, files: 5, aside: null, again: 0});
  expect(await contentOf(fresh.root)).toBe(await folder.read("ledger.ndjson"));
  await insistSound(openTruth(fresh.root, clock));
  expect((await fresh.folder.files("")).filter((path) => /lock|next/.test(path))).toEqual([]);
});

test("onto a damaged folder: what lay there is set aside, what came after the backup waits in the inbox with its time", async () => {
  const {root, clock, folder, append} = await backedUp();
  const later = await append("later");
  await folder.write("products/public/a.csv", "alt");
  await writeFile(join(root, "ledger.ndjson"), `{kaputt\n${(await folder.read("ledger.ndjson"))?.split("\n")[1]}\n`);
  const restored = await restore({clock, from: join(root, day), into: root, onto: true});
  expect(restored).toMatchObject({lines: 1, aside: "beiseite-2025-07-10", again: 1});
  expect(await folder.read("beiseite-2025-07-10/ledger.ndjson")).toMatch(/^\{kaputt/);
  expect(await folder.read("beiseite-2025-07-10/products/public/a.csv")).toBe("alt");
  expect(await folder.exists("products")).toBe(false);
  expect(await folder.read(`inbox/wiederhergestellt-2025-07-10/${later}`)).toBe("later");
  expect(JSON.parse((await folder.read(`inbox/wiederhergestellt-2025-07-10/${later}.eingang.json`)) ?? "")).toEqual({received: "2025-07-09T08:00:00.000Z"});
  expect(restoredText({from: day, into: root}, restored)).toMatch(/Eine Datei, die erst nach der Sicherung angenommen wurde, wartet im Posteingang/);
  await restore({clock, from: join(root, day), into: root, onto: true});
  expect(await folder.folders("")).toContain("beiseite-2025-07-10-2");
});

test("after a restore of an older state the next backup is made, and the newer one of the same day is kept", async () => {
  const {root, clock, setClock, folder, append} = await backedUp();
  setClock("2025-07-11T02:30:00Z");
  await append("later");
  await backup({root, clock, published: null});
  setClock("2025-07-11T09:00:00Z");
  await restore({clock, from: join(root, day), into: root, onto: true});
  await backup({root, clock, published: null});
  const kept = (await folder.folders("backups")).filter((name) => name.startsWith("2025-07-11."));
  expect(kept).toHaveLength(1);
  expect([(await readBackup(folder, `backups/${kept[0]}`))?.head?.seq, (await readBackup(folder, "backups/2025-07-11"))?.head?.seq]).toEqual([2, 1]);
});

test("a damaged backup restores nothing, and a folder that is not empty is not written into", async () => {
  const {root, clock, folder, archived} = await backedUp();
  const before = await folder.files("");
  await expect(restore({clock, from: join(root, day), into: root, onto: false})).rejects.toThrow(/ist nicht leer/);
  await writeFile(join(root, day, "archive", archived), "rotten");
  await expect(restore({clock, from: join(root, day), into: root, onto: true})).rejects.toThrow(/nicht unversehrt, es wurde nichts geändert/);
  expect(await folder.files("")).toEqual(before);
});

test("an interrupted restore is named by whatever comes next, and the same call again finishes it", async () => {
  const {root, clock, folder} = await backedUp();
  await folder.write("restore.next/state/ledger-head.json", "{}");
  for (const part of ["ledger.ndjson", "archive"]) await folder.move(part, `beiseite-2025-07-10/${part}`);
  await expect(insistSound(openTruth(root, clock))).rejects.toThrow(/Eine Wiederherstellung wurde unterbrochen/);
  await expect(openTruth(root, clock).ledger.append([{type: "approvals", payload: "p", rows: 1}])).rejects.toThrow(/unterbrochen/);
  await restore({clock, from: join(root, day), into: root, onto: true});
  await insistSound(openTruth(root, clock));
});

test("the drill restores the newest backup, compares the content and leaves nothing behind", async () => {
  const {root, clock, folder} = await backedUp();
  expect(await drill({root, clock, engine: "e", contentOf})).toMatch(
    /^Wiederherstellung geübt: Die Sicherung 2025-07-10 ergibt 1 Zeilen und 5 Dateien mit demselben Inhalt wie der Datenordner/,
  );
  const other = async (data: string) => (data === root ? "anders" : contentOf(data));
  await expect(drill({root, clock, engine: "e", contentOf: other})).rejects.toThrow(/ergibt einen anderen Inhalt/);
  expect(await folder.exists("drill.next")).toBe(false);
  await rm(join(root, "backups"), {recursive: true});
  await expect(drill({root, clock, engine: "e", contentOf})).rejects.toThrow(/noch keine Sicherung/);
});

test("the drill holds the backup against what was published then", async () => {
  const {root, clock} = await furnished();
  await backup({root, clock, published: {contentHash: "h", ledgerSeq: 1, asOf: null, engine: "e"}});
  await expect(drill({root, clock, engine: "e", contentOf: async () => "h"})).resolves.toMatch(/demselben Inhalt wie das Veröffentlichte/);
  await expect(drill({root, clock, engine: "e", contentOf: async () => "x"})).rejects.toThrow(/gefunden x, erwartet h/);
});

test("while a restore runs it is called running, not interrupted, and nothing is called damaged", async () => {
  const {root, clock, folder} = await backedUp();
  const release = await folder.hold("restore.lock");
  await folder.write("restore.next/state/ledger-head.json", "{}");
  const refusal = await insistSound(openTruth(root, clock)).catch((error: unknown) => error);
  expect(refusal).toMatchObject({exit: 2, message: expect.stringMatching(/^Eine Wiederherstellung läuft gerade \(Vorgang \d+ .*Bitte warten/)});
  await release?.();
  await expect(insistSound(openTruth(root, clock))).rejects.toThrow(/Eine Wiederherstellung wurde unterbrochen/);
});

test("what is no backup is called so", async () => {
  const {root, clock} = await furnished();
  const elsewhere = room("2025-07-11T08:00:00Z");
  const refusal = await restore({clock, from: elsewhere.root, into: root, onto: true}).catch((error: unknown) => error);
  expect(refusal).toMatchObject({exit: 2, message: expect.stringContaining("ist keine Sicherung (manifest.json fehlt)")});
});

test("a restore that fails before it has moved anything leaves nothing behind; one that had begun earlier stays marked", async () => {
  const {root, clock, folder} = await backedUp();
  // The clock is asked when all files are copied and nothing is moved yet.
  const stopped = {
    now: () => {
      throw new Error("stopped");
    },
  };
  const request = {clock: stopped, from: join(root, day), into: root, onto: true};
  await expect(restore(request)).rejects.toThrow("stopped");
  expect(await folder.exists("restore.next")).toBe(false);
  await insistSound(openTruth(root, clock));
  await folder.write("restore.next/state/ledger-head.json", "{}");
  await expect(restore(request)).rejects.toThrow("stopped");
  expect(await folder.exists("restore.next")).toBe(true);
});
