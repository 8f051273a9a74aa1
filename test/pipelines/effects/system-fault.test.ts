import {mkdtempSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, test} from "vitest";
import {openWarehouse} from "../../../pipelines/effects/warehouse.ts";
import {faultText, systemFault} from "../../../pipelines/effects/system-fault.ts";

const fault = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error("missing fault");
};
const folder = mkdtempSync(join(tmpdir(), "kim-fault-"));
const english = /no such|not a directory|permission|denied|space|too long|directory|file /i;

test.each([
  ["a file that is not there", () => readFileSync(join(folder, "a/b")), "nicht da (ENOENT)"],
  ["a folder as a file", () => readFileSync(folder), "liegt ein Ordner (EISDIR)"],
  ["a name of 300 bytes", () => writeFileSync(join(folder, "x".repeat(300)), ""), "zu lang (ENAMETOOLONG)"],
  ["a folder where one is", () => mkdirSync(folder), "liegt schon"],
  ["a folder below a file", () => readdirSync(join(import.meta.filename, "x")), "liegt eine Datei (ENOTDIR)"],
])("%s", (_, work, words) => {
  const text = systemFault(fault(work), folder) ?? "";
  expect(text).toContain(words);
  expect(text).toContain("Bitte");
  expect(text.slice(text.indexOf(": "))).not.toMatch(english);
});
test("a fault without a path has the place where we were at work", () => {
  expect(systemFault(Object.assign(new Error("ENOSPC: no space left on device, write"), {code: "ENOSPC"}), "/daten")).toMatch(
    /^\/daten: Der Datenträger ist voll/,
  );
});
test("a fault that was wrapped is found", () => {
  const inner = fault(() => readFileSync(join(folder, "a/b")));
  expect(systemFault(new Error("invalid reading", {cause: inner}), folder)).toContain("nicht da");
});
test.each([
  ['IO Error: Could not write file "/m/x.parquet": No space left on device', "/m/x.parquet: Der Datenträger ist voll"],
  ['IO Error: Cannot open file "/m/x.duckdb": Permission denied', "/m/x.duckdb: Der Zugriff ist nicht erlaubt"],
  ['IO Error: Could not set lock on file "/m/x.duckdb": Conflicting lock is held', "/m/x.duckdb: Ein anderer Vorgang"],
  ['IO Error: Cannot open file "/m/x.duckdb": Read-only file system', "/m/x.duckdb: Der Datenträger ist schreibgeschützt"],
])("DuckDB says %j", (message, german) => expect(systemFault(new Error(message), "/m")).toContain(german));
test("DuckDB itself, on a place where nothing can be", async () => {
  const error = await openWarehouse("/proc/nowhere/x.duckdb").catch((reason: unknown) => reason);
  expect(systemFault(error, "/m")).toMatch(/^\/proc\/nowhere\/x.duckdb: .*ENOENT/);
});
test("our own mistakes are no fault of the system, and loud", () => {
  expect(systemFault(new Error("missing table: x"), "/m")).toBeNull();
  expect(faultText(new TypeError("x is not a function"), "/m")).toBe("Abgebrochen durch einen Fehler des Programms: x is not a function");
});
