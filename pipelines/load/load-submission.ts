import {fieldOf} from "../../schemas/fields/registry.ts";
import type {Cell, Checked, Finding, Reading} from "../../schemas/flow.ts";
import type {SqlType, SqlValue, Warehouse} from "../effects/warehouse.ts";
import {createTable, type RawTable, returnTables} from "./raw-tables.ts";

/** A file that was read and checked, with the instant it came in (ISO); `setAside`: no build could be made with it, and nothing of it is here. */
export type LoadedSubmission = {
  readonly sha256: string;
  readonly received: string;
  readonly reading: Reading;
  readonly checked: Checked;
  readonly setAside?: true;
};

const german = new Intl.DateTimeFormat("en-CA", {timeZone: "Europe/Berlin", year: "numeric", month: "2-digit", day: "2-digit"});
/** The day a file came in, as a clock in Germany shows it: a deadline ends there. */
export const receivedOn = (received: string): string => german.format(new Date(received));

/** All values lie in hundredths; what is no number stays text. */
const hundredths = ({field, value}: Cell) => (value === null ? null : fieldOf(field).scale === 2 ? value : value * 100n);
const isField = ({part}: Cell) => part === "input" || part === "computed" || part === "total";
const cellRow =
  (sha256: string) =>
  (cell: Cell): SqlValue[] => [
    sha256,
    cell.sheet,
    cell.address,
    cell.table,
    cell.field,
    cell.row,
    cell.part,
    cell.state,
    cell.text,
    isField(cell) ? hundredths(cell) : null,
    cell.code,
  ];
const findingRow =
  (sha256: string) =>
  ({rule, severity, at, field, row, found, expected, message, released, explanation}: Finding, number: number): SqlValue[] => [
    sha256,
    number + 1,
    rule,
    severity,
    "sheet" in at ? at.sheet : null,
    "cell" in at ? at.cell : null,
    field,
    row,
    found,
    expected,
    message,
    released ?? null,
    explanation?.text ?? null,
    explanation?.from ?? null,
  ];

const append = (warehouse: Warehouse, {name, columns}: RawTable, rows: SqlValue[][]) => warehouse.append(name, Object.values(columns) as SqlType[], rows);

export const createRaw = async (warehouse: Warehouse): Promise<void> => {
  for (const table of Object.values(returnTables)) await warehouse.run(createTable(table));
};

/** What was found in a submission, once it is known in full. */
export const loadFindings = (warehouse: Warehouse, sha256: string, findings: readonly Finding[]): Promise<void> =>
  append(warehouse, returnTables.finding, findings.map(findingRow(sha256)));

/** All cells of a submission or none of them. */
export const loadSubmission = async (warehouse: Warehouse, {sha256, received, reading, checked, setAside}: LoadedSubmission): Promise<void> => {
  const {body, halfYear, form, returnKind, format, synthetic, cells} = reading;
  await warehouse.run("begin");
  try {
    await append(warehouse, returnTables.submission, [
      [
        sha256,
        body,
        halfYear,
        new Date(received).toISOString(),
        receivedOn(received),
        setAside === true ? "set-aside" : checked.verdict,
        form,
        returnKind,
        format,
        synthetic,
      ],
    ]);
    await append(warehouse, returnTables.cell, cells.map(cellRow(sha256)));
    await warehouse.run("commit");
  } catch (error) {
    await warehouse.run("rollback");
    throw error;
  }
};
