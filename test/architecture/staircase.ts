import {DuckDBInstance} from "@duckdb/node-api";
import type {House} from "./house.ts";

/** Which database schemas the SQL of a folder may read. SQL anywhere else has no place. */
const readable: Readonly<Record<string, readonly string[]>> = {
  "pipelines/model/staging/": ["raw", "staging"],
  "pipelines/model/marts/": ["staging", "mart"],
  "pipelines/model/audits/": ["raw", "staging", "mart"],
  "pipelines/protect/": ["mart"],
  "pipelines/export/": ["protected"],
};
/** Table functions that make rows out of values; all others read something nobody declared. */
const fromValues = ["unnest", "generate_series", "range"];

type Tree = null | string | number | boolean | readonly Tree[] | {readonly [name: string]: Tree};
type Node = {readonly [name: string]: Tree};

const nodes = (tree: Tree): Node[] => {
  if (tree === null || typeof tree !== "object") return [];
  return Array.isArray(tree) ? tree.flatMap(nodes) : [tree as Node, ...Object.values(tree).flatMap(nodes)];
};

const connection = await (await DuckDBInstance.create(":memory:")).connect();
const parsed = async (sql: string): Promise<Node> => {
  const select = sql.replace(/^(\s|--.*\n)*create\s+(or\s+replace\s+)?(table|view)\s+[\w."]+\s+as\s/i, "");
  const reader = await connection.runAndReadAll("select json_serialize_sql($1::varchar)", [select]);
  return JSON.parse(String(reader.getRows()[0]?.[0]));
};

/** What one SELECT reads: `schema.table`, a bare name that is no thought of its own (`?.name`), or a table function (`name()`). */
const reads = async (sql: string): Promise<string[]> => {
  const tree = await parsed(sql);
  if (tree["error"] === true) return [`${tree["error_message"]}`];
  const all = nodes(tree);
  const thoughts = new Set(all.filter((node) => "key" in node && "value" in node).map(({key}) => key));
  const tables = all
    .filter(({type, table_name}) => type === "BASE_TABLE" && table_name !== undefined)
    .filter(({schema_name, table_name}) => schema_name !== "" || !thoughts.has(table_name!));
  const functions = all.filter(({type}) => type === "TABLE_FUNCTION").map((node) => `${(node["function"] as Node)["function_name"]}`);
  return [
    ...tables.map(({schema_name, table_name}) => `${schema_name || "?"}.${table_name}`),
    ...functions.filter((name) => !fromValues.includes(name)).map((name) => `${name}()`),
  ];
};

/** SQL that reads up or past the staircase, as `path reads what`; parsed by the engine it is for. */
export const wrongReads = async (house: House): Promise<string[]> => {
  const files = [...house].filter(([path]) => path.endsWith(".sql"));
  const wrong = files.map(async ([path, sql]) => {
    const schemas = Object.entries(readable).find(([folder]) => path.startsWith(folder))?.[1] ?? [];
    return (await reads(sql)).filter((table) => !schemas.some((schema) => table.startsWith(`${schema}.`))).map((table) => `${path} reads ${table}`);
  });
  return (await Promise.all(wrong)).flat();
};

/** SQL that lies where no step of the staircase is. */
export const strayingSql = (house: House): string[] =>
  [...house.keys()].filter((path) => path.endsWith(".sql") && !Object.keys(readable).some((folder) => path.startsWith(folder)));
