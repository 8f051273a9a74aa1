import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, test} from "vitest";
import type {Leak} from "../../../../../pipelines/attack/files/leak.ts";
import type {Publication} from "../../../../../pipelines/attack/publication/publication.ts";
import {diskFiles} from "../../../../../pipelines/effects/files.ts";
import {openWarehouse} from "../../../../../pipelines/effects/warehouse.ts";
import {type Attack, attackFolder} from "../../../../../pipelines/jobs/release/attack/attack-folder.ts";
import {pageLeaks} from "../../../../../pipelines/jobs/release/attack/attack-site.ts";
import {dataFolderWith, rows, type SmallRow, table, write, writeProducts} from "./small-publication.ts";

const nothing: Attack = () => ({breaches: [], tables: [], questions: 0, dropped: 0, certificate: []});
const attacked = async (folder: string, attack: Attack = nothing) => {
  const report = await attackFolder(diskFiles, folder, attack, {integer: false, progress: () => undefined});
  return report!;
};
const leaksIn = async (folder: string): Promise<readonly Leak[]> => {
  const {leaks} = await attacked(folder);
  rmSync(folder, {recursive: true});
  return leaks;
};
const putBack: readonly SmallRow[] = rows.map((row) => (row.area === "05111" ? {...row, granted: 3n} : row));
const cell = "p25a_erteilt · 2025-H2 · body · 05111";

test("says nothing against what is the same in every format", async () => expect(await leaksIn(await dataFolderWith())).toEqual([]));

test.each([
  ["csv", `${table}.csv`],
  ["excelCsv", `${table}.excel.csv`],
  ["parquet", `${table}.parquet`],
] as const)("a withheld number put back into %s only is found, with its cell", async (format, file) => {
  const leaks = await leaksIn(await dataFolderWith(rows, {[format]: putBack}));
  expect(leaks).toContainEqual({
    kind: "format",
    file: `products/public/${file}`,
    table,
    cell,
    found: "3",
    expected: `kein Wert wie in products/public/${table}.arrow`,
  });
});
test("put back into Arrow only, all others differ from it", async () => {
  const leaks = await leaksIn(await dataFolderWith(rows, {arrow: putBack}));
  expect(leaks.filter((leak) => leak.cell === cell && leak.expected.startsWith("3 wie in")).map(({file}) => file)).toEqual([
    `products/public/${table}.parquet`,
    `products/public/${table}.csv`,
    `products/public/${table}.excel.csv`,
  ]);
});
test("a number beside the status withheld is found in the one file", async () => {
  const folder = await dataFolderWith();
  const path = join(folder, "products/public", `${table}.csv`);
  const text = new TextDecoder().decode((await diskFiles.read(path))!);
  write(path, text.replace(",withheld,", "3,withheld,"));
  expect(await leaksIn(folder)).toContainEqual(expect.objectContaining({kind: "gap", cell, found: "3", expected: "keine Zahl (withheld)"}));
});
test("a row beyond the plan is found", async () => {
  const leaks = await leaksIn(await dataFolderWith([...rows, {level: "unit", area: "05334", granted: 5n}]));
  expect(leaks).toContainEqual(expect.objectContaining({kind: "plan", cell: "2025-H2 · unit · 05334", found: "eine Zeile, die der Plan nicht hat"}));
});
test("a file beyond the plan is found", async () => {
  const folder = await dataFolderWith();
  write(join(folder, "products/public/warehouse.duckdb"), "x");
  write(join(folder, "products/public/return_register.csv"), "x");
  const leaks = await leaksIn(folder);
  expect(leaks.map(({kind, file}) => `${kind} ${file}`)).toEqual(["plan products/public/return_register.csv", "plan products/public/warehouse.duckdb"]);
});
test("what a Parquet file says of itself beyond its cells is found", async () => {
  const folder = await dataFolderWith();
  const path = join(folder, "products/public", `${table}.parquet`);
  const database = await openWarehouse();
  await database.run(`create table told as from read_parquet('${path}')`);
  await database.run(`copy told to '${path}' (format parquet, kv_metadata {notes: '05111 hat 3'})`);
  database.close();
  expect(await leaksIn(folder)).toContainEqual(expect.objectContaining({kind: "metadata", cell: "notes", found: "05111 hat 3"}));
});
test("hashes of returns in the public manifest are found, and that it is not the one that was written", async () => {
  const folder = await dataFolderWith();
  write(join(folder, "products/public/manifest.json"), JSON.stringify({schema: 1, inputs: [{sha256: "ab", body: "05111", halfYear: "2025-H2"}], smallest: 3}));
  const leaks = await leaksIn(folder);
  expect(leaks.map(({kind, cell: at}) => `${kind} ${at}`)).toEqual(["format die ganze Datei", "metadata smallest", "metadata inputs"]);
});
test("a foreign row in the folder of a body is found; its own rows are what it knows", async () => {
  const folder = await dataFolderWith();
  await writeProducts(join(folder, "products/body/05111"), "body", [
    {level: "body", area: "05111", granted: 3n},
    {level: "body", area: "05112", granted: 17n},
  ]);
  const seen: Publication[] = [];
  const report = await attacked(folder, (publication) => {
    seen.push(publication);
    return nothing(publication);
  });
  rmSync(folder, {recursive: true});
  expect(report.leaks.filter(({kind}) => kind === "plan").map(({cell: at}) => at)).toContain("2025-H2 · body · 05112");
  expect(seen[0]!.own[0]!.tables[0]!.rows[0]!["p25a_erteilt"]).toBe(3n);
});
test("an earlier release is read, the products of the controlling are not", async () => {
  const folder = await dataFolderWith();
  await writeProducts(join(folder, "releases/2026-02/products/public"), "public", putBack);
  write(join(folder, "products/controlling/caseload.csv"), "not to be read");
  const seen: Publication[] = [];
  const report = await attacked(folder, (publication) => {
    seen.push(publication);
    return nothing(publication);
  });
  rmSync(folder, {recursive: true});
  expect(report.leaks).toEqual([]);
  expect(seen.map(({earlier}) => earlier.map(({release, tables}) => [release, tables[0]!.rows[0]!["p25a_erteilt"]]))).toEqual([[["2026-02", 3n]]]);
});
test("a site and the products it carries are attacked too", async () => {
  const folder = await dataFolderWith();
  const place = `${table}.p25a_erteilt|2025-H2|body|05111`;
  write(join(folder, "site/index.html"), `<table><tr><th>Düsseldorf</th><td data-place="${place}">3</td></tr></table>`);
  await writeProducts(join(folder, "site/data"), "public", putBack);
  const leaks = await leaksIn(folder);
  expect(leaks).toContainEqual({
    kind: "page",
    file: "site/index.html",
    table,
    cell: "p25a_erteilt · 2025-H2 · body · 05111",
    found: "3",
    expected: "keine Zahl (withheld)",
  });
  expect(leaks).toContainEqual(expect.objectContaining({kind: "format", file: `site/data/${table}.csv`, found: "andere Bytes"}));
});
test("pages nobody has seen yet are attacked beside the products", async () => {
  const folder = await dataFolderWith();
  write(join(folder, "site.next/index.html"), "<p>Nichts</p><script>3</script>");
  write(join(folder, "site.next/numbers.json"), "[3]");
  const leaks = await pageLeaks(diskFiles, folder, join(folder, "products/public"), join(folder, "site.next"));
  rmSync(folder, {recursive: true});
  expect(leaks.map(({kind, file, cell: at}) => [kind, file, at])).toEqual([
    ["plan", "site.next/numbers.json", "die ganze Datei"],
    ["plan", "site.next/index.html", "hinter der Seite"],
  ]);
});
test("a copied site alone is attacked with the products it carries", async () => {
  const folder = mkdtempSync(join(tmpdir(), "kim-attack-site-"));
  write(join(folder, "index.html"), `<p data-place="${table}.p25a_erteilt|2025-H2|body|05113">41</p>`);
  await writeProducts(join(folder, "data"), "public", rows);
  expect((await leaksIn(folder)).map(({kind, found, expected}) => [kind, found, expected])).toEqual([["page", "41", "40"]]);
});
test("nothing published is not nothing found", async () => {
  const folder = mkdtempSync(join(tmpdir(), "kim-attack-none-"));
  expect(await attackFolder(diskFiles, folder, nothing, {integer: false, progress: () => undefined})).toBeNull();
  rmSync(folder, {recursive: true});
});
