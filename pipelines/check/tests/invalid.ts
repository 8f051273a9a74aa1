import {codeListOf} from "../../../schemas/codes/lists.ts";
import {fieldOf} from "../../../schemas/fields/registry.ts";
import type {Field, FieldKind} from "../../../schemas/fields/field.ts";
import type {Cell} from "../../../schemas/flow.ts";
import {printDecimal} from "../../../schemas/units.ts";
import type {Verdicts} from "../compare.ts";
import {faultAt} from "../finding.ts";
import {respelled} from "../proposals.ts";
import type {ReturnView} from "../return-view.ts";
import {rangeWords} from "./dates.ts";
import {isAnswerNeeded} from "./entries.ts";

const examples = (list: string) => {
  const {known, entry} = codeListOf(list);
  const first = [...known.keys()].slice(0, 3).map(entry).join(" | ");
  return known.size > 3 ? `z. B. ${first}` : first;
};
const limits = ({max}: Field) => (max === undefined ? "ab 0" : `von 0 bis ${printDecimal(BigInt(Math.round(max * 100)), 2, Number.isInteger(max) ? 0 : 2)}`);
const expectations: Readonly<Record<FieldKind, (field: Field) => string>> = {
  count: () => "eine ganze Zahl ab 0",
  signed: () => "eine ganze Zahl, bei Abgang mit Minus",
  posts: (field) => `${limits(field)} ${field.unit}`.replace("von ", ""),
  decimal: (field) => `eine Zahl ${limits(field)} ${field.unit}`,
  euro: () => "ein Betrag wie 12345,67",
  code: ({list}) => examples(list!),
  mark: () => "x oder leer",
  halfYear: () => "ein Halbjahr wie 2025-H1",
  place: () => "eine Kommune aus der Liste",
  date: () => "ein Datum wie 30.06.2025",
  text: () => "ein kurzer Text",
};

/** Key cells of free origin rows and of authorities have no field of their own: they are judged as what they should be. */
const kindOfKey = (view: ReturnView, {table}: Cell): FieldKind => (view.tableOf(table)?.rowKey?.includes("AGS") === true || table === "T11" ? "place" : "code");
const kindOf = (view: ReturnView, cell: Cell): FieldKind => (cell.part === "key" ? kindOfKey(view, cell) : fieldOf(cell.field).kind);

const isCover = ({table, field}: Cell) => table === "T01" && (field === "periode" || field === "melde_key");
const isUnusable = (view: ReturnView, cell: Cell) =>
  (cell.part === "input" || cell.part === "key") &&
  !isCover(cell) &&
  (cell.state === "invalid" || (cell.state === "unknown" && cell.part === "input" && isAnswerNeeded(view, cell)));

const keyTitle = (view: ReturnView, {table, field}: Cell) => view.tableOf(table)?.columns.find(({role}) => role === "key")?.title ?? field;

/** Cells that hold something which could not be understood, for the rule of their kind. */
export const invalidCells = (view: ReturnView, kinds: readonly FieldKind[]): Verdicts => {
  const cells = view.reading.cells.filter((cell) => isUnusable(view, cell) && kinds.includes(kindOf(view, cell)));
  const faults = cells.map((cell) => {
    const kind = kindOf(view, cell);
    const expected =
      cell.part === "key"
        ? kind === "place"
          ? "eine Kommune aus der Liste"
          : "ein Staat aus der Liste"
        : (rangeWords(cell.field, view) ?? expectations[kind](fieldOf(cell.field)));
    return faultAt(cell, expected, {fill: cell.part === "key" ? {feld: keyTitle(view, cell)} : {}, ...respelled(cell)});
  });
  return {faults, gaps: []};
};
