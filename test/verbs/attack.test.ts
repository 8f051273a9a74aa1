import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, test} from "vitest";
import {UsageFault} from "../../pipelines/effects/command-line.ts";
import {attackVerbs} from "../../verbs/attack.ts";
import {dataFolderWith, rows} from "../pipelines/jobs/release/attack/small-publication.ts";

const attack = async (folder: string, options: Readonly<Record<string, boolean>> = {}) => {
  try {
    return await attackVerbs[0]!.run({data: ".data", args: [folder], options, progress: () => undefined});
  } finally {
    rmSync(folder, {recursive: true});
  }
};
/** One withheld body beside all others and their total. */
const one = rows.map((row) => (row.area === "05112" ? {...row, granted: 17n} : row));

test("two withheld numbers of a large rest are safe: exit 0, and what was tried", async () => {
  const {exit, text} = await attack(await dataFolderWith(), {integer: true});
  expect(text).toMatch(/residence_authorities +5 +40,0 % +2 +\S+-fach +0/);
  expect([exit, text.split("\n").at(-1)]).toEqual([
    0,
    "Nichts gefunden: Keine gesperrte oder gerundete Zahl lässt sich genauer bestimmen, als der Plan erlaubt.",
  ]);
});
test("an exact total beside all parts but one gives it away: exit 1 with table, cell, attacker and interval", async () => {
  const {exit, text, json} = await attack(await dataFolderWith(one));
  expect(exit).toBe(1);
  expect(text).toContain("– residence_authorities, Zelle p25a_erteilt · 2025-H2 · 05111: für alle, die das Veröffentlichte lesen, auf genau 3 einzugrenzen");
  expect(text).toContain("Die Veröffentlichung ist nicht zulässig.");
  expect(json).toMatchObject({breaches: [{low: 3, high: 3}], leaks: []});
});
test("nothing published is a fault of usage", async () =>
  expect(attack(mkdtempSync(join(tmpdir(), "kim-attack-verb-")))).rejects.toThrow("ist nichts veröffentlicht"));
test("a folder that is not there is a fault of usage", async () =>
  expect(attackVerbs[0]!.run({data: ".data", args: ["/nirgendwo"], options: {}, progress: () => undefined})).rejects.toThrow(UsageFault));
