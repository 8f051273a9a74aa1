import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {
  BIGINT,
  BOOLEAN,
  DATE,
  DECIMAL,
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBInstance,
  DuckDBListValue,
  type DuckDBType,
  type DuckDBValue,
  INTEGER,
  StatementType,
  VARCHAR,
} from "@duckdb/node-api";
import {openSpill, spillLimit} from "./spill.ts";

/** Types a table of ours may have. Decimals travel as integers of hundredths, dates as ISO text: nothing is ever rounded on the way. */
const types = {text: VARCHAR, date: DATE, boolean: BOOLEAN, integer: INTEGER, count: BIGINT, decimal: DECIMAL(18, 2)} as const;
export type SqlType = keyof typeof types;
export type SqlValue = string | number | bigint | boolean | null;
export type SqlRow = Readonly<Record<string, SqlValue>>;

/** DuckDB as the house knows it: one connection, exact values, text in and rows out. */
export type Warehouse = {
  readonly run: (sql: string) => Promise<void>;
  readonly rows: (sql: string) => Promise<SqlRow[]>;
  /** The same, value by value in the order of the columns: half the cost where there are many rows. */
  readonly values: (sql: string) => Promise<{names: string[]; columns: SqlValue[][]}>;
  /** Appends rows to a table whose columns have these types, in this order. */
  readonly append: (table: string, columns: readonly SqlType[], rows: readonly (readonly SqlValue[])[]) => Promise<void>;
  /** Writes a database in a file so far that the file alone holds it; without this call, what is closed is thrown away. */
  readonly finish: () => Promise<void>;
  /** Ends once nothing runs in it any more: closed under a statement that still runs, DuckDB ends the process or keeps it from ending. */
  readonly close: () => Promise<void>;
};

const firstDay = Date.UTC(1970, 0, 1);
const dateValue = (iso: string) => new DuckDBDateValue((Date.parse(`${iso}T00:00:00Z`) - firstDay) / 86_400_000);
const inward =
  (type: SqlType) =>
  (value: SqlValue): DuckDBValue => {
    if (value === null) return null;
    if (type === "decimal") return new DuckDBDecimalValue(value as bigint, 18, 2);
    return type === "date" ? dateValue(value as string) : value;
  };
const outward = (value: DuckDBValue): SqlValue => {
  if (value === null || typeof value !== "object") return value;
  if (value instanceof DuckDBDecimalValue) return value.value;
  if (value instanceof DuckDBListValue) return value.items.map(outward).join(", ");
  return value.toString();
};

const chunkRows = 2048;
const appended = (columns: readonly SqlType[], rows: readonly (readonly SqlValue[])[]) => {
  const chunk = DuckDBDataChunk.create(
    columns.map((type): DuckDBType => types[type]),
    rows.length,
  );
  chunk.setColumns(columns.map((type, index) => rows.map((row) => row[index]!).map(type === "decimal" || type === "date" ? inward(type) : (value) => value)));
  return chunk;
};

/** Order is kept, two threads do the work, there is no other time zone than UTC: the same input gives the same bytes. */
const settings = {threads: "2", preserve_insertion_order: "true"};

/** Keeps count of what runs, so that the end of all of it can be awaited, however each ends. */
const running = () => {
  const now = new Set<Promise<unknown>>();
  let over = false;
  const during = async <T>(work: () => Promise<T>): Promise<T> => {
    if (over) throw new Error("closed warehouse");
    const one: Promise<T> = work().finally(() => now.delete(one));
    now.add(one);
    return one;
  };
  const allEnded = async () => {
    over = true;
    while (now.size > 0) await Promise.allSettled(now);
  };
  return {during, allEnded};
};

/** Opens a database file, or one in memory that is gone when it is closed. */
export const openWarehouse = async (path = ":memory:"): Promise<Warehouse> => {
  const spill = path === ":memory:" ? openSpill() : null;
  const instance = await DuckDBInstance.create(path, {...settings, ...(spill && {temp_directory: spill.folder, max_temp_directory_size: spillLimit})});
  const connection = await instance.connect();
  await connection.run("set TimeZone = 'UTC'");
  // Closing must not write: on a full disk it could not, and natively nobody catches that.
  await connection.run("pragma disable_checkpoint_on_shutdown");
  const {during, allEnded} = running();
  const values = async (sql: string) => {
    const result = await connection.run(sql);
    const names = result.columnNames();
    return {names, columns: (await result.getColumns()).map((column) => column.map(outward))};
  };
  return {
    run: (sql) => during(async () => void (await connection.run(sql))),
    values: (sql) => during(() => values(sql)),
    rows: async (sql) => {
      const {names, columns} = await during(() => values(sql));
      return Array.from({length: columns[0]?.length ?? 0}, (_, row) => Object.fromEntries(names.map((name, index) => [name, columns[index]![row]!])));
    },
    append: async (table, columns, rows) => {
      const [schema, name] = table.includes(".") ? table.split(".") : [undefined, table];
      const appender = await connection.createAppender(name!, schema);
      for (let first = 0; first < rows.length; first += chunkRows) appender.appendDataChunk(appended(columns, rows.slice(first, first + chunkRows)));
      appender.closeSync();
    },
    finish: () => during(async () => void (await connection.run("checkpoint"))),
    close: async () => {
      await allEnded();
      connection.closeSync();
      instance.closeSync();
      spill?.close();
    },
  };
};

/** A SQL file: its name without folder and ending, and its text. */
export type SqlFile = {readonly name: string; readonly sql: string};
/** All SQL files below a folder, sorted by path. */
export const sqlFiles = (folder: URL): SqlFile[] => {
  const root = fileURLToPath(folder);
  const paths = readdirSync(root, {recursive: true, encoding: "utf8"})
    .filter((path) => path.endsWith(".sql"))
    .sort();
  return paths.map((path) => ({name: path.replace(/^.*[/\\]/, "").replace(/\.sql$/, ""), sql: readFileSync(join(root, path), "utf8")}));
};

/** What a query answered: every value as exact text, null where nothing stands. */
export type Answer = {readonly columns: readonly string[]; readonly rows: readonly (readonly (string | null)[])[]};

/** Why a text is not asked: it would write or set something, it is more than one statement, or none. */
export type NotAsked = "writing" | "several" | "nothing";
/** DuckDB's own parser says what a text is; DESCRIBE and SHOW are queries to it. @throws Error in DuckDB's words for what it does not understand */
const insteadOfAsking = async (connection: DuckDBConnection, sql: string): Promise<NotAsked | null> => {
  const statements = await connection.extractStatements(sql).catch((error: unknown) => {
    // What it says of blanks and comments.
    if (error instanceof Error && error.message === "Error in native callback") return null;
    throw error;
  });
  if (statements === null || statements.count === 0) return "nothing";
  if (statements.count > 1) return "several";
  const prepared = await statements.prepare(0);
  const type = prepared.statementType;
  prepared.destroySync();
  return type === StatementType.SELECT || type === StatementType.EXPLAIN ? null : "writing";
};

/** Who asks what tables there are must see all. */
const asksForAll = /\bshow\b|\binformation_schema\b|\bduckdb_(?:tables|columns)\b/i;

/**
 * Answers one query over product files by name. The tables it names are read into memory first; then every door to files, network, extensions and
 * settings is shut for good, so that what the query says cannot matter: it can neither read nor write anything else.
 * What would only seem to write is not tried.
 * @param spill the folder for what does not fit into memory; whoever asks removes it
 */
export const answerLocked = async (products: ReadonlyMap<string, string>, sql: string, spill: string): Promise<Answer | NotAsked> => {
  const instance = await DuckDBInstance.create(":memory:", {
    ...settings,
    memory_limit: "512MB",
    temp_directory: spill,
    max_temp_directory_size: spillLimit,
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
  });
  const connection = await instance.connect();
  try {
    for (const [name, path] of products) {
      const isNamed = new RegExp(`\\b${name}\\b`, "i").test(sql);
      if (isNamed || asksForAll.test(sql)) await connection.run(`create table "${name}" as select * from read_parquet('${path.replaceAll("'", "''")}')`);
    }
    for (const setting of ["enable_external_access = false", "lock_configuration = true"]) await connection.run(`set ${setting}`);
    const instead = await insteadOfAsking(connection, sql);
    if (instead !== null) return instead;
    const reader = await connection.runAndReadAll(sql);
    return {columns: reader.columnNames(), rows: reader.getRows().map((row) => row.map((value) => (value === null ? null : String(value))))};
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
};
