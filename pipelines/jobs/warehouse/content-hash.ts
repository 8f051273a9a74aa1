import {sha256Of} from "../../effects/store.ts";
import type {Warehouse} from "../../effects/warehouse.ts";

const tablesSql = "select table_schema || '.' || table_name as name from information_schema.tables where table_schema in ('raw', 'staging', 'mart') order by name";
const tableSql = (name: string) => `select sha256(coalesce(string_agg(line, chr(10) order by line), '')) as hash from (select to_json(t)::varchar as line from ${name} t)`;

/** SHA-256 over a canonical text of all tables. Equal content gives the same hash whatever the order of arrival; no table holds a recorded time. */
export const contentHash = async (warehouse: Warehouse): Promise<string> => {
  const names = (await warehouse.rows(tablesSql)).map(({name}) => name as string);
  const lines: string[] = [];
  for (const name of names) lines.push(`${name} ${(await warehouse.rows(tableSql(name)))[0]!["hash"]}`);
  return sha256Of(lines.join("\n"));
};
