import {codeListOf} from "../../../schemas/codes/lists.ts";
import {fieldOf} from "../../../schemas/fields/registry.ts";
import type {Cell} from "../../../schemas/flow.ts";
import type {Column, Table} from "../../../schemas/layouts/layout.ts";
import {askedElsewhere, neededThoughPrefilled, references} from "../../../schemas/rules/terms/required.ts";
import {conditionOf} from "../conditions.ts";
import type {Verdicts} from "../compare.ts";
import {evaluate} from "../evaluate.ts";
import {type Fault, faultAt} from "../finding.ts";
import {baseRow, type ReturnView} from "../return-view.ts";
import {isNumber} from "../values.ts";

const isEmpty = ({state}: Cell) => state === "empty";
const isFigure = (field: string) => ["count", "signed", "posts", "euro", "decimal"].includes(fieldOf(field).kind);

/** Whether a column must be filled at all; conditional cells only where their condition holds. */
const isNeeded = ({status, field}: Column) =>
  field !== undefined &&
  !askedElsewhere.has(field) &&
  (status === "core" || status === "conditional" || (status === "prefilled" && neededThoughPrefilled.has(field)));
const mustBeFilled = (view: ReturnView, column: Column, cell: Cell) => column.status !== "conditional" || conditionOf(view, column, cell) === true;

/** The field names a column stands for: `eur_{code}` for those of all rows. */
const fieldsOf = ({codes}: Table, {field}: Column): string[] =>
  field!.includes("{") ? [...codeListOf(codes!.list).known.keys()].map((code) => field!.replace("{code}", code)) : [field!];

const wanted = (cell: Cell): Pick<Fault, "expected" | "fill"> => {
  const {kind} = fieldOf(cell.field);
  if (isFigure(cell.field)) return {expected: "eine Zahl", fill: {tun: "eintragen: 0, wenn es nichts gab; k. A., wenn die Zahl nicht bekannt ist"}};
  if (kind === "date") return {expected: "ein Datum", fill: {tun: "als TT.MM.JJJJ eintragen"}};
  if (kind === "text") return {expected: "ein kurzer Text", fill: {tun: "ohne Personenbezug eintragen"}};
  return {expected: "ein Eintrag aus der Liste", fill: {tun: "aus der Liste wählen (Pfeil rechts an der Zelle)"}};
};
const leftOut = (cell: Cell): Fault => {
  const {expected, fill} = wanted(cell);
  return faultAt(cell, expected, {found: "leer", ...(fill === undefined ? {} : {fill})});
};

const inList = (view: ReturnView, table: Table, column: Column): readonly Cell[] =>
  fieldsOf(table, column)
    .flatMap((field) => view.cellsOf(table.id, field))
    .filter((cell) => isEmpty(cell) && mustBeFilled(view, column, cell));

/** A distribution wholly empty, although its reference is above 0: one finding, at its first cell. */
const inSpread = (view: ReturnView, table: Table, columns: readonly Column[]): readonly Cell[] => {
  const key = columns[0]!.key;
  const ends = ({row}: Cell) => columns.length > 1 || table.id === "T12B" || (key === undefined ? !row.includes(",") : row.endsWith(key));
  const cells = [...new Set(columns.flatMap((column) => fieldsOf(table, column)))].flatMap((field) => view.cellsOf(table.id, field)).filter(ends);
  const first = cells.find((cell) => isEmpty(cell) && columns.some((column) => mustBeFilled(view, column, cell)));
  if (first === undefined || cells.some((cell) => !isEmpty(cell) && cell.state !== "not_applicable")) return [];
  const reference = references[first.field];
  const outcome = reference === undefined ? null : evaluate(view, reference, {row: null, cell: null});
  return outcome !== null && "value" in outcome && outcome.value > 0n ? [first] : [];
};

/** Columns that make up one distribution: all of T04A, T04O and T12B; elsewhere each column is its own. */
const spreads = (table: Table): readonly (readonly Column[])[] => {
  const needed = table.columns.filter(isNeeded);
  return ["T04A", "T04O", "T12B"].includes(table.id) ? [needed] : needed.map((column) => [column]);
};

const isKeyOf = ({id}: Table, row: string, {table, part, row: own}: Cell) => table === id && part === "key" && own === row;
/** Rows with entries but without a number; a number that could not be understood has a rule of its own. */
const namelessRows = (view: ReturnView, table: Table): Fault[] => {
  const key = table.columns.find(({role}) => role === "key");
  if (table.kind !== "list" || table.rowKey === "Zeile" || key === undefined) return [];
  return view
    .rowsOf(table.id)
    .filter((row) => row.startsWith("Zeile ") && !view.reading.cells.some((cell) => isKeyOf(table, row, cell) && !isEmpty(cell)))
    .map((row): Fault => {
      const any = view.reading.cells.find((cell) => cell.table === table.id && baseRow(cell.row) === row)!;
      const at = {sheet: any.sheet, cell: `${key.letter}${/\d+$/.exec(any.address)![0]}`};
      return {at, field: null, row, found: "leer", expected: "eine Nummer", fill: {feld: key.title, tun: "die Nummer der Zeile eintragen"}};
    });
};

/** TYP-001: core cells, and conditional ones whose condition holds. */
export const coreCells = (view: ReturnView): Verdicts => {
  const faults = view.form.tables.flatMap((table) => {
    const spread = table.kind === "matrix" || table.id === "T04O";
    const cells = spread
      ? spreads(table)
          .filter(({length}) => length > 0)
          .flatMap((columns) => inSpread(view, table, columns))
      : table.columns.filter(isNeeded).flatMap((column) => inList(view, table, column));
    return [...namelessRows(view, table), ...cells.map(leftOut)];
  });
  return {faults, gaps: []};
};

/** TYP-006: an honest "not known" in a core number cell asks for one sentence on sheet 13. */
export const unknownCore = (view: ReturnView): Verdicts => {
  const faults = view.form.tables.flatMap((table) =>
    table.columns.filter(isNeeded).flatMap((column) =>
      fieldsOf(table, column)
        .filter(isFigure)
        .flatMap((field) =>
          view
            .cellsOf(table.id, field)
            .filter(
              ({state, text, row}) => state === "unknown" && text !== "" && (column.key === undefined || table.id === "T12B" || row.endsWith(column.key)),
            ),
        ),
    ),
  );
  return {faults: [...new Set(faults)].map((cell) => faultAt(cell, "eine Zahl")), gaps: []};
};

/** Whether an answer that is no number may not be left open with k. A. */
export const isAnswerNeeded = (view: ReturnView, cell: Cell): boolean =>
  !isFigure(cell.field) && !isNumber(cell) && (view.tableOf(cell.table)?.columns ?? []).some((column) => column.field === cell.field && isNeeded(column));
