import {existsSync} from "node:fs";
import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import type {Desk} from "../../../../pipelines/jobs/intake/desk.ts";
import type {Attack} from "../../../../pipelines/jobs/release/attack/attack-folder.ts";
import {audiencesNow} from "../../../../pipelines/jobs/release/refresh-site.ts";
import {build} from "../../../../pipelines/jobs/warehouse/build.ts";
import {buildText} from "../../../../pipelines/jobs/warehouse/report-build.ts";
import {culpritsIn, decideSetAside, setAsideIn} from "../../../../pipelines/jobs/warehouse/submissions/set-aside.ts";
import {smallState} from "./small-state.ts";

/** Nine builds of a small state, one after the other. */
const slow = 300_000;
const nobody: Attack = () => ({breaches: [], tables: [], questions: 0, dropped: 0, certificate: null});
const among = (culprits: readonly string[]) => async (tried: readonly string[]) => tried.some((each) => culprits.includes(each));
const all = Array.from({length: 320}, (_, i) => `r${i}`);

describe("the search for what makes a build fail", () => {
  test.each([[["r0"]], [["r319"]], [["r17", "r18"]], [["r3", "r100", "r200", "r319"]]])("names %j and nobody else", async (culprits) =>
    expect((await culpritsIn(all, among(culprits)))?.toSorted()).toEqual(culprits.toSorted()),
  );
  test("names nobody if it fails without any return, if it does not fail, or if it fails with very many", async () => {
    expect(await culpritsIn(all, async () => true)).toBeNull();
    expect(await culpritsIn(all, async () => false)).toBeNull();
    expect(await culpritsIn(all, among(all.slice(0, 50)))).toBeNull();
  });
  test("asks few times", async () => {
    let asked = 0;
    await culpritsIn(all, (tried) => {
      asked++;
      return among(["r77"])(tried);
    });
    expect(asked).toBeLessThan(14);
  });
});

let state: Awaited<ReturnType<typeof smallState>>;
beforeAll(async () => {
  state = await smallState();
}, slow);
afterAll(() => state.remove());

/** As if a cell of the return could be read and not be loaded. */
const breaking = (desk: Desk, sha256: string): Desk => ({
  ...desk,
  readings: {
    ...desk.readings,
    get: async (asked) => {
      const kept = await desk.readings.get(asked);
      if (asked !== sha256 || kept === null) return kept;
      const cells = kept.reading.cells.map((cell) => (cell.field === "cm_neu" && cell.part === "input" ? {...cell, field: "no_such_field"} : cell));
      return {...kept, reading: {...kept.reading, cells}};
    },
  },
});
const register = () => readFile(join(state.root, "products/controlling/return_register.excel.csv"), "utf8");

describe("a return that makes a build fail", () => {
  test(
    "stops only itself: the rest is built, the earlier version does not count in silence, the public waits for a person",
    async () => {
      const lines = await state.desk.ledger.read();
      const sent = lines.filter(({type}) => type === "received").filter((line) => "received" in line && line.received.startsWith("2025-08-05"));
      const corrected = sent.flatMap((line) => ("sha256" in line ? [line.sha256] : []))[0]!;
      const desk = breaking(state.desk, corrected);
      const broken = await build(desk, {attack: nobody});
      expect(broken.setAside).toMatchObject([{sha256: corrected, body: "05170", halfYear: "2025-H1", accepted: false}]);
      expect(broken.manifest.halfYears[0]).toMatchObject({halfYear: "2025-H1", counted: 1});
      expect(await register()).toMatch(/05170 Kreis Wesel;Kreis Wesel;54;beiseitegelegt|Kreis Wesel.*beiseitegelegt/);
      expect(existsSync(join(state.root, "products/public/manifest.json"))).toBe(false);
      expect(await audiencesNow(desk)).toEqual(["controlling"]);
      expect(buildText(broken)).toMatch(/Beiseitegelegt[\s\S]*05170, 1\. Halbjahr 2025[\s\S]*setaside accept/);
      expect(await build(desk, {attack: nobody})).toMatchObject({skipped: true, publicKept: true});

      await expect(decideSetAside(desk, "no such", "accepted")).rejects.toThrow("keine eindeutige");
      await decideSetAside(desk, corrected.slice(0, 12), "accepted");
      const accepted = await build(desk, {attack: nobody});
      expect(accepted).toMatchObject({publicKept: false, manifest: {contentHash: broken.manifest.contentHash}});
      expect(existsSync(join(state.root, "products/public/manifest.json"))).toBe(true);

      await decideSetAside(state.desk, corrected, "lifted");
      expect(setAsideIn(await state.desk.ledger.read(), null)).toEqual([]);
    },
    slow,
  );
});
