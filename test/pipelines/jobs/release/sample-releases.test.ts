import {readdir, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {foldLedger} from "../../../../pipelines/ledger/fold.ts";
import {takeInReleases} from "../../../../pipelines/jobs/release/sample-releases.ts";
import {freshDesk} from "../intake/desk.ts";

let fresh: Awaited<ReturnType<typeof freshDesk>>;
beforeEach(async () => {
  fresh = await freshDesk();
  await fresh.drop("README.md", new Uint8Array());
});
afterEach(() => fresh.remove());
const release = {
  body: "05374",
  halfYear: "2025-H2",
  rule: "PRG-005",
  key: null,
  reason: "Der Änderungsbescheid liegt vor.",
  decided: "2026-02-03T10:00:00.000Z",
};
const lay = (...releases: readonly object[]) => writeFile(join(fresh.root, "inbox", "freigaben.json"), JSON.stringify(releases));
const waived = async () =>
  foldLedger(await fresh.desk.ledger.read()).waived.map(({body, halfYear, rule, key, decided}) => ({body, halfYear, rule, key, decided}));

test("a release beside the sample is decided on its own day, once, and taken out of the inbox", async () => {
  const {reason: _, ...expected} = release;
  await lay(release);
  await takeInReleases(fresh.desk);
  expect(await waived()).toEqual([expected]);
  expect(await readdir(join(fresh.root, "inbox"))).toEqual(["README.md"]);
  await lay(release);
  await takeInReleases(fresh.desk);
  expect(await waived()).toEqual([expected]);
});
test("without such a file nothing happens", async () => {
  await takeInReleases(fresh.desk);
  expect(await waived()).toEqual([]);
});
test("what cannot be released stays an error", async () => {
  await lay({...release, rule: "SUM-006"});
  await expect(takeInReleases(fresh.desk)).rejects.toThrow("SUM-006 kann nicht freigegeben werden");
});
