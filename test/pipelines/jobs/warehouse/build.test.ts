import {appendFile, readdir, readFile, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {openWarehouse} from "../../../../pipelines/effects/warehouse.ts";
import type {Attack} from "../../../../pipelines/jobs/release/attack/attack-folder.ts";
import {assemble} from "../../../../pipelines/jobs/warehouse/assemble.ts";
import {build, type BuildSummary} from "../../../../pipelines/jobs/warehouse/build.ts";
import {modelFiles} from "../../../../pipelines/jobs/warehouse/model-files.ts";
import {isIntact, writeManifest} from "../../../../pipelines/jobs/warehouse/manifest.ts";
import {openHeads} from "../../../../pipelines/ledger/heads.ts";
import {rebuildText, rebuildVerify} from "../../../../pipelines/jobs/warehouse/rebuild.ts";
import {buildText} from "../../../../pipelines/jobs/warehouse/report-build.ts";
import {policyHash} from "../../../../pipelines/protect/policy-hash.ts";
import {audiences, policyVersion} from "../../../../schemas/disclosure.ts";
import {tablesFor} from "../../../../schemas/disclosure/audience-tables.ts";
import type {Manifest} from "../../../../schemas/products.ts";
import {tables} from "../../../../schemas/tables/registry.ts";
import {freshDesk} from "../intake/desk.ts";
import {handmade} from "../../model/handmade.ts";
import {smallState} from "./small-state.ts";

const slow = 60_000;
/** The first build is attacked in earnest; to attack each of the others again would prove nothing more. */
const nobody: Attack = () => ({breaches: [], tables: [], questions: 0, dropped: 0, certificate: null});
let state: Awaited<ReturnType<typeof smallState>>;
let first: BuildSummary;
beforeAll(async () => {
  state = await smallState();
  first = await build(state.desk, {commit: "c0ffee"});
}, slow);
afterAll(() => state.remove());
const product = (name: string, audience = "controlling") => readFile(join(state.root, "products", audience, name), "utf8");
const consultations = async (name = "caseload.csv", audience = "controlling", comma = ",", column = "erstberatungen") => {
  const [head, ...lines] = (await product(name, audience)).split(/\r?\n/).map((line) => line.split(comma));
  return lines.find(([halfYear, , area]) => halfYear === "2025-H1" && area!.startsWith("05170"))![head!.indexOf(column)];
};

describe("a build", () => {
  test("writes every product in four formats with schema, codebook and manifest", async () => {
    expect(first.manifest.products.map(({table}) => table)).toEqual(tables.map(({name}) => name));
    expect(first.manifest.products.flatMap(({files}) => files)).toHaveLength(tables.length * 4);
    expect(JSON.parse(await product("manifest.json"))).toMatchObject(first.manifest);
    expect(JSON.parse(await product("codebook.json"))).toMatchObject({
      synthetic: true,
      note: "Beispieldaten – frei erfunden · Nur für den Dienstgebrauch – enthält Einzelangaben",
    });
    expect(JSON.parse(await product("schema/caseload.schema.json"))).toMatchObject({title: "Fallzahlen", additionalProperties: false});
  });
  test("says what is in it", () => {
    expect(first).toMatchObject({skipped: false, submissions: 5, refused: 0});
    expect(first.manifest).toMatchObject({synthetic: true, asOf: null, dataState: "2026-01-20", commit: "c0ffee", ledgerSeq: 11});
    expect(first.manifest.halfYears).toEqual([
      {halfYear: "2025-H1", provisional: false, due: 54, counted: 2},
      {halfYear: "2025-H2", provisional: true, due: 54, counted: 1},
    ]);
    expect(first.manifest.inputs.map(({body, halfYear}) => `${body} ${halfYear}`)).toEqual(["05111 2025-H1", "05170 2025-H1", "05170 2025-H2"]);
    expect(buildText(first)).toMatch(
      /53 Datenprodukte neu aufgebaut aus 5 Dateien[\s\S]*Datenstand: 20\.01\.2026\.[\s\S]*1\. Halbjahr 2025: 2 von 54 Stellen zählen\./,
    );
  });
  test("gives every audience its own tables and no others", async () => {
    const files = (await readdir(join(state.root, "products"), {recursive: true})).map((path) => path.replaceAll("\\", "/"));
    for (const audience of ["controlling", "research", "public"] as const)
      expect(files.filter((path) => path.startsWith(`${audience}/`) && path.endsWith(".parquet")).toSorted()).toEqual(
        tablesFor(audience)
          .map(({name}) => `${audience}/${name}.parquet`)
          .toSorted(),
      );
    expect(files.filter((path) => /^body\/\w+$/.test(path)).toSorted()).toEqual(["body/05111", "body/05170"]);
    expect(files.filter((path) => path.startsWith("body/05170/"))).toHaveLength(tablesFor("body").length * 2);
  });
  test("gives a body its own rows exactly and no other body's", async () => {
    const [, ...lines] = (await product("caseload.excel.csv", "body/05170")).trim().split("\r\n");
    expect(lines.map((line) => line.split(";").slice(0, 3).join(" "))).toEqual(["2025-H1 Stelle 05170 Kreis Wesel", "2025-H2 Stelle 05170 Kreis Wesel"]);
    expect(await consultations("caseload.excel.csv", "body/05170", ";", "Erstberatungen (Beratungen)")).toBe("35");
  });
  test("shows the public no count of people that is no multiple of five", async () => {
    const [head, ...lines] = (await product("caseload.csv", "public"))
      .trim()
      .split("\n")
      .map((line) => line.split(","));
    const shown = lines.flatMap((line) => line.filter((value, i) => ["erstberatungen", "cm_neu"].includes(head![i]!) && value !== ""));
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.filter((value) => Number(value) % 5 !== 0)).toEqual([]);
  });
  test("says under which policy it was made, how the public is protected, and what the attack said", async () => {
    const manifest = JSON.parse(await product("manifest.json", "public")) as Manifest;
    expect(manifest).toMatchObject({
      audience: "public",
      policy: policyHash(),
      inputs: [],
      protection: {attack: {breaches: 0, attackers: audiences.public.policy.attackers}},
    });
    expect(manifest.protection!.attack.cells).toBeGreaterThan(0);
    expect(first.manifest).toMatchObject({policy: policyHash(), protection: null});
    expect(JSON.parse(await product("codebook.json", "research"))).toMatchObject({policy: policyHash(), note: expect.stringContaining("Nutzungsvertrags")});
  });
  test("notes the policy in the ledger once", async () => {
    const noted = (await state.desk.ledger.read()).filter(({type}) => type === "policy");
    expect([first.policyNoted, noted]).toEqual([true, [expect.objectContaining({policy: policyHash(), version: policyVersion, seq: 11})]]);
    expect(buildText(first)).toMatch(/Regeln der Geheimhaltung sind neu; das ist im Journal vermerkt/);
  });
  test("counts the correction, not the later wrong one", async () => expect(await consultations()).toBe("35"));
  test("names the place in the ledger up to which it goes", async () =>
    expect(await openHeads(state.desk)()).toEqual([{seq: 11, hash: (await state.desk.ledger.read()).at(-1)!.hash}]));
  test("of the same state again changes nothing", async () => {
    const again = await build(state.desk);
    expect(again).toMatchObject({skipped: true, manifest: first.manifest});
    expect(buildText(again)).toMatch(/^Nichts Neues/);
  });
  test(
    "from archive and ledger alone, in another order of arrival and with some files twice, has the same content; equal content makes equal files",
    async () => {
      const other = await smallState((names) => [...names.toReversed(), names[1]!, names[0]!]);
      const {files, folder} = other.desk;
      const last = (await other.desk.ledger.read()).at(-1);
      await writeManifest(files, folder.products, {...first.manifest, ledgerSeq: last!.seq, ledgerHead: last!.hash, products: []});
      const report = await rebuildVerify(other.desk);
      expect(report).toMatchObject({equal: true, rebuilt: first.manifest.contentHash, submissions: 5});
      expect(rebuildText(report)).toMatch(/Der Inhalt ist gleich/);
      await other.remove();
    },
    slow,
  );
});

test(
  "a product that was altered is noticed; then as of a day there is only what had been received by then",
  async () => {
    const {files, folder} = state.desk;
    expect(await isIntact(files, folder.products, first.manifest)).toBe(true);
    await appendFile(join(state.root, "products/controlling/caseload.parquet"), "x");
    expect(await isIntact(files, folder.products, first.manifest)).toBe(false);

    const {manifest, policyNoted} = await build(state.desk, {asOf: "2025-08-04", attack: nobody});
    expect(policyNoted).toBe(false);
    expect(manifest).toMatchObject({asOf: "2025-08-04", dataState: "2025-07-20"});
    expect(manifest.halfYears).toEqual([{halfYear: "2025-H1", provisional: true, due: 54, counted: 2}]);
    expect(await consultations()).toBe("34");
    expect(await isIntact(files, folder.products, manifest)).toBe(true);
  },
  slow,
);

test(
  "the attack gets a number back: the old products and the old warehouse stay, and the ledger too",
  async () => {
    const before = [await product("manifest.json", "public"), await readFile(join(state.root, "warehouse.duckdb"))];
    const lucky: Attack = () => ({
      breaches: [
        {
          table: "caseload",
          place: "caseload.cm_neu|2025-H1|body|05170",
          number: "",
          attacker: "body",
          who: "05111",
          low: 2,
          high: 3,
          scale: 0,
          width: 4,
          why: "narrow",
        },
      ],
      tables: [],
      questions: 0,
      dropped: 0,
      certificate: null,
    });
    await state.desk.files.remove(join(state.root, "state/attacked/2025-H1.json"));
    await expect(build(state.desk, {asOf: "2025-09-01", attack: lucky})).rejects.toThrow(
      /caseload, Zelle cm_neu · 2025-H1 · 05170: als Stelle 05111 auf 2 bis 3 einzugrenzen/,
    );
    expect([await product("manifest.json", "public"), await readFile(join(state.root, "warehouse.duckdb"))]).toEqual(before);
    expect((await readdir(state.root)).filter((name) => name.includes("next"))).toEqual([]);
  },
  slow,
);

test(
  "without any return the products are empty, and the build says so",
  async () => {
    const empty = await freshDesk();
    const summary = await build(empty.desk, {attack: nobody});
    expect(summary.manifest.products.every(({rows}) => rows === 0)).toBe(true);
    expect(buildText(summary)).toMatch(/noch keine angenommene Meldung/);
    await empty.remove();
  },
  slow,
);

test(
  "a state that contradicts itself is not published",
  async () => {
    const warehouse = await openWarehouse();
    const site = {cm_neu: 3n, cm_beendet: 0n, cm_bestand_anfang: 0n, cm_bestand_ende: 3n};
    await expect(assemble(warehouse, [handmade({body: "05111", full: true, lists: {T03: {E01: site}}})], modelFiles())).rejects.toThrow(
      /^invalid state: parts_are_totals\n/,
    );
    warehouse.close();
  },
  slow,
);

test("while another process builds, a build says so and leaves everything as it is", async () => {
  await writeFile(join(state.root, "state/build.lock"), `${process.ppid} ${Date.now()}`);
  await expect(build(state.desk, {})).rejects.toThrow("Ein anderer Vorgang baut gerade den Datenbestand");
});
