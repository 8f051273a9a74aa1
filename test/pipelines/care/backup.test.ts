import {createHash} from "node:crypto";
import {statSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {type BackupManifest, backup, verifyBackup} from "../../../pipelines/care/backup.ts";
import {room} from "./room.ts";

const named = (text: string) => createHash("sha256").update(text).digest("hex");
const furnished = async () => {
  const here = room("2025-07-10T02:30:00Z");
  const files = {[`archive/${named("a")}`]: "a", [`payload/${named("p")}`]: "p", "ledger.ndjson": "{}\n", "state/ledger-head.json": "1"};
  for (const [path, text] of Object.entries({...files, "state/jobs/backup.lock": "1 2", "warehouse.duckdb": "w", "state/readings/x.json": "{}"}))
    await here.folder.write(path, text);
  return {...here, files, inode: (path: string) => statSync(join(here.root, path)).ino};
};

test("archive, payload, ledger and state are copied byte for byte; what can be made again is not", async () => {
  const {folder, clock, files} = await furnished();
  expect(await backup({folder, clock})).toBe("4 Dateien gesichert und geprüft in backups/2025-07-10.");
  const manifest = JSON.parse((await folder.read("backups/2025-07-10/manifest.json")) ?? "") as BackupManifest;
  expect(Object.fromEntries(await Promise.all(manifest.files.map(async ({path}) => [path, await folder.read(`backups/2025-07-10/${path}`)])))).toEqual(files);
  expect(manifest.files.map(({path, sha256}) => [path, sha256])).toEqual(expect.arrayContaining([["ledger.ndjson", named("{}\n")]]));
});

test("the head is copied before the ledger and the ledger before the bytes it names", async () => {
  const {folder, clock} = await furnished();
  await backup({folder, clock});
  const manifest = JSON.parse((await folder.read("backups/2025-07-10/manifest.json")) ?? "") as BackupManifest;
  expect(manifest.files.map(({path}) => path.split("/")[0])).toEqual(["state", "ledger.ndjson", "payload", "archive"]);
});

test("the next day shares the bytes that are the same, never with the archive itself", async () => {
  const {folder, clock, setClock, inode} = await furnished();
  await backup({folder, clock});
  await folder.write("ledger.ndjson", "{}\n{}\n");
  setClock("2025-07-11T02:30:00Z");
  await backup({folder, clock});
  const archived = `archive/${named("a")}`;
  expect(inode(`backups/2025-07-11/${archived}`)).toBe(inode(`backups/2025-07-10/${archived}`));
  expect(inode(`backups/2025-07-11/${archived}`)).not.toBe(inode(archived));
  expect(await folder.read("backups/2025-07-10/ledger.ndjson")).toBe("{}\n");
  expect(await folder.read("backups/2025-07-11/ledger.ndjson")).toBe("{}\n{}\n");
});

test("a second run on one day replaces the first", async () => {
  const {folder, clock} = await furnished();
  await backup({folder, clock});
  await folder.write("ledger.ndjson", "{}\n{}\n");
  await backup({folder, clock});
  expect(await folder.read("backups/2025-07-10/ledger.ndjson")).toBe("{}\n{}\n");
  expect(await folder.folders("backups")).toEqual(["2025-07-10"]);
});

test("bytes that rotted in the last backup are copied anew", async () => {
  const {folder, clock, setClock, root} = await furnished();
  await backup({folder, clock});
  const archived = `archive/${named("a")}`;
  writeFileSync(join(root, "backups/2025-07-10", archived), "rotten");
  setClock("2025-07-11T02:30:00Z");
  await backup({folder, clock});
  expect(await verifyBackup(folder, "backups/2025-07-10")).toEqual([archived]);
  expect(await verifyBackup(folder, "backups/2025-07-11")).toEqual([]);
});

test("bytes that rotted in the archive stop the backup and say where; the last one stays", async () => {
  const {folder, clock, setClock, root} = await furnished();
  await backup({folder, clock});
  const archived = `archive/${named("a")}`;
  writeFileSync(join(root, archived), "rotten");
  setClock("2025-07-11T02:30:00Z");
  await expect(backup({folder, clock})).rejects.toThrow(`Die Sicherung stimmt nicht mit dem Archiv überein: ${archived}`);
  expect((await folder.folders("backups")).filter((name) => !name.endsWith(".next"))).toEqual(["2025-07-10"]);
});

test("a missing file of a backup is seen", async () => {
  const {folder, clock} = await furnished();
  await backup({folder, clock});
  await folder.remove("backups/2025-07-10/ledger.ndjson");
  expect(await verifyBackup(folder, "backups/2025-07-10")).toEqual(["ledger.ndjson"]);
});
