import type {Files} from "../../effects/files.ts";
import {sha256Of} from "../../effects/store.ts";
import type {Warehouse} from "../../effects/warehouse.ts";

const tablesSql = "select table_schema || '.' || table_name as name from information_schema.tables where table_schema in ('raw', 'staging', 'mart') order by name";

/**
 * SHA-256 over a canonical text of all tables: CSV with a header, rows ordered by all columns. Equal content gives the same hash whatever the order of arrival;
 * no table holds a recorded time. `scratch` is the path of a file that DuckDB may write and that is gone afterwards.
 */
export const contentHash = async (warehouse: Warehouse, files: Files, scratch: string): Promise<string> => {
  const names = (await warehouse.rows(tablesSql)).map(({name}) => name as string);
  await files.write(scratch, "", false);
  const lines: string[] = [];
  for (const name of names) {
    await warehouse.run(`copy (select * from ${name} order by all) to '${scratch.replaceAll("'", "''")}' (format csv, header)`);
    lines.push(`${name} ${sha256Of((await files.read(scratch))!)}`);
  }
  await files.remove(scratch);
  return sha256Of(lines.join("\n"));
};
