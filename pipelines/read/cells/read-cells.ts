import {hasMunicipalities} from "../../../schemas/codes/bodies.ts";
import type {Cell, Reading, Remark} from "../../../schemas/flow.ts";
import type {Form, Table} from "../../../schemas/layouts/layout.ts";
import type {FoundSheets} from "../form/find-sheets.ts";
import {findTables} from "../form/find-tables.ts";
import {emptyReturnCells} from "./empty-return.ts";
import {oddPlaces} from "./odd/odd-places.ts";
import {settle} from "./settle.ts";
import type {Context} from "./slot.ts";
import {type TableSlots, tableSlots} from "./table-slots.ts";

type Read = Pick<Reading, "returnKind" | "cells" | "remarks" | "repairs">;

const missingSheets = (form: Form, {grids}: FoundSheets, {body}: Context, returnKind: Read["returnKind"]): Remark[] => {
  const asked = ({onlyFor, sheet}: Table) =>
    (onlyFor === undefined || body === null || hasMunicipalities(body)) && (returnKind !== "F" || sheet < "02" || sheet >= "13");
  return [...new Set(form.tables.filter(asked).map(({sheet}) => sheet))]
    .filter((title) => !grids.has(title))
    .map((title) => ({kind: "missing-sheet", at: {sheet: title}, found: "nicht gefunden", expected: title}));
};
const answer = (tables: readonly TableSlots[]) => tables.flatMap(({slots}) => slots).find(({cell}) => cell.field === "meldungsart")?.cell;

/** The settled inputs of a table in the order of the form, after its keys, before its totals. */
const cellsOf = (
  table: Table,
  read: TableSlots | undefined,
  settled: ReadonlyMap<string, readonly Cell[]>,
  empty: Cell | undefined,
  context: Context,
): Cell[] => [
  ...(read?.keys ?? []),
  ...(empty === undefined ? (settled.get(table.id) ?? []) : emptyReturnCells(table, read?.slots ?? [], empty, context)),
  ...(read?.totals ?? []),
];

/** Reads every declared cell of the sheets found, and says what had to be settled on the way. */
export const readCells = (form: Form, sheets: FoundSheets, context: Context): Read => {
  const found = [...sheets.grids].map(([title, grid]) =>
    findTables(
      grid,
      form.tables.filter(({sheet}) => sheet === title),
    ),
  );
  const read = found.flatMap(({tables}) => tables).map((located) => tableSlots(located, context));
  const byTable = new Map(read.map((each) => [each.located.table.id, each]));
  const declared = answer(read);
  const returnKind = declared?.code === "V" || declared?.code === "F" ? declared.code : null;
  const settled = Map.groupBy(
    settle(
      read.flatMap(({slots}) => slots),
      context,
    ),
    ({table}) => table,
  );
  return {
    returnKind,
    cells: form.tables.flatMap((table) =>
      cellsOf(table, byTable.get(table.id), settled, returnKind === "F" && table.id !== "T01" && table.id !== "T01Z" ? declared : undefined, context),
    ),
    remarks: [
      ...missingSheets(form, sheets, context, returnKind),
      ...sheets.remarks,
      ...found.flatMap(({remarks}) => remarks),
      ...read.flatMap(({remarks, slots}) => [...remarks, ...slots.flatMap((slot) => slot.remarks)]),
    ],
    repairs: [...sheets.repairs, ...found.flatMap(({repairs}) => repairs), ...read.flatMap(({repairs}) => repairs), ...oddPlaces(read)],
  };
};
