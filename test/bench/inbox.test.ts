import {mkdir, mkdtemp, readdir, readFile, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, test} from "vitest";
import {faultsOf} from "../../bench/inbox/invariants.ts";
import {playRound, type Runner} from "../../bench/inbox/round.ts";
import {sha256Of} from "../../pipelines/effects/store.ts";

/** Intake as it was: reads what lies there, archives it and removes it by its name. */
const byName: Runner = async (data) => {
  await mkdir(join(data, "archive"), {recursive: true});
  for (let turn = 0; turn < 25; turn++) {
    const entries = await readdir(join(data, "inbox"), {recursive: true, withFileTypes: true});
    for (const entry of entries.filter((each) => each.isFile() && !/^\.|\.(?:json|filepart)$/.test(each.name))) {
      const path = join(entry.parentPath, entry.name);
      const bytes = await readFile(path).catch(() => null);
      if (bytes === null) continue;
      await writeFile(join(data, "archive", sha256Of(bytes)), bytes);
      await rm(path, {force: true});
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return false;
};
test("reading at one look and removing by name loses files and archives halves, and the measure says so", async () => {
  const {faults} = await playRound(
    1,
    1,
    40,
    byName,
    (data) => byName(data, null).then(() => new Set()),
    async () => [],
  );
  expect(faults.join("\n")).toMatch(/verloren: /);
  expect(faults.join("\n")).toMatch(/halb gelesen: /);
}, 30_000);

const whole = {sha256: sha256Of("ganz"), dropped: false, received: "2026-01-30T12:00:00.000Z"};
const told = [{story: "a.csv copied", versions: [whole], halves: new Set<string>()}];
const line = (type: string, more: object = {}) => JSON.stringify({type, sha256: whole.sha256, received: whole.received, ...more});
const planted: Record<string, readonly [files: Record<string, string>, faults: readonly RegExp[]]> = {
  "a sound folder": [{[`archive/${whole.sha256}`]: "ganz", "ledger.ndjson": `${line("received")}\n${line("checked")}\n`}, []],
  "a file that lies nowhere": [{}, [/^verloren: a\.csv copied/]],
  "half a file in the archive": [{"inbox/a.csv": "ganz", "archive/x": "ga"}, [/^halb gelesen/, /^nicht genannt/]],
  "half a file in quarantine": [{"inbox/a.csv": "ganz", "quarantine/x": "ga"}, [/^halb gelesen/, /^nicht genannt/]],
  "an event twice": [{"archive/x": "ganz", "ledger.ndjson": `${line("received")}\n${line("checked")}\n${line("received")}\n`}, [/^doppelt im Journal/]],
  "a check twice": [{"archive/x": "ganz", "ledger.ndjson": `${line("received")}\n${line("checked")}\n${line("checked")}\n`}, [/^doppelt im Journal/]],
  "another time than the sidecar says": [
    {"archive/x": "ganz", "ledger.ndjson": `${line("received", {received: "2026-02-01"})}\n${line("checked")}\n`},
    [/^falscher Eingang/],
  ],
  "a claim nobody named": [{"inbox/.kim-1-a-20260101T000000000Z-/a.csv": "ganz"}, [/^nicht genannt/]],
};
for (const [what, [files, expected]] of Object.entries(planted))
  test(`${what} ${expected.length === 0 ? "has no fault" : "is a fault"}`, async () => {
    const data = await mkdtemp(join(tmpdir(), "kim-invariants-"));
    try {
      for (const [name, text] of Object.entries(files)) {
        await mkdir(join(data, name, ".."), {recursive: true});
        await writeFile(join(data, name), text);
      }
      const faults = await faultsOf(data, told, new Set());
      expect([...faults].sort()).toEqual(expected.map((each) => expect.stringMatching(each)));
    } finally {
      await rm(data, {recursive: true, force: true});
    }
  });
