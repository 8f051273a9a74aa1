import {mkdtemp, readFile, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import exceljs from "exceljs";
import {makeSample} from "../../fixtures/sample/make-sample.ts";
import {checkReading} from "../../pipelines/check/check-reading.ts";
import {readWorkbook} from "../../pipelines/read/read-workbook.ts";
import {bodies} from "../../schemas/codes/bodies.ts";
import {call} from "../proof/call.ts";
import type {Measure} from "../proof/measure.ts";
import {median} from "../proof/median.ts";
import {root} from "../proof/workshop.ts";

type Reader = (bytes: Uint8Array) => unknown;
const readAndCheck: Reader = (bytes) => {
  const {cells} = readWorkbook(bytes);
  if (cells.length === 0) throw new Error("missing cells: bench/reading");
};
const readAndCheckAll: Reader = (bytes) => checkReading(readWorkbook(bytes));
const withExceljs: Reader = (bytes) => new exceljs.Workbook().xlsx.load(bytes.buffer as ArrayBuffer);

/** Median of the time for all files, after one round that does not count. */
const rounds = async (files: readonly Uint8Array[], count: number, read: Reader): Promise<number> => {
  const times: number[] = [];
  for (let i = 0; i <= count; i++) {
    const begun = performance.now();
    for (const bytes of files) await read(bytes);
    if (i > 0) times.push(performance.now() - begun);
  }
  return median(times);
};

/** Times of the Python readers in milliseconds, or why there are none. */
const withPython = async (paths: readonly string[], count: number): Promise<Record<string, number> | string> => {
  const {code, out} = await call("python3", [join(root, "bench/timing/reading.py"), String(count), ...paths]).catch(() => ({code: -1, out: ""}));
  if (code !== 0) return "Python liegt hier nicht vor; openpyxl und pandas wurden nicht gemessen.";
  return Object.fromEntries(Object.entries(JSON.parse(out) as Record<string, number>).map(([name, seconds]) => [name, seconds * 1000]));
};

/** The 54 workbooks of one half-year (some bodies are missing, some sent two): reading and checking them beside those who only read them, on the same files in one run. */
export const reading: Measure = async ({size, seed}) => {
  const folder = await mkdtemp(join(tmpdir(), "kim-reading-"));
  try {
    const keys = bodies.map(({key}) => key).slice(0, size === "full" ? undefined : 4);
    const {files: made} = await makeSample(folder, {seed, halfYears: ["2024-H2"], bodies: keys});
    const paths = made.filter(({version}) => version === 1).map(({file}) => join(folder, file));
    const files = await Promise.all(paths.map(async (path) => new Uint8Array(await readFile(path))));
    const readable = files.filter((bytes) => readWorkbook(bytes).form !== null);
    const count = size === "full" ? 5 : 1;
    const ours = {lesen: await rounds(readable, count, readAndCheck), "lesen und prüfen": await rounds(readable, count, readAndCheckAll)};
    const others: Record<string, number> = {"exceljs (nur lesen)": await rounds(readable, count, withExceljs)};
    const python = await withPython(
      paths.filter((_, i) => readable.includes(files[i]!)),
      size === "full" ? 3 : 1,
    );
    if (typeof python === "object") for (const [name, time] of Object.entries(python)) others[`${name} (nur lesen)`] = time;
    const line = ([name, time]: [string, number]) =>
      `${name}: ${Math.round(time)} ms für ${readable.length} Mappen, ${(time / readable.length).toFixed(1)} ms je Mappe`;
    return {
      ok: size === "test" || Object.values(others).every((time) => time > ours["lesen und prüfen"]),
      figure: `lesen und prüfen ${Math.round(ours["lesen und prüfen"])} ms, ${Object.entries(others)
        .map(([name, time]) => `${name.split(" ")[0]} ${Math.round(time)} ms`)
        .join(", ")}`,
      lines: [...Object.entries(ours).map(line), ...Object.entries(others).map(line), ...(typeof python === "string" ? [python] : [])],
    };
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
};
