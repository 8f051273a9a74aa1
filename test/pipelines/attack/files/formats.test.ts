import {Field, Int64, makeData, RecordBatch, Schema, Struct, Table, tableToIPC, Utf8, vectorFromArray} from "apache-arrow";
import {expect, test} from "vitest";
import {arrowTable} from "../../../../pipelines/attack/files/arrow-table.ts";
import {csvRows} from "../../../../pipelines/attack/files/csv-rows.ts";
import {csvTable} from "../../../../pipelines/attack/files/csv-table.ts";
import {excelTable} from "../../../../pipelines/attack/files/excel-table.ts";
import {columnNamed} from "../../../../pipelines/attack/files/file-table.ts";
import {parquetTraces} from "../../../../pipelines/attack/files/parquet-traces.ts";
import {tableFor} from "../../../../schemas/disclosure/audience-tables.ts";

test("a CSV is read with quotes, line ends of any kind and an empty last cell", () => {
  expect(csvRows('\uFEFFa;b\r\n"x;""y""";\r\n1;2', ";")).toEqual([
    ["a", "b"],
    ['x;"y"', null],
    ["1", "2"],
  ]);
  expect(() => csvRows('a,"b\n', ",")).toThrow("invalid line: 1");
});
test("the CSV for Excel comes back as codes and plain numbers", () => {
  const declaration = tableFor("public", "gender");
  const table = excelTable(
    "\uFEFFBerichtshalbjahr;Ebene;Gebiet;Geschlecht;Name des Gebiets;Menschen im Bestand\r\n2025-H2;Regierungsbezirk;Köln Regierungsbezirk Köln;w weiblich;Regierungsbezirk Köln;geheim\r\n",
    "x",
    declaration,
  );
  expect([columnNamed(table, "level"), columnNamed(table, "area"), columnNamed(table, "geschlecht")]).toEqual([["district"], ["Köln"], ["w"]]);
});

/** Two numbers, the second of them null with a 7 in its place. */
const withGhost = (under: bigint) => {
  const data = makeData({type: new Int64(), length: 2, nullCount: 1, nullBitmap: new Uint8Array([1]), data: new BigInt64Array([5n, under])});
  const schema = new Schema([new Field("n", new Int64(), true)]);
  return tableToIPC(
    new Table(schema, [new RecordBatch(schema, makeData({type: new Struct(schema.fields), length: 2, nullCount: 0, children: [data]}))]),
    "file",
  );
};
test("a number left behind an empty Arrow cell is found", () => {
  expect(arrowTable(withGhost(7n), "x").columns).toEqual([["5", null]]);
  expect([arrowTable(withGhost(7n), "x").ghosts, arrowTable(withGhost(0n), "x").ghosts]).toEqual([["n"], []]);
});
test("an Arrow dictionary, which lists values no cell shows, is found", () => {
  const words = vectorFromArray(["a", "b"]);
  const plain = vectorFromArray(["a", "b"], new Utf8());
  expect(arrowTable(tableToIPC(new Table({words}), "file"), "x").ghosts).toEqual(["words"]);
  expect(arrowTable(tableToIPC(new Table({plain}), "file"), "x").ghosts).toEqual([]);
});

const shown = csvTable("p25a_erteilt\n12\n\n9\n", "x.parquet");
const declaration = tableFor("public", "residence_authorities");
const honest = {column: "p25a_erteilt", from: 0, rows: 3, min: "9", max: "12", nulls: 1, distinct: 2};
test.each([
  ["a smaller minimum", {min: "3"}, "Minimum"],
  ["a larger maximum", {max: "17"}, "Maximum"],
  ["fewer empty cells", {nulls: 0}, "Anzahl leerer Zellen"],
  ["more values", {distinct: 3}, "Anzahl verschiedener Werte"],
  ["rows that are not there", {rows: 4}, "p25a_erteilt"],
])("statistics that say %s than the cells are found", (_, change, word) =>
  expect(parquetTraces(shown, declaration, [{...honest, ...change}]).map(({cell}) => cell)).toEqual([expect.stringContaining(word)]),
);
test("honest statistics say nothing", () => expect(parquetTraces(shown, declaration, [honest])).toEqual([]));
