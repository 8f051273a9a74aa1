import {describe, expect, test} from "vitest";
import {oneReturn} from "../../../fixtures/sample/one-return.ts";
import {interpret} from "../../../pipelines/read/interpret.ts";
import {type Opened, openWorkbook} from "../../../pipelines/read/open-workbook.ts";
import {forms} from "../../../schemas/layouts/forms.ts";
import type {Column, Form, Table} from "../../../schemas/layouts/layout.ts";
import {insertedRows, renamed, swappedColumns, typed, withSheet} from "./moved.ts";

/** A second form, as one might be issued: the sites on a sheet of another name, three rows lower, two columns in the other order, one under another title. */
const exchanged: Readonly<Record<string, string>> = {D: "F", F: "D"};
const columnOf = (column: Column): Column => ({
  ...column,
  letter: exchanged[column.letter] ?? column.letter,
  title: column.field === "cm_personen_ende" ? "Menschen hinter den Fällen (Personen)" : column.title,
});
const tableOf = (table: Table): Table =>
  table.id === "T03"
    ? {
        ...table,
        sheet: "03_Einsatzorte",
        headerRow: 8,
        totalRow: 9,
        rows: [10, 49],
        columns: table.columns.map(columnOf).toSorted((a, b) => (a.letter < b.letter ? -1 : 1)),
      }
    : table;
const first = forms[0]!;
const second: Form = {...first, version: "KIM-MB-2.0", validFrom: "2026-H1", tables: first.tables.map(tableOf)};
const both = [{...first, validUntil: "2025-H2"}, second];

const issued = openWorkbook(await oneReturn(), () => undefined);
const changes: readonly (readonly [string, Parameters<typeof withSheet>[2]])[] = [
  ["03_Fallzahlen", typed({H5: "Menschen hinter den Fällen (Personen)"})],
  ["03_Fallzahlen", swappedColumns("D", "F")],
  ["03_Fallzahlen", insertedRows(4, 3)],
  ["03_Fallzahlen", renamed("03_Einsatzorte")],
  ["01_Deckblatt", typed({C9: "KIM-MB-2.0"})],
  ["_meta", typed({B4: "KIM-MB-2.0"})],
];
const properties = {...issued.workbook.properties, formular_version: "KIM-MB-2.0"};
const later = changes.reduce<Opened>((book, [title, change]) => withSheet(book, title, change), {...issued, workbook: {...issued.workbook, properties}});
const sites = ({cells}: ReturnType<typeof interpret>) =>
  cells
    .filter(({table, part, state}) => table === "T03" && part === "input" && state === "number")
    .map(({field, row, value}) => `${field} ${row} ${value}`)
    .toSorted();

describe("any form ever issued is read by its own layout", () => {
  test("the second as issued: same values, nothing to repair", () => {
    const reading = interpret(later, both);
    expect(reading).toMatchObject({form: "KIM-MB-2.0", remarks: [], repairs: []});
    expect(sites(reading)).toEqual(sites(interpret(issued, both)));
    expect(reading.cells.find(({field, row}) => field === "cm_neu" && row === "E01")).toMatchObject({sheet: "03_Einsatzorte", address: "F10"});
  });
  test("the first as issued, although a second is there", () => expect(interpret(issued, both)).toMatchObject({form: "KIM-MB-1.0", remarks: [], repairs: []}));
  test("read by the layout of the other, it would not be as issued", () => expect(interpret(later, [first]).repairs).not.toEqual([]));
  test("a version nobody issued is read as the one that was valid", () =>
    expect(interpret(withSheet(issued, "01_Deckblatt", typed({C9: "KIM-MB-1.7"})), both)).toMatchObject({
      form: "KIM-MB-1.7",
      repairs: [{kind: "template", field: "formular_version", certain: false}],
    }));
});
