import {type Body, findBody} from "../../schemas/codes/bodies.ts";
import {type Context, nothingKnown, type PreviousReturn} from "../../schemas/context.ts";
import type {Cell, Reading, Remark} from "../../schemas/flow.ts";
import type {HalfYear} from "../../schemas/half-year.ts";
import {forms} from "../../schemas/layouts/forms.ts";
import type {Form, Table} from "../../schemas/layouts/layout.ts";
import {type RuleBook, ruleBook} from "../../schemas/rules/book/rule-book.ts";
import type {Cells} from "../../schemas/rules/terms/expression.ts";

/** A reading laid out for checking: cells by table and field, used rows by table, the form and body it belongs to. */
export type ReturnView = {
  readonly reading: Reading;
  readonly form: Form;
  readonly halfYear: HalfYear | null;
  readonly body: Body | null;
  readonly inputs: readonly Cell[];
  /** Cells of a field in form order; `part` input unless said otherwise. */
  readonly cellsOf: (table: string, field: string, part?: Cell["part"]) => readonly Cell[];
  /** The input cell of a field in a row. */
  readonly cellAt: (table: string, field: string, row: string) => Cell | undefined;
  /** Row keys in form order, without the keys of columns (`STA=10`, not `STA=10,GES=w`). */
  readonly rowsOf: (table: string) => readonly string[];
  readonly tableOf: (id: string) => Table | undefined;
  /** Why a field cannot be there: its sheet or column was not found. */
  readonly missing: (table: string, field: string, rows?: Cells["rows"]) => string | null;
  /** What is known beside the file. */
  readonly context: Context;
  /** What it is judged by. */
  readonly book: RuleBook;
  /** The return of the half-year before that counts today, laid out the same way. */
  readonly previous: ReturnView | null;
  /** The one that counted when this return came in; the same where nothing was corrected since. */
  readonly previousThen: ReturnView | null;
};

/** `STA=10,GES=w` → `STA=10` */
export const baseRow = (row: string) => row.split(",", 1)[0]!;

/** Rows that a table uses, and its cells by field, in form order. */
type Shelf = {readonly fields: Map<string, Cell[]>; readonly rows: Set<string>};
const shelves = (cells: readonly Cell[]): ReadonlyMap<string, Shelf> => {
  const tables = new Map<string, Shelf>();
  for (const cell of cells) {
    const shelf = tables.get(cell.table) ?? {fields: new Map(), rows: new Set()};
    tables.set(cell.table, shelf);
    shelf.rows.add(baseRow(cell.row));
    const known = shelf.fields.get(cell.field);
    if (known === undefined) shelf.fields.set(cell.field, [cell]);
    else known.push(cell);
  }
  return tables;
};
const none: readonly Cell[] = [];

/** A sheet, a table, its keys or one of its rows that was not found takes all its cells with it; a column only its own. */
const isLostWith = ({kind, at, table, field: lost, found}: Remark, {id, sheet, title, columns}: Table, field: string, rows: Cells["rows"]) => {
  if (!("sheet" in at) || at.sheet !== sheet || (table !== undefined && table !== id)) return false;
  // A row that is gone leaves a total open; it says nothing about the other rows.
  if (rows === "this" && found.startsWith(`${title}: Zeile`)) return false;
  const key = columns.find(({role}) => role === "key")?.title;
  return kind === "missing-sheet" || lost === field || (lost === undefined && (found.startsWith(title) || found === key));
};
const missingIn = ({remarks}: Reading, tables: ReadonlyMap<string, Table>) => {
  const gone = remarks.filter(({kind}) => kind === "missing-sheet" || kind === "missing-column");
  if (gone.length === 0) return () => null;
  return (table: string, field: string, rows: Cells["rows"] = "all"): string | null => {
    const declared = tables.get(table)!;
    const remark = gone.find((each) => isLostWith(each, declared, field, rows));
    return remark === undefined
      ? null
      : remark.kind === "missing-sheet"
        ? `Blatt ${declared.sheet} fehlt`
        : `auf Blatt ${declared.sheet} fehlt „${remark.found}“`;
  };
};

/** The half-year before, seen like a return. Of figures printed in a form only what is printed can be asked for. */
const previousOf = (reading: Reading, previous: PreviousReturn | null, cells: readonly Cell[] | null, book: RuleBook): ReturnView | null => {
  if (previous === null || cells === null) return null;
  const view = viewOf({...reading, halfYear: previous.halfYear, cells, remarks: []}, nothingKnown, book);
  const isPrinted = (table: string, field: string) => view.cellsOf(table, field).length > 0 || view.cellsOf(table, field, "computed").length > 0;
  const unknown = (table: string, field: string) => (isPrinted(table, field) ? null : "steht nicht in den Vorgaben des Formulars");
  return previous.whole ? view : {...view, missing: unknown};
};

export const viewOf = (reading: Reading, context: Context = nothingKnown, book: RuleBook = ruleBook): ReturnView => {
  const form = forms.find(({version}) => version === reading.form) ?? forms.at(-1)!;
  const tables = new Map(form.tables.map((table) => [table.id, table]));
  const inputs = reading.cells.filter(({part}) => part === "input");
  const byPart = {
    input: shelves(inputs),
    key: shelves(reading.cells.filter(({part}) => part === "key")),
    total: shelves(reading.cells.filter(({part}) => part === "total")),
    computed: shelves(reading.cells.filter(({part}) => part === "computed")),
  };
  const cellsOf = (table: string, field: string, part: Cell["part"] = "input") => byPart[part].get(table)?.fields.get(field) ?? none;
  const {previous} = context;
  const now = previousOf(reading, previous, previous?.now ?? null, book);
  const rows = new Map(form.tables.map(({id}) => [id, [...new Set([...(byPart.key.get(id)?.rows ?? []), ...(byPart.input.get(id)?.rows ?? [])])]]));
  return {
    reading,
    form,
    inputs,
    cellsOf,
    halfYear: reading.halfYear,
    body: reading.body === null ? null : (findBody(reading.body) ?? null),
    cellAt: (table, field, row) => cellsOf(table, field).find((cell) => cell.row === row),
    rowsOf: (table) => rows.get(table) ?? [],
    tableOf: (id) => tables.get(id),
    missing: missingIn(reading, tables),
    context,
    book,
    previous: now,
    previousThen: previous?.atArrival === previous?.now ? now : previousOf(reading, previous, previous?.atArrival ?? null, book),
  };
};
