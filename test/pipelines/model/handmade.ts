import {type Body, bodyOf, hasMunicipalities} from "../../../schemas/codes/bodies.ts";
import {fieldOf} from "../../../schemas/fields/registry.ts";
import type {Cell, CellState, Checked, Finding} from "../../../schemas/flow.ts";
import type {HalfYear} from "../../../schemas/half-year.ts";
import {type Expected, expectedOf} from "../../../schemas/layouts/expected.ts";
import {formFor} from "../../../schemas/layouts/forms.ts";
import {openWarehouse, type Warehouse} from "../../../pipelines/effects/warehouse.ts";
import {assemble} from "../../../pipelines/jobs/warehouse/assemble.ts";
import {modelFiles} from "../../../pipelines/jobs/warehouse/model-files.ts";
import type {LoadedSubmission} from "../../../pipelines/load/load-submission.ts";

/** A number in 10^-scale units, a code or text, an x, `k. A.`, or nothing at all. */
export type Entry = bigint | string | null;
type Row = Readonly<Record<string, Entry>>;
/** A site with one case, admitted in the half-year, and no consultation. */
export const oneCase = {
  cm_bestand_anfang: 0n,
  cm_neu: 1n,
  cm_beendet: 0n,
  cm_bestand_ende: 1n,
  cm_personen_ende: 1n,
  erstberatungen: 0n,
  verweisberatungen: 0n,
  folgeberatungen_ohne_cm: 0n,
  folgeberatungen: 0n,
};

export type Handmade = {
  readonly body: string;
  readonly halfYear?: HalfYear;
  readonly kind?: "V" | "F";
  /** Rows of lists by table id and key. */
  readonly lists?: Readonly<Record<string, Readonly<Record<string, Row>>>>;
  /** Cells of fixed tables by table, field and row. */
  readonly cells?: Readonly<Record<string, Entry>>;
  /** Every other number of the fixed tables is an implied zero; otherwise they are left empty. */
  readonly full?: boolean;
  readonly received?: string;
  readonly name?: string;
  readonly findings?: readonly Finding[];
};

const answered: Readonly<Record<string, CellState>> = {code: "code", place: "code", halfYear: "code", text: "text", date: "date", mark: "mark"};
const isNumeric = (field: string) => answered[fieldOf(field).kind] === undefined;
const cell = (table: Expected["table"], field: string, row: string, entry: Entry): Cell[] => {
  const at = {table: table.id, field, row, sheet: table.sheet, address: "A1", part: "input" as const, text: String(entry)};
  if (entry === null) return [];
  if (entry === "k. A.") return [{...at, state: "unknown", value: null, code: null}];
  if (typeof entry === "bigint") return [{...at, state: "number", value: entry, code: null}];
  return [{...at, state: answered[fieldOf(field).kind]!, value: null, code: entry}];
};
const zero = (cells: readonly Cell[]): Cell[] => cells.map((each) => ({...each, state: "implied" as const, text: ""}));

const asked =
  (body: Body, halfYear: HalfYear) =>
  ({table}: Expected) =>
    (table.onlyIn === undefined || halfYear.endsWith(table.onlyIn)) && (table.onlyFor === undefined || hasMunicipalities(body));
const fixedCells = ({cells = {}, full = false}: Handmade, expected: readonly Expected[]): Cell[] =>
  expected
    .filter(({row}) => row !== null)
    .flatMap(({table, field, row}) => {
      const entry = cells[`${table.id} ${field} ${row}`];
      if (entry !== undefined) return cell(table, field, row!, entry);
      return isNumeric(field) && table.id !== "T07M" && full ? zero(cell(table, field, row!, 0n)) : [];
    });
const listCells = ({lists = {}}: Handmade, expected: readonly Expected[]): Cell[] =>
  expected
    .filter(({row}) => row === null)
    .flatMap(({table, field, suffix}) =>
      Object.entries(lists[table.id] ?? {}).flatMap(([key, row]) => cell(table, field, `${key}${suffix}`, row[`${field}${suffix}`] ?? null)),
    );
const keyCells = ({lists = {}}: Handmade, expected: readonly Expected[]): Cell[] =>
  Object.entries(lists)
    .filter(([id]) => expected.some(({table}) => table.id === id))
    .flatMap(([id, rows]) =>
      Object.keys(rows).map(
        (row): Cell => ({table: id, field: "key", row, sheet: id, address: "A1", part: "key", state: "text", text: row, value: null, code: row}),
      ),
    );
const emptyCells = (expected: readonly Expected[]): Cell[] =>
  expected
    .filter(({table, field}) => table.sheet >= "03" && table.sheet < "08" && ["count", "signed"].includes(fieldOf(field).kind))
    .flatMap(({table, field, row, suffix}) => (row === null && table.kind !== "list" ? [] : zero(cell(table, field, row ?? `-${suffix}`, 0n))));

/** A submission as reading and checking would hand it over, without any workbook. */
export const handmade = (given: Handmade): LoadedSubmission => {
  const {body, halfYear = "2025-H1", kind = "V", received = "2025-07-15T10:00:00+02:00", findings = [], name = `${body} ${halfYear}`} = given;
  const expected = expectedOf(formFor(halfYear)).filter(asked(bodyOf(body), halfYear));
  const cells = kind === "F" ? emptyCells(expected) : [...fixedCells(given, expected), ...listCells(given, expected), ...keyCells(given, expected)];
  const verdict: Checked["verdict"] = findings.some(({severity}) => severity === "error") ? "rejected" : "accepted";
  return {
    sha256: name,
    received,
    reading: {format: "xlsx", form: "KIM-MB-1.0", body, halfYear, returnKind: kind, synthetic: false, cells, remarks: [], repairs: []},
    checked: {verdict, findings, notCheckable: []},
  };
};

/** A warehouse in memory with all steps done. Close it. */
export const stateOf = async (submissions: readonly LoadedSubmission[]): Promise<Warehouse> => {
  const warehouse = await openWarehouse();
  await assemble(warehouse, submissions, modelFiles());
  return warehouse;
};

/** An error that no Freigabe covers. */
export const rejecting: Finding = {
  rule: "SUM-001",
  severity: "error",
  at: {sheet: "03_Fallzahlen", cell: "G7"},
  field: "cm_bestand_ende",
  row: "E01",
  found: "1",
  expected: "2",
  message: "Bitte prüfen.",
};
