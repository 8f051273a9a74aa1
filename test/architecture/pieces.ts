import {cycles, hiddenWays, unknownRooms, wrongWays} from "./directions.ts";
import {notForBrowsers, undeclaredPackages, wrongDoors} from "./doors.ts";
import {badHabits} from "./habits.ts";
import type {House} from "./house.ts";
import {attics, fullFolders} from "./order.ts";
import {sentencesAsErrors} from "./sentences.ts";
import {strayingSql, wrongReads} from "./staircase.ts";

/** A guard, the wrong houses it must catch (by a word of its complaint), and a house that looks alike and is right. */
type Proof = {
  readonly guard: (house: House) => string[] | Promise<string[]>;
  readonly wrong: Readonly<Record<string, readonly [string, Record<string, string>]>>;
  readonly right: Record<string, string>;
};

const stage = "pipelines/load/append.ts";
const mart = "pipelines/model/marts/caseload.sql";
const many = (folder: string, count: number) => Object.fromEntries(Array.from({length: count}, (_, i) => [`${folder}/noun-${i}.ts`, ""]));

export const proofs: Readonly<Record<string, Proof>> = {
  "imports run one way": {
    guard: wrongWays,
    wrong: {
      "a stage next door": ["pipelines/read/text.ts", {[stage]: 'import {text} from "../read/text.ts";'}],
      "the effects as values": ["pipelines/effects/files.ts", {[stage]: 'import {files} from "../effects/files.ts";'}],
      "single quotes": ["reports/word.ts", {"schemas/units.ts": "import {word} from '../reports/word.ts'"}],
      "a side effect": ["kim.ts", {"schemas/units.ts": 'import "../kim.ts";'}],
      "a dynamic import": ["pipelines/schedule/schedule.ts", {"dashboards/page.ts": 'export const late = () => import("../pipelines/schedule/schedule.ts");'}],
      "a type only": ["pipelines/read/text.ts", {"reports/word.ts": 'import type {Text} from "../pipelines/read/text.ts";'}],
      "a type in passing": ["pipelines/read/text.ts", {"reports/word.ts": 'export const word = (text: import("../pipelines/read/text.ts").Text) => text;'}],
      "a re-export": ["pipelines/read/text.ts", {"fixtures/plan.ts": 'export {text} from "../pipelines/read/text.ts";'}],
      "effects that know a stage": ["pipelines/read/text.ts", {"pipelines/effects/pool.ts": 'import {text} from "../read/text.ts";'}],
      "a room that knows one above it": ["pipelines/care/backup.ts", {"pipelines/ledger/ledger.ts": 'import {backup} from "../care/backup.ts";'}],
      "a room that knows jobs": ["pipelines/jobs/intake/desk.ts", {"pipelines/care/backup.ts": 'import type {Desk} from "../jobs/intake/desk.ts";'}],
      "jobs that know a builder": ["dashboards/build.ts", {"pipelines/jobs/release/site.ts": 'import {build} from "../../../dashboards/build.ts";'}],
      "a portal that knows a stage": ["pipelines/check/check-reading.ts", {"portal/upload.ts": 'import {check} from "../pipelines/check/check-reading.ts";'}],
      "a check page that knows more than the engine": [
        "pipelines/load/append.ts",
        {"reports/offline/examine.ts": 'import {append} from "../../pipelines/load/append.ts";'},
      ],
      "a part of the check page that knows the engine": [
        "pipelines/check/check-reading.ts",
        {"reports/offline/page/main.ts": 'import {check} from "../../../pipelines/check/check-reading.ts";'},
      ],
      "reports that know more than charts": ["dashboards/pages/start.ts", {"reports/word.ts": 'import {start} from "../dashboards/pages/start.ts";'}],
    },
    right: {
      [stage]:
        'import type {Files} from "../effects/files.ts";\nimport {fields} from "../../schemas/fields/registry.ts";\n// import {text} from "../read/text.ts";',
    },
  },
  "every import can be named": {
    guard: hiddenWays,
    wrong: {
      "a computed path": [stage, {[stage]: "export const any = (path: string) => import(path);"}],
      "a template": [stage, {[stage]: "export const any = (name: string) => import(`../${name}.ts`);"}],
    },
    right: {[stage]: 'export const one = () => import("./two.ts");', "bench/prove.ts": "export const any = (path: string) => import(path);"},
  },
  "rooms are declared": {
    guard: unknownRooms,
    wrong: {
      "a new room": ["services/mail.ts", {"services/mail.ts": ""}],
      "a new stage": ["pipelines/enrich/add.ts", {"pipelines/enrich/add.ts": ""}],
      "a file between the stages": ["pipelines/run.ts", {"pipelines/run.ts": ""}],
      "a new group of jobs": ["pipelines/jobs/other/x.ts", {"pipelines/jobs/other/x.ts": ""}],
      "a file beside the entry": ["server.ts", {"server.ts": ""}],
    },
    right: {"kim.ts": "", "schemas/units.ts": "", "pipelines/schedule/schedule.ts": "", [stage]: ""},
  },
  "no file imports itself, however far round": {
    guard: cycles,
    wrong: {
      "three in a ring": ["schemas/b.ts", {"schemas/a.ts": 'import "./b.ts";', "schemas/b.ts": 'import "./c.ts";', "schemas/c.ts": 'export * from "./a.ts";'}],
      "types only": ["schemas/a.ts", {"schemas/a.ts": 'import type {B} from "./b.ts";', "schemas/b.ts": 'import type {A} from "./a.ts";'}],
    },
    right: {"schemas/a.ts": 'import "./b.ts"; import "./c.ts";', "schemas/b.ts": 'import "./c.ts";', "schemas/c.ts": ""},
  },
  "the outside world has few doors": {
    guard: wrongDoors,
    wrong: {
      files: ["node:fs", {[stage]: 'import {readFileSync} from "node:fs";'}],
      "files without prefix": ["node:fs/promises", {"reports/word.ts": 'import {readFile} from "fs/promises";'}],
      "the database": ["@duckdb/node-api", {"dashboards/page.ts": 'import {DuckDBInstance} from "@duckdb/node-api";'}],
      "the database late": ["@duckdb/node-api", {"portal/board.ts": 'export const open = () => import("@duckdb/node-api");'}],
      "a spreadsheet reader": ["@e965/xlsx", {"reports/template/sheets.ts": "import * as XLSX from '@e965/xlsx';"}],
      "a spreadsheet writer": ["exceljs", {"pipelines/export/excel.ts": 'import ExcelJS from "exceljs";'}],
      "a child process": ["node:child_process", {"pipelines/jobs/intake/ingest.ts": 'import {fork} from "node:child_process";'}],
      "a worker": ["node:worker_threads", {"reports/build.ts": 'import {Worker} from "node:worker_threads";'}],
      "a server": ["node:http", {"portal/board.ts": 'import {createServer} from "node:http";'}],
      "the environment": ["node:process", {[stage]: 'import {env} from "node:process";'}],
    },
    right: {
      "pipelines/effects/files.ts": 'import {readFile} from "node:fs/promises";',
      "kim.ts": 'import {enableCompileCache} from "node:module";',
      [stage]: 'import {createHash} from "node:crypto";',
    },
  },
  "the checking engine runs in a browser": {
    guard: notForBrowsers,
    wrong: {
      "a hash in read": ["node:crypto", {"pipelines/read/sniff.ts": 'import {createHash} from "node:crypto";'}],
      "a path in check": ["node:path", {"pipelines/check/text.ts": 'import {join} from "path";'}],
      "a package in schemas": ["fflate", {"schemas/units.ts": 'import {unzipSync} from "fflate";'}],
    },
    right: {"schemas/fields/field.ts": 'import {z} from "zod";', "pipelines/read/container.ts": 'import {unzipSync} from "fflate";'},
  },
  "packages are declared": {
    guard: undeclaredPackages,
    wrong: {
      "a stranger": ["lodash", {[stage]: 'import {sum} from "lodash";'}],
      "a tool of the workshop": ["vitest", {[stage]: 'import {expect} from "vitest";'}],
    },
    right: {"test/a.test.ts": 'import {expect} from "vitest";', [stage]: 'import {tableToIPC} from "apache-arrow/ipc";'},
  },
  "no folder has more than twelve scripts": {
    guard: fullFolders,
    wrong: {thirteen: ["pipelines/read: 13", many("pipelines/read", 13)], "past its exception": ["schemas: 16", many("schemas", 16)]},
    right: {...many("pipelines/check", 12), ...many("test/pipelines", 30)},
  },
  "everything has a name": {
    guard: attics,
    wrong: {
      "a file": ["schemas/utils.ts", {"schemas/utils.ts": ""}],
      "a folder": ["reports/common/word.ts", {"reports/common/word.ts": ""}],
      "a barrel's name": ["schemas/index.ts", {"schemas/index.ts": ""}],
    },
    right: {"schemas/half-year.ts": "", "dashboards/common-names.ts": ""},
  },
  "what a user must see is a Refusal": {
    guard: sentencesAsErrors,
    wrong: {
      "a sentence": [stage, {[stage]: 'throw new Error("Die Datei gibt es nicht.");'}],
      "on a line of its own": [stage, {[stage]: "throw new Error(\n  `Zu „${x}“ wartet keine Datei.`,\n);"}],
      "a sentence after a value": ["verbs/x.ts", {"verbs/x.ts": "throw new Error(`${rule} kann nicht freigegeben werden.`);"}],
    },
    right: {
      [stage]: 'throw new Refusal("Die Datei gibt es nicht.");\nthrow new Error(`missing table: ${name}`);\nthrow new Error("closed pool");',
      "test/a.test.ts": 'throw new Error("Platte voll");',
    },
  },
  "SQL reads one way": {
    guard: wrongReads,
    wrong: {
      "a comma join": ["raw.cell", {[mart]: "select * from staging.observation, raw.cell"}],
      "quoted names": ["raw.cell", {[mart]: 'select * from "raw"."cell"'}],
      "a subquery": ["raw.cell", {[mart]: "select (select max(value) from raw.cell) from staging.observation"}],
      "a thought": ["raw.cell", {[mart]: "with cell as (select * from raw.cell) select * from cell"}],
      "from first": ["mart.caseload", {"pipelines/model/staging/observation.sql": "from mart.caseload"}],
      "a bare name": ["?.cell", {[mart]: "select * from cell"}],
      "a file": ["read_parquet()", {[mart]: "select * from read_parquet('cells.parquet')"}],
      "a name in a string": ["query_table()", {[mart]: "select * from query_table('raw.cell')"}],
      "the second statement": ["raw.cell", {[mart]: "select 1; select * from raw.cell"}],
      "something else than a question": ["Only SELECT", {[mart]: "drop table raw.cell"}],
      "a created table": ["raw.cell", {[mart]: "create or replace table mart.caseload as select * from raw.cell"}],
      "protect past the marts": ["staging.observation", {"pipelines/protect/cells.sql": "select * from staging.observation"}],
      "export past protect": ["mart.caseload", {"pipelines/export/caseload.sql": "select * from mart.caseload"}],
    },
    right: {
      [mart]:
        "-- reads from raw.cell? no\nwith observation as (select * from staging.observation), summed as (select body from observation, unnest([1, 2]) group by all) select * from summed",
      "pipelines/model/audits/totals.sql": "select * from mart.caseload join staging.observation using (body) join raw.cell using (body)",
    },
  },
  "SQL has its steps": {
    guard: strayingSql,
    wrong: {
      "beside the steps": ["pipelines/model/extra.sql", {"pipelines/model/extra.sql": "select 1"}],
      "in a page": ["dashboards/page.sql", {"dashboards/page.sql": "select 1"}],
    },
    right: {[mart]: "select 1"},
  },
  "no clock, no chance, no environment, no console, no default export, no barrel, no any": {
    guard: badHabits,
    wrong: {
      "the time now": [`${stage}:1 plugin`, {[stage]: "export const now = () => Date.now();"}],
      "a new date": ["fixtures/plan.ts:1 plugin", {"fixtures/plan.ts": "export const now = () => new Date();"}],
      "a date through the back door": [`${stage}:1 plugin`, {[stage]: "export const now = () => globalThis.Date.now();"}],
      "a stopwatch": ["reports/word.ts:1 plugin", {"reports/word.ts": "export const now = () => performance.now();"}],
      dice: ["fixtures/plan.ts:1 plugin", {"fixtures/plan.ts": "export const dice = () => Math.random();"}],
      "a random name": [`${stage}:1 plugin`, {[stage]: 'import {randomUUID} from "node:crypto";\nexport const id = () => randomUUID();'}],
      "the environment": ["lint/style/noProcessEnv", {[stage]: "export const home = () => process.env.HOME;"}],
      "the console": ["lint/suspicious/noConsole", {"dashboards/page.ts": 'export const say = () => console.log("x");'}],
      "a default export": ["lint/style/noDefaultExport", {"schemas/units.ts": "const units = 1;\nexport default units;"}],
      "a barrel": ["lint/performance/noBarrelFile", {"schemas/all.ts": 'export {units} from "./units.ts";'}],
      "everything re-exported": ["lint/performance/noReExportAll", {"schemas/all.ts": 'export * from "./units.ts";'}],
      "any, in a test too": ["lint/suspicious/noExplicitAny", {"test/a.ts": "export const same = (value: any) => value;"}],
    },
    right: {
      [stage]: "export const day = (text: string) => new Date(text);",
      "pipelines/effects/clock.ts": "export const clock = {now: () => new Date()};",
      "kim.ts": "export const home = () => console.log(process.env.HOME);",
      "bench/prove.ts": "export const now = () => performance.now();",
    },
  },
};
