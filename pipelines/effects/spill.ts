import {readdirSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";

const prefix = "kim-duckdb-";
/** More than any build needs; a query that wants more is told so. */
export const spillLimit = "1GB";

const isGone = (pid: number) => {
  try {
    return !process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ESRCH";
  }
};
/** What processes left behind that were ended from outside. */
const sweep = () => {
  for (const name of readdirSync(tmpdir())) {
    const pid = name.startsWith(prefix) ? Number(name.slice(prefix.length).split("-")[0]) : Number.NaN;
    if (Number.isInteger(pid) && isGone(pid)) rmSync(join(tmpdir(), name), {recursive: true, force: true});
  }
};

let counter = 0;
/** A place for what a database in memory has no room for, made by DuckDB when it is needed; without one it would use `.tmp` in the folder one stands in. */
export const openSpill = (): {readonly folder: string; readonly close: () => void} => {
  if (counter === 0) sweep();
  const folder = join(tmpdir(), `${prefix}${process.pid}-${counter++}`);
  return {folder, close: () => rmSync(folder, {recursive: true, force: true})};
};
