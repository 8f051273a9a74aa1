import type {SqlType} from "../effects/warehouse.ts";

/** A raw table: its columns in order. */
export type RawTable = {readonly name: string; readonly columns: Readonly<Record<string, SqlType>>};

/** What came in, as it was read and checked: one row a file, a cell, a finding. Nothing here is computed. */
export const returnTables = {
  /** `received` is an instant in UTC, `received_on` its day in Germany. Body and half-year are null where the file does not say. */
  submission: {
    name: "raw.submission",
    columns: {
      submission: "text",
      body: "text",
      half_year: "text",
      received: "text",
      received_on: "date",
      verdict: "text",
      form: "text",
      return_kind: "text",
      format: "text",
      synthetic: "boolean",
    },
  },
  cell: {
    name: "raw.cell",
    columns: {
      submission: "text",
      sheet: "text",
      address: "text",
      table_id: "text",
      field: "text",
      row_key: "text",
      part: "text",
      state: "text",
      text: "text",
      value: "decimal",
      code: "text",
    },
  },
  finding: {
    name: "raw.finding",
    columns: {
      submission: "text",
      number: "integer",
      rule: "text",
      severity: "text",
      sheet: "text",
      cell: "text",
      field: "text",
      row_key: "text",
      found: "text",
      expected: "text",
      message: "text",
      /** Why the KfI released the error; null where it did not. */
      released: "text",
      /** What the body says about it, and where: sheet, event, carried. */
      explanation: "text",
      explained_in: "text",
    },
  },
} as const satisfies Readonly<Record<string, RawTable>>;

/** What the schema knows, so that SQL can read it: it is written anew with every build and never edited. */
export const referenceTables = {
  body: {
    name: "raw.body",
    columns: {
      body: "text",
      ags: "text",
      name: "text",
      type: "text",
      district: "text",
      unit: "text",
      has_municipalities: "boolean",
      inhabitants: "count",
      foreigners: "count",
    },
  },
  municipality: {name: "raw.municipality", columns: {ags: "text", name: "text", type: "text", kreis: "text", inhabitants: "count"}},
  code: {name: "raw.code", columns: {list: "text", code: "text", label: "text", position: "integer"}},
  nationality: {name: "raw.nationality", columns: {nationality: "text", iso3: "text", name: "text", origin_group: "text"}},
  parameter: {name: "raw.parameter", columns: {name: "text", from_day: "date", until_day: "date", value: "count", unit: "text"}},
  field: {name: "raw.field", columns: {field: "text", kind: "text", label: "text", unit: "text", scale: "integer", since: "text", until: "text"}},
  half_year: {name: "raw.half_year", columns: {half_year: "text", first_day: "date", stichtag: "date", deadline: "date", previous: "text", form: "text"}},
  form_table: {
    name: "raw.form_table",
    columns: {form: "text", table_id: "text", sheet: "text", kind: "text", only_in: "text", only_for: "text", empty_means: "text"},
  },
  question: {name: "raw.question", columns: {form: "text", table_id: "text", field: "text", row_key: "text", row_suffix: "text"}},
  baustein: {name: "raw.baustein", columns: {funktion: "text", baustein: "text", amount: "text"}},
} as const satisfies Readonly<Record<string, RawTable>>;

const sqlTypes: Readonly<Record<SqlType, string>> = {
  text: "varchar",
  date: "date",
  boolean: "boolean",
  integer: "integer",
  count: "bigint",
  decimal: "decimal(18,2)",
};
/** The SQL name of a type of ours. */
export const sqlType = (type: SqlType): string => sqlTypes[type];

export const createTable = ({name, columns}: RawTable): string =>
  `create table ${name} (${Object.entries(columns)
    .map(([column, type]) => `"${column}" ${sqlType(type)}`)
    .join(", ")})`;
