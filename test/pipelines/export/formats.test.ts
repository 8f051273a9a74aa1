import {mkdtemp, readFile, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {DataType, tableFromIPC} from "apache-arrow";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {openWarehouse, type SqlValue, type Warehouse} from "../../../pipelines/effects/warehouse.ts";
import {arrowFile} from "../../../pipelines/export/arrow.ts";
import {excelCsv} from "../../../pipelines/export/excel-csv.ts";
import {writeParquet} from "../../../pipelines/export/parquet.ts";
import {productSchema} from "../../../pipelines/export/product-schema.ts";
import {researchCsv} from "../../../pipelines/export/research-csv.ts";
import type {ProductRow} from "../../../pipelines/protect/publish/slots.ts";
import {sealFor} from "../../../pipelines/protect/seal.ts";
import {columnsOf, type ColumnType} from "../../../schemas/tables/columns.ts";
import {tables, tableOf} from "../../../schemas/tables/registry.ts";

const protect = (audience: "controlling", table: string, rows: readonly ProductRow[]) =>
  sealFor(audience, new Map([[table, rows]]), 0).published.find((each) => each.table === table)!;

const edition = {synthetic: true, dataState: "2026-01-31", asOf: null, policy: "abc"};
const sql: Readonly<Record<ColumnType, string>> = {
  text: "VARCHAR",
  date: "DATE",
  boolean: "BOOLEAN",
  integer: "INTEGER",
  count: "BIGINT",
  decimal: "DECIMAL(18,2)",
};
const examples: Readonly<Record<ColumnType, readonly SqlValue[]>> = {
  text: ["A4", "=1+1"],
  date: ["2025-07-31", null],
  boolean: [true, false],
  integer: [1, 54],
  count: [9007199254740993n, null],
  decimal: [-12_345_678_901_234_05n, null],
};
/** Two rows: all there, and whatever may be missing missing. The keys differ. */
const rowsOf = (name: string): SqlValue[][] =>
  [0, 1].map((row) =>
    columnsOf(tableOf(name)).map(({type, role}) => {
      if (role === "status") return row === 0 ? "known" : "not_reported";
      return examples[type][row] ?? (role === "key" || role === "due" || role === "bodies" ? examples[type][0]! : null);
    }),
  );

let folder: string;
let reader: Warehouse;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kim-export-"));
  reader = await openWarehouse();
});
afterAll(async () => {
  reader.close();
  await rm(folder, {recursive: true});
});
const parquet = async (name: string, rows: readonly SqlValue[][], path = join(folder, `${name}.parquet`)) => {
  await writeParquet(reader, protect("controlling", name, rows), edition, path);
  return path;
};

describe("every product", () => {
  for (const table of tables) {
    test(`${table.name} comes out of Parquet as it went in, in the declared types`, async () => {
      const rows = rowsOf(table.name);
      const path = await parquet(table.name, rows);
      const columns = columnsOf(table);
      expect(await reader.rows(`select column_name as name, column_type as type from (describe select * from '${path}')`)).toEqual(
        columns.map(({name, type}) => ({name, type: sql[type]})),
      );
      const back = (await reader.rows(`select * from '${path}'`)).map((row) => columns.map(({name}) => row[name]!));
      expect(new Set(back.map(String))).toEqual(new Set(rows.map(String)));
    });
    test(`${table.name} has no float in Arrow and one field for each column`, () => {
      const {schema} = tableFromIPC(arrowFile(protect("controlling", table.name, rowsOf(table.name)), edition));
      expect(schema.fields.map(({name}) => name)).toEqual(columnsOf(table).map(({name}) => name));
      expect(schema.fields.filter(({type}) => DataType.isFloat(type))).toEqual([]);
    });
    test(`${table.name} has one heading a column in both kinds of CSV, no two alike`, () => {
      const published = protect("controlling", table.name, []);
      const [research, excel] = [researchCsv(published, edition).trim().split(","), excelCsv(published, edition).slice(1).trim().split(";")];
      expect(research).toEqual([...columnsOf(table).map(({name}) => name), "hinweis"]);
      expect(new Set(excel).size).toBe(excel.length);
      expect(excel).toHaveLength(research.length);
    });
    test(`${table.name} has a JSON Schema that knows every column`, () =>
      expect(Object.keys((productSchema(table) as {properties: object}).properties)).toEqual(columnsOf(table).map(({name}) => name)));
  }
});

const finance = (...values: SqlValue[]): SqlValue[] => ["2025-H1", "body", "05334", "B1", "StädteRegion Aachen", 1, ...values];
const money: SqlValue[][] = [
  finance(150_750_05n, "known", 1, null, "not_applicable", 0, 0n, "known", 1, null, "not_reported", 0, null, "not_asked", 0, null, "withheld", 0),
];

describe("Parquet", () => {
  test("has the same bytes whatever the order of the rows", async () => {
    const rows = ["B1", "B2", "B3"].map((baustein) => money[0]!.with(3, baustein));
    const [one, other] = [await parquet("finance", rows, join(folder, "1")), await parquet("finance", rows.toReversed(), join(folder, "2"))];
    expect((await readFile(one)).equals(await readFile(other))).toBe(true);
  });
  test("says what it is, and that it is invented", async () => {
    const path = await parquet("finance", money);
    const found = await reader.rows(`select decode(key) as key, decode(value) as value from parquet_kv_metadata('${path}')`);
    expect(Object.fromEntries(found.map(({key, value}) => [key, value]))).toMatchObject({
      title: "Finanzen nach Baustein",
      synthetic: "true",
      data_state: "2026-01-31",
      note: "Beispieldaten – frei erfunden · Nur für den Dienstgebrauch – enthält Einzelangaben",
      audience: "controlling",
      policy: "abc",
    });
  });
});
test("Arrow says what it is, and keeps 64 bits and cents", () => {
  const table = tableFromIPC(arrowFile(protect("controlling", "finance", money), edition));
  expect(Object.fromEntries(table.schema.metadata)).toMatchObject({
    title: "Finanzen nach Baustein",
    synthetic: "true",
    policy: "abc",
    note: "Beispieldaten – frei erfunden · Nur für den Dienstgebrauch – enthält Einzelangaben",
  });
  expect([...(table.getChild("eur_bewilligt")!.get(0) as Uint32Array)]).toEqual([150_750_05, 0, 0, 0]);
  const counts = tableFromIPC(arrowFile(protect("controlling", "gaps", rowsOf("gaps")), edition));
  expect(counts.getChild("luecken_count")!.get(0)).toBe(9007199254740993n);
});
test("a negative decimal keeps its sign in Arrow", () => {
  const table = tableFromIPC(arrowFile(protect("controlling", "finance", [money[0]!.with(6, -5n)]), edition));
  expect([...(table.getChild("eur_bewilligt")!.get(0) as Uint32Array)]).toEqual([0xfffffffb, 0xffffffff, 0xffffffff, 0xffffffff]);
});

describe("CSV", () => {
  test("for research has dots, ISO and empty cells for gaps", () =>
    expect(researchCsv(protect("controlling", "finance", money), edition).split("\n")[1]).toBe(
      "2025-H1,body,05334,B1,StädteRegion Aachen,1,150750.05,known,1,,not_applicable,0,0.00,known,1,,not_reported,0,,not_asked,0,,withheld,0,Beispieldaten – frei erfunden · Nur für den Dienstgebrauch – enthält Einzelangaben",
    ));
  test("for Excel has a byte order mark, commas and words for gaps", () => {
    const text = excelCsv(protect("controlling", "finance", money), edition);
    expect(text.startsWith("\uFEFFBerichtshalbjahr;Ebene;Gebiet;Baustein;")).toBe(true);
    expect(text.split("\r\n")[1]).toBe(
      "2025-H1;Stelle;05334 StädteRegion Aachen;B1 Koordinierung/strategischer Overhead;StädteRegion Aachen;1;150750,05;bekannt;1;entfällt;entfällt;0;0,00;bekannt;1;nicht gemeldet;nicht gemeldet;0;nicht erfragt;nicht erfragt;0;geheim;geheim;0;Beispieldaten – frei erfunden · Nur für den Dienstgebrauch – enthält Einzelangaben",
    );
  });
  test("that is real says nothing about invention", () => {
    const real = {...edition, synthetic: false};
    expect(`${excelCsv(protect("controlling", "finance", money), real)}${researchCsv(protect("controlling", "finance", money), real)}`).not.toMatch(/erfunden/);
  });
  const titled = (titel: string): SqlValue[] =>
    columnsOf(tableOf("gap_register")).map(({name, type}) => (name === "titel" ? titel : name === "luecke_faelle_status" ? "known" : examples[type][0]!));
  for (const evil of ["=HYPERLINK(1)", "+49", "-1", "@SUM(A1)", "\tx", "\rx"])
    test(`for Excel makes ${JSON.stringify(evil)} harmless text`, () => {
      const line = excelCsv(protect("controlling", "gap_register", [titled(evil)]), edition);
      expect(line).toContain(`'${evil}`);
      expect(line).not.toContain(`;${evil}`);
    });
  test("keeps separators and quotes inside a text", () => {
    expect(excelCsv(protect("controlling", "gap_register", [titled('a;"b"')]), edition)).toContain(';"a;""b""";');
    expect(researchCsv(protect("controlling", "gap_register", [titled('a,"b"')]), edition)).toContain(',"a,""b""",');
  });
  test("shows dates the German way", () =>
    expect(
      excelCsv(
        protect("controlling", "post_register", [
          columnsOf(tableOf("post_register")).map(({type, role}) => (role === "status" ? "known" : examples[type][0]!)),
        ]),
        edition,
      ),
    ).toContain(";31.07.2025;"));
});
