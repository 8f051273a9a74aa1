import {spawnSync} from "node:child_process";
import {mkdtemp, readdir, readFile, rm, writeFile} from "node:fs/promises";
import {createRequire} from "node:module";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {buildSite} from "../../dashboards/build.ts";
import {oneReturn} from "../../fixtures/sample/one-return.ts";
import {arrowTable} from "../../pipelines/attack/files/arrow-table.ts";
import {csvTable} from "../../pipelines/attack/files/csv-table.ts";
import {excelTable} from "../../pipelines/attack/files/excel-table.ts";
import {columnNamed, type Text} from "../../pipelines/attack/files/file-table.ts";
import {checkReading} from "../../pipelines/check/check-reading.ts";
import {diskFiles} from "../../pipelines/effects/files.ts";
import {openWarehouse, type Warehouse} from "../../pipelines/effects/warehouse.ts";
import {parquetFile} from "../../pipelines/jobs/release/attack/parquet-file.ts";
import {assemble} from "../../pipelines/jobs/warehouse/assemble.ts";
import {manifestFor, manifestOf, writeManifest} from "../../pipelines/jobs/warehouse/manifest.ts";
import {modelFiles} from "../../pipelines/jobs/warehouse/model-files.ts";
import {publishExact} from "../../pipelines/jobs/warehouse/publish/publish-all.ts";
import {readMarts} from "../../pipelines/jobs/warehouse/publish/read-marts.ts";
import type {LoadedSubmission} from "../../pipelines/load/load-submission.ts";
import {readWorkbook} from "../../pipelines/read/read-workbook.ts";
import {annotate} from "../../reports/annotate/annotate.ts";
import {bodies} from "../../schemas/codes/bodies.ts";
import type {Cell, Finding} from "../../schemas/flow.ts";
import {halfYearsBetween} from "../../schemas/half-year.ts";
import {columnsOf} from "../../schemas/tables/columns.ts";
import {tables} from "../../schemas/tables/registry.ts";
import type {Measure} from "../proof/measure.ts";
import {strangeText} from "./texts.ts";

type Namer = (n: number) => string;
/** Every free text of a reading, and a finding that repeats some, replaced by others. */
const returnWith = (base: LoadedSubmission, place: Pick<LoadedSubmission, "sha256"> & {halfYear: string}, next: () => string): LoadedSubmission => {
  const replaced = (cell: Cell): Cell => {
    const text = cell.part === "input" && cell.state === "text" ? next() : null;
    return text === null ? cell : {...cell, text, code: text};
  };
  const finding: Finding = {
    ...{rule: "TYP-006", severity: "warning", at: {sheet: "03_Fallzahlen", cell: "D7"}, field: "cm_neu", row: "E01"},
    ...{found: next(), expected: next(), message: next(), explanation: {text: next(), from: "sheet"}},
  };
  const reading = {...base.reading, halfYear: place.halfYear as LoadedSubmission["reading"]["halfYear"], cells: base.reading.cells.map(replaced)};
  return {...base, sha256: place.sha256, reading, checked: {verdict: "accepted-with-warnings", findings: [finding], notCheckable: []}};
};

const edition = {synthetic: true, dataState: "2026-01-31", asOf: null, policy: "strange-texts"};
/** Builds a state, writes what the controlling, research and the bodies get, and the marts it was made of. */
const published = async (returns: readonly LoadedSubmission[], products: string) => {
  const warehouse = await openWarehouse();
  try {
    await assemble(warehouse, returns, modelFiles());
    const marts = await readMarts(warehouse);
    const facts = await manifestOf(warehouse, {...edition, commit: null, engine: "", ledgerHead: "", ledgerSeq: 1});
    const listed = await publishExact(marts, new Set(facts.inputs.map(({body}) => body)), {folder: products, files: diskFiles, edition});
    await writeManifest(diskFiles, products, manifestFor("controlling", {...facts, contentHash: ""}, listed.controlling, null));
    return marts;
  } finally {
    warehouse.close();
  }
};

const freeTexts = tables.flatMap((table) => {
  const columns = columnsOf(table).flatMap(({name, type, role, list}, at) =>
    type === "text" && role === "attribute" && list === undefined ? [{name, at}] : [],
  );
  return columns.length === 0 ? [] : [{table, columns}];
});
/** What the CSV for Excel says in words of its own. */
const words = new Set(["state", "verdict", "severity"]);
const shown = (value: unknown): Text => (value === null || value === undefined ? null : String(value));

/** Compares every free text of every format with what the marts hold. */
const readBack = async (marts: Awaited<ReturnType<typeof published>>, products: string, scratch: Warehouse) => {
  const wrong: string[] = [];
  const jobs: string[] = [];
  let compared = 0;
  for (const {table, columns} of freeTexts) {
    const path = (ending: string) => join(products, "controlling", `${table.name}.${ending}`);
    const text = async (ending: string) => readFile(path(ending), "utf8");
    const formats = {
      arrow: arrowTable(await readFile(path("arrow")), "arrow"),
      parquet: (await parquetFile(scratch, path("parquet"), "parquet")).table,
      csv: csvTable(await text("csv"), "csv", table),
      excel: excelTable(await text("excel.csv"), "excel", table),
    };
    const rows = marts.get(table.name) ?? [];
    for (const {name, at} of columns)
      for (const [format, file] of Object.entries(formats)) {
        const found = columnNamed(file, name) ?? [];
        compared += rows.length;
        const row = rows.findIndex((each, i) => shown(each[at]) !== found[i]);
        if (row >= 0 || found.length !== rows.length)
          wrong.push(
            `${table.name}.${name} ${format}: ${JSON.stringify(found[row]?.slice(0, 60))} statt ${JSON.stringify(shown(rows[row]?.[at])?.slice(0, 60))}`,
          );
      }
    for (const [ending, separator] of [
      ["csv", ","],
      ["excel.csv", ";"],
    ] as const) {
      const expected = columns.filter(({name}) => !(ending === "excel.csv" && (words.has(name) || name.endsWith("_ags"))));
      const cells = rows.map((row) => expected.map(({at}) => [at, shown(row[at])]));
      jobs.push(JSON.stringify({path: path(ending), separator, rows: cells}));
    }
  }
  const list = join(products, "jobs.ndjson");
  await writeFile(list, `${jobs.join("\n")}\n`);
  const script = join(import.meta.dirname, "read-back.py");
  const python = spawnSync("python3", [script, list], {encoding: "utf8", maxBuffer: 1e8});
  if (python.status !== 0) wrong.push(`python3: ${python.stderr.slice(-300)}`);
  else wrong.push(...(JSON.parse(python.stdout) as string[]));
  return {wrong, compared};
};

/** Its declaration describes no module. */
const {createDocument: parsed}: {createDocument: (markup: string) => Document} = createRequire(import.meta.url)("@mixmark-io/domino");
/** Elements of every page by name. */
const elementsIn = async (folder: string) => {
  const counts = new Map<string, string>();
  for (const path of (await readdir(folder, {recursive: true})).filter((each) => each.endsWith(".html")).toSorted()) {
    const elements = [...parsed(await readFile(join(folder, path), "utf8")).querySelectorAll("*")];
    const byName = Map.groupBy(elements, ({tagName}) => tagName);
    counts.set(path, JSON.stringify([...byName].map(([name, all]) => [name, all.length]).toSorted()));
  }
  return counts;
};
const pagesDiffer = async (root: string, strange: string, plain: string) => {
  const made = async (products: string, name: string) => {
    await buildSite({products, out: join(root, name), audience: "controlling"});
    return elementsIn(join(root, name));
  };
  const [odd, even] = [await made(strange, "site-strange"), await made(plain, "site-plain")];
  return {
    pages: odd.size,
    wrong: [...even].flatMap(([path, names]) => (odd.get(path) === names ? [] : [`Seite ${path}: andere Elemente als mit schlichten Texten`])),
  };
};

/** Real workbooks: read, judged, annotated and read again; the texts stay what they were. */
const throughWorkbooks = async (count: number, seed: number) => {
  const wrong: string[] = [];
  for (let n = 0; n < count; n++) {
    const text = strangeText(seed, n, true);
    const bytes = await oneReturn({change: {"03_Fallzahlen!B7": text, "03_Fallzahlen!B8": strangeText(seed, n + 7, true), "03_Fallzahlen!I7": -3}});
    const before = readWorkbook(bytes);
    const {findings, notCheckable} = checkReading(before);
    const named: Finding[] = findings.map((each) => ({...each, message: `${each.message} ${text}`, found: text}));
    const {bytes: marked} = await annotate(bytes, named, {notCheckable});
    const texts = (read: typeof before) => JSON.stringify(read.cells.filter(({table, state}) => table === "T03" && state === "text").map(({code}) => code));
    if (texts(readWorkbook(marked)) !== texts(before)) wrong.push(`Mappe ${n}: nach dem Markieren anders gelesen: ${JSON.stringify(text.slice(0, 60))}`);
  }
  return wrong;
};

/** Strange but legal texts in every free text of accepted returns, through all formats, pages and annotated workbooks. */
export const strangeTexts: Measure = async ({size, seed}) => {
  const full = size === "full";
  const keys = bodies.map(({key}) => key).slice(0, full ? undefined : 4);
  const halfYears = halfYearsBetween(full ? "2023-H1" : "2025-H1", "2025-H2");
  const root = await mkdtemp(join(tmpdir(), "kim-strange-texts-"));
  const scratch = await openWarehouse();
  try {
    const bases = new Map<string, LoadedSubmission>();
    for (const body of keys) {
      const reading = readWorkbook(await oneReturn({body}));
      bases.set(body, {sha256: body, received: "2026-01-10T09:00:00Z", reading, checked: checkReading(reading)});
    }
    let [n, returns, compared] = [0, 0, 0];
    const batch = (name: Namer) =>
      halfYears.flatMap((halfYear) => [...bases].map(([body, base]) => returnWith(base, {sha256: `${body} ${halfYear}`, halfYear}, () => name(n++))));
    const wrong: string[] = [];
    for (let round = 0; returns < (full ? 2000 : 8); round++) {
      const products = join(root, `strange-${round === 0 ? "first" : "next"}`);
      const made = batch((at) => strangeText(seed, at, false));
      const back = await readBack(await published(made, products), products, scratch);
      wrong.push(...back.wrong);
      returns += made.length;
      compared += back.compared;
    }
    await published(
      batch((at) => `Text ${at}`),
      join(root, "plain"),
    );
    const pages = await pagesDiffer(root, join(root, "strange-first"), join(root, "plain"));
    wrong.push(...pages.wrong, ...(await throughWorkbooks(full ? 200 : 5, seed)));
    return {
      ok: wrong.length === 0 && compared > 0 && pages.pages > 0,
      figure: `${returns} Meldungen, ${compared} Texte in vier Formaten verglichen, ${pages.pages} Seiten, ${full ? 200 : 5} Mappen, ${wrong.length} Abweichungen`,
      lines: wrong.slice(0, 20),
    };
  } finally {
    scratch.close();
    await rm(root, {recursive: true, force: true});
  }
};
