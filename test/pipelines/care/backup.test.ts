import {statSync} from "node:fs";
import {mkdir, rm, symlink, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {expect, test} from "vitest";
import {backup, backupFaults, readBackup, verifyBackups} from "../../../pipelines/care/backup.ts";
import {furnished} from "./room.ts";

const day = "backups/2025-07-10";

test("ledger, archive, payload, releases and state are copied byte for byte; what can be made again is not", async () => {
  const {root, folder, clock, archived} = await furnished();
  for (const path of ["state/jobs/backup.lock", "state/readings/x.json", "state/site-public.json", "warehouse.duckdb", "releases/2025-H1/a.csv"])
    await folder.write(path, "1 2");
  expect(await backup({root, clock, published: null})).toBe(
    `6 Dateien gesichert und geprüft in ${day}. Nicht enthalten: Quarantäne (--with-quarantine) und Schlüssel (--with-keys).`,
  );
  const paths = (await readBackup(folder, day))?.files.map(({path}) => path) ?? [];
  // The head before the ledger and the ledger before the bytes it names.
  expect(paths.map((path) => path.split("/")[0])).toEqual(["state", "ledger.ndjson", "payload", "payload", "archive", "releases"]);
  expect(paths).toContain(`archive/${archived}`);
  for (const path of paths) expect(await folder.read(`${day}/${path}`)).toBe(await folder.read(path));
});

test("quarantine and keys come along only where that is chosen, and the backup says so", async () => {
  const {root, folder, clock} = await furnished();
  await folder.write("quarantine/x", "Frau M.");
  await folder.write("keys/vorgaben.pem", "geheim");
  const text = await backup({root, clock, published: null}, {quarantine: true, keys: true});
  expect(text).toMatch(/Mitgesichert: Quarantäne und Schlüssel\.$/);
  expect(await folder.read(`${day}/keys/vorgaben.pem`)).toBe("geheim");
  expect(await backup({root, clock, published: null}, {quarantine: false, keys: true})).toMatch(/Mitgesichert: Schlüssel\. Nicht enthalten: Quarantäne/);
  expect(await folder.files(`${day}/quarantine`)).toEqual([]);
});

test("the next day shares the bytes that are the same, never with the archive itself; a second run on one day replaces the first", async () => {
  const {root, folder, clock, setClock, append, archived} = await furnished();
  const inode = (path: string) => statSync(join(root, path)).ino;
  await backup({root, clock, published: null});
  setClock("2025-07-11T02:30:00Z");
  await append("b");
  await backup({root, clock, published: null});
  await append("c");
  await backup({root, clock, published: null});
  expect(await folder.folders("backups")).toEqual(["2025-07-10", "2025-07-11"]);
  expect(inode(`backups/2025-07-11/archive/${archived}`)).toBe(inode(`${day}/archive/${archived}`));
  expect(inode(`backups/2025-07-11/archive/${archived}`)).not.toBe(inode(`archive/${archived}`));
  expect((await folder.read(`${day}/ledger.ndjson`))?.split("\n")).toHaveLength(2);
  expect(await folder.read("backups/2025-07-11/ledger.ndjson")).toBe(await folder.read("ledger.ndjson"));
});

test("bytes that rotted in the last backup are copied anew", async () => {
  const {root, clock, setClock, archived} = await furnished();
  await backup({root, clock, published: null});
  await writeFile(join(root, day, "archive", archived), "rotten");
  setClock("2025-07-11T02:30:00Z");
  await backup({root, clock, published: null});
  expect(await backupFaults(root, day, clock)).toEqual([`${day}/archive/${archived} fehlt oder wurde verändert.`]);
  expect(await backupFaults(root, "backups/2025-07-11", clock)).toEqual([]);
});

test.each([
  ["rotten bytes in the archive", async (root: string, archived: string) => writeFile(join(root, "archive", archived), "rotten"), /Im Archiv wurde die Datei/],
  ["a missing ledger", async (root: string) => rm(join(root, "ledger.ndjson")), /Das Journal \(ledger\.ndjson\) fehlt oder ist leer/],
  ["a lost head", async (root: string) => rm(join(root, "state/ledger-head.json")), /ledger-head\.json\) fehlt/],
])("%s stops the backup; the one of today stays as it is", async (_, damage, says) => {
  const {root, folder, clock, archived} = await furnished();
  await backup({root, clock, published: null});
  await damage(root, archived);
  await expect(backup({root, clock, published: null})).rejects.toThrow(says);
  expect(await folder.folders("backups")).toEqual(["2025-07-10"]);
  expect(await backupFaults(root, day, clock)).toEqual([]);
});

test("an emptied folder, or one that knows less, does not replace a good backup", async () => {
  const {root, folder, clock} = await furnished();
  await backup({root, clock, published: null});
  for (const part of ["ledger.ndjson", "state", "archive", "payload"]) await folder.remove(part);
  await expect(backup({root, clock, published: null})).rejects.toThrow(/enthält Zeilen des Journals, die jetzt fehlen.*\.\/kim restore backups\/2025-07-10/);
  expect(await backupFaults(root, day, clock)).toEqual([]);
});

test("a missing file, a changed manifest and a missing manifest of a backup are seen", async () => {
  const {root, folder, clock} = await furnished();
  await backup({root, clock, published: null});
  const manifest = (await folder.read(`${day}/manifest.json`)) ?? "";
  await folder.write(`${day}/manifest.json`, manifest.replace('"keys": false', '"keys": true'));
  expect(await backupFaults(root, day, clock)).toEqual([`${day}/manifest.json fehlt oder wurde verändert.`]);
  await folder.write(`${day}/manifest.json`, manifest);
  await folder.remove(`${day}/ledger.ndjson`);
  expect(await backupFaults(root, day, clock)).toEqual([`${day}/ledger.ndjson fehlt oder wurde verändert.`]);
});

test("what was begun is removed when it fails, and what one that was killed had left at another day; the last backup stays", async () => {
  const {root, folder, clock, setClock} = await furnished();
  await backup({root, clock, published: null});
  await folder.write("backups/2025-07-01.next/archive/x", "left over");
  setClock("2025-07-11T02:30:00Z");
  // A path that is as long as can be: below backups/ it is too long, so the copy is refused by the system.
  let deep = "state";
  while (join(root, deep).length < 4070) deep = join(deep, "d".repeat(Math.min(200, 4084 - join(root, deep).length)));
  await mkdir(join(root, deep), {recursive: true});
  await writeFile(join(root, deep, "f"), "x");
  await expect(backup({root, clock, published: null})).rejects.toThrow("ENAMETOOLONG");
  expect(await folder.folders("backups")).toEqual(["2025-07-10"]);
});

test("files and links in a backup that are not of it are named; they stop no restore", async () => {
  const {root, folder, clock} = await furnished();
  await backup({root, clock, published: null});
  expect((await verifyBackups(root, clock, null))[0]?.faults).toEqual([]);
  await folder.write(`${day}/archive/notes.txt`, "x");
  await symlink("manifest.json", join(root, day, "other"));
  expect((await verifyBackups(root, clock, null))[0]?.faults).toEqual([
    `${day}/archive/notes.txt gehört nicht zur Sicherung.`,
    `${day}/other ist keine Datei (eine Verknüpfung oder anderes) und gehört nicht in die Sicherung.`,
  ]);
  expect(await backupFaults(root, day, clock)).toEqual([]);
});
