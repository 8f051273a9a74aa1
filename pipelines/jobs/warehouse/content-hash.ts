import type {Files} from "../../effects/files.ts";
import {sha256Of} from "../../effects/store.ts";
import type {Warehouse} from "../../effects/warehouse.ts";

const tablesSql =
  "select table_schema as schema, table_schema || '.' || table_name as name from information_schema.tables where table_schema in ('raw', 'mart') order by name";
/** Raw tables were filled in the order of the hashes, cell by cell; what was computed has the order of its columns. */
const ordered = (schema: string) => (schema === "raw" ? "" : " order by all");

/**
 * SHA-256 over a canonical text of all that was taken in and all that was made of it: CSV with a header. What lies between, staging, follows from raw.
 * Equal content gives the same hash whatever the order of arrival; no table holds a recorded time.
 * `scratch` is the path of a file that DuckDB may write and that is gone afterwards.
 */
export const contentHash = async (warehouse: Warehouse, files: Files, scratch: string): Promise<string> => {
  await files.write(scratch, "", false);
  const lines: string[] = [];
  for (const {schema, name} of await warehouse.rows(tablesSql)) {
    await warehouse.run(`copy (select * from ${name}${ordered(schema as string)}) to '${scratch.replaceAll("'", "''")}' (format csv, header)`);
    lines.push(`${name} ${sha256Of((await files.read(scratch))!)}`);
  }
  await files.remove(scratch);
  return sha256Of(lines.join("\n"));
};
