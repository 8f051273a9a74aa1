import {join} from "node:path";
import {readFile, rename, writeFile} from "node:fs/promises";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {openWarehouse} from "../../../../../pipelines/effects/warehouse.ts";
import {build} from "../../../../../pipelines/jobs/warehouse/build.ts";
import {sha256Of} from "../../../../../pipelines/effects/store.ts";
import {readManifest, writeManifest} from "../../../../../pipelines/jobs/warehouse/manifest.ts";
import {lineage} from "../../../../../pipelines/jobs/warehouse/lineage/lineage.ts";
import {lineageReportText, lineageText} from "../../../../../pipelines/jobs/warehouse/lineage/report-lineage.ts";
import {lineageVerify} from "../../../../../pipelines/jobs/warehouse/lineage/verify.ts";
import {query} from "../../../../../pipelines/jobs/warehouse/query/query.ts";
import {smallState} from "../small-state.ts";

const slow = 60_000;
let state: Awaited<ReturnType<typeof smallState>>;
beforeAll(async () => {
  state = await smallState();
  await build(state.desk);
}, slow);
afterAll(() => state.remove());
const textOf = async (product: string, ...words: string[]) => lineageText(await lineage(state.desk, product, words));

describe("the way back from a number", () => {
  test("names submission, sheet, cell, shown text and value", async () => {
    const text = await textOf("caseload", "half_year=2025-H1", "body=05170", "figure=erstberatungen");
    expect(text).toMatch(/Veröffentlicht: 35 Beratungen; 1 von 1 Stellen/);
    expect(text).toMatch(/05170 Kreis Wesel: 35 Beratungen – SHA-256 [0-9a-f]{64}, eingegangen 05\.08\.2025/);
    expect(text).toMatch(/03_Fallzahlen!I7\s+E01 Erstberatungen: „21“ → 21/);
    expect(text).toMatch(/03_Fallzahlen!I8\s+E02 Erstberatungen: „14“ → 14/);
    expect(text).toMatch(/nachgerechnet: 35 Beratungen; 1 von 1 Stellen\. Stimmt überein\.$/);
  });
  test("of a rate names numerator and denominator", async () =>
    expect(await textOf("caseload", "half_year=2025-H1", "body=05170", "figure=faelle_je_vzae")).toMatch(
      /24 ÷ 1,50 = 16,0 Fälle je VZÄ[\s\S]*03_Fallzahlen!G7[\s\S]*02_Stellen!H9[\s\S]*Stimmt überein/,
    ));
  test("of a row with dimensions needs them", async () => {
    expect(await textOf("origins", "half_year=2025-H1", "body=05170", "herkunftsgruppe=UKR", "figure=n_bestand")).toMatch(
      /04b_Herkunft!C7\s+NAT=166 .*„8“ → 8/,
    );
    await expect(lineage(state.desk, "origins", ["half_year=2025-H1", "body=05170", "figure=n_bestand"])).rejects.toThrow(
      "Bitte auch herkunftsgruppe=… nennen",
    );
  });
  test("of a gap shows why it is one", async () =>
    expect(await textOf("caseload", "half_year=2025-H1", "body=05334", "figure=cm_neu")).toMatch(
      /Veröffentlicht: nicht gemeldet; 0 von 1 Stellen[\s\S]*keine zählende Meldung[\s\S]*Stimmt überein/,
    ));
  test("of the register names every file", async () =>
    expect(await textOf("returns", "half_year=2025-H1", "body=05170", "figure=abgewiesen_count")).toMatch(
      /1 Dateien[\s\S]*nicht angenommen[\s\S]*Stimmt überein/,
    ));
});
const faults: Readonly<Record<string, [readonly string[], RegExp]>> = {
  "a product": [["nix", "figure=cm_neu"], /Das Datenprodukt „nix“ gibt es nicht\. Erwartet: eines von caseload,/],
  "a figure": [["caseload", "figure=nix", "half_year=2025-H1"], /Bitte eine Kennzahl von „caseload“ nennen: figure=cm_bestand_anfang/],
  "a half-year": [["caseload", "figure=cm_neu"], /Bitte das Halbjahr nennen/],
  "an area": [
    ["caseload", "figure=cm_neu", "half_year=2025-H1", "body=09162"],
    /Das Gebiet „body 09162“ gibt es hier nicht\. Erwartet: body=05334 \| district=Köln \| state/,
  ],
};
for (const [what, [words, message]] of Object.entries(faults))
  test(`without ${what} that exists says what is expected`, () => expect(lineage(state.desk, words[0]!, words.slice(1))).rejects.toThrow(message));

/** Rewrites a product with one value changed, as a build with a wrong mart would: the manifest names the file that lies there. */
const seedWrong = async (table: string, change: string) => {
  const path = join(state.root, "products/controlling", `${table}.parquet`);
  const writer = await openWarehouse();
  await writer.run(`create table t as select * from '${path}'`);
  await writer.run(`update t set ${change}`);
  await writer.run(`copy t to '${path}.wrong' (format parquet)`);
  writer.close();
  await rename(path, `${path}.right`);
  await rename(`${path}.wrong`, path);
  const manifestPath = join(state.root, "products/controlling/manifest.json");
  const [before, {documents: _, ...manifest}] = [await readFile(manifestPath), await readManifest(state.desk, "controlling")];
  const sha256 = sha256Of(await readFile(path));
  const named = (file: {path: string; sha256: string; bytes: number}) => (file.path.endsWith(`/${table}.parquet`) ? {...file, sha256} : file);
  const products = manifest.products.map((product) => ({...product, files: product.files.map(named)}));
  await writeManifest(state.desk.files, state.desk.folder.products, {...manifest, products});
  return async () => {
    await rename(`${path}.right`, path);
    await writeFile(manifestPath, before);
  };
};

describe("the proof over all products", () => {
  test(
    "reproduces every known figure and confirms every gap",
    async () => {
      const report = await lineageVerify(state.desk);
      expect(report).toMatchObject({ok: true, caught: {mart: true, cell: true}});
      expect(report.reproduced).toBe(report.known);
      expect(report.products.flatMap(({differences}) => differences)).toEqual([]);
      expect(lineageReportText(report)).toMatch(/erkannt, falsche Zelle erkannt\.[\s\S]*Alles stimmt\.$/);
    },
    slow,
  );
  test(
    "finds a wrong number, a wrong gap and a wrong count of bodies, and names them",
    async () => {
      const back = [
        await seedWrong("topics", "thema_haupt = 7 where area = '05170' and handlungsfeld = '01' and half_year = '2025-H1'"),
        await seedWrong("posts", "vakanz_eur = null, vakanz_eur_status = 'not_reported' where area = '05111'"),
        await seedWrong("gaps", "neu_count_bodies = 2 where area = '05170' and half_year = '2025-H2'"),
      ];
      const report = await lineageVerify(state.desk);
      expect(report.ok).toBe(false);
      expect(report.products.flatMap(({differences}) => differences.map(({table, at, figure}) => `${table} ${at} ${figure}`))).toEqual([
        "topics 2025-H1 body 05170 01 thema_haupt",
        "posts 2025-H1 body 05111 vakanz_eur",
        "gaps 2025-H2 body 05170 neu_count",
      ]);
      expect(lineageReportText(report)).toMatch(
        /topics 2025-H1 body 05170 01 thema_haupt: veröffentlicht 7 \(1 Stellen\), nachgerechnet 6 \(1 Stellen\)[\s\S]*Es gibt Abweichungen\.$/,
      );
      for (const undo of back.toReversed()) await undo();
    },
    slow,
  );
  test(
    "finds rows that are missing and rows too many",
    async () => {
      const back = await seedWrong("access", "zugang = '97' where area = '05170' and zugang = '01' and half_year = '2025-H1'");
      const {products} = await lineageVerify(state.desk);
      expect(products.flatMap(({differences}) => differences.map(({at, published, proven}) => `${at} ${published} ${proven}`))).toEqual([
        "2025-H1 body 05170 97 3 (1 Stellen) nicht da",
        "2025-H1 body 05170 01 nicht da 3 (1 Stellen)",
      ]);
      await back();
    },
    slow,
  );
});

describe("a query", () => {
  test("reads products by name, exactly", async () =>
    expect(await query(state.desk, "select area, cm_besetzt_vzae, cm_neu from caseload where half_year = '2025-H2' and area = '05170'")).toEqual({
      columns: ["area", "cm_besetzt_vzae", "cm_neu"],
      rows: [["05170", "1.50", "11"]],
    }));
  const forbidden = {
    "read a file": "select * from read_text('/etc/passwd')",
    "list a folder": "select * from glob('/etc/*')",
    "read a product by its path": "select * from 'products/controlling/caseload.parquet'",
    "write a file": "copy (select 1) to '/tmp/kim-evil.csv'",
    "open another database": "attach '/tmp/kim-evil.duckdb'",
    "load an extension": "install httpfs",
    "unlock itself": "set enable_external_access = true",
  };
  for (const [what, sql] of Object.entries(forbidden))
    test(`cannot ${what}`, () =>
      expect(query(state.desk, sql)).rejects.toThrow(
        /^Die Abfrage ist nicht ausführbar: (?:Dateien, Netz, Erweiterungen und Einstellungen sind hier gesperrt|Die Tabelle „.*“ gibt es nicht)|^Hier kann nur gelesen werden/,
      ));
  for (const sql of ["create table x as select 1", "drop table caseload", "insert into caseload select * from caseload", "update caseload set area = ''"])
    test(`that would only seem to write is refused: ${sql}`, () => expect(query(state.desk, sql)).rejects.toThrow(/^Hier kann nur gelesen werden/));
  test("of two statements or none is not asked", async () => {
    await expect(query(state.desk, "select 1; drop table caseload")).rejects.toThrow(/^Das ist mehr als eine Anweisung/);
    for (const sql of [" ", "-- nichts"]) await expect(query(state.desk, sql)).rejects.toThrow(/^Die Abfrage ist leer/);
  });
  for (const sql of ["from caseload limit 1", "with a as (select 1 as b) select b from a", "describe caseload", "show tables", "explain select 1", "select 1;"])
    test(`is answered: ${sql}`, async () => expect((await query(state.desk, sql)).columns.length).toBeGreaterThan(0));
  test("shows all tables there are", async () => expect((await query(state.desk, "show tables")).rows).toContainEqual(["caseload"]));
  test("that is wrong says so in German, with what there is", async () => {
    const faultOf = (sql: string) => query(state.desk, sql).catch((error: unknown) => (error instanceof Error ? error.message : ""));
    expect(await faultOf("select * from nix")).toMatch(/^Die Abfrage ist nicht ausführbar: Die Tabelle „nix“ gibt es nicht\. Alle zeigt „show tables“\./);
    expect(await faultOf("select * from caselod")).toMatch(/: Die Tabelle „caselod“ gibt es nicht\. Ähnlich heißen: „caseload“/);
    expect(await faultOf("select cm_nue from caseload")).toMatch(/: Die Spalte „cm_nue“ gibt es nicht\. Ähnlich heißen: .*„cm_neu“/);
    expect(await faultOf("select * fro caseload")).toMatch(/: Der Satzbau stimmt nicht, und zwar bei „caseload“\. Die Datenbank meldet: „Parser Error: syntax/);
    expect(await faultOf("select sum(cm_neu), area from caseload")).toMatch(/: Die Datenbank versteht sie nicht\. Sie meldet: „Binder Error: .*GROUP BY/);
  });
});
