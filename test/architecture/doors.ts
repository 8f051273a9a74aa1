import declared from "../../package.json" with {type: "json"};
import type {House} from "./house.ts";
import {importsIn} from "./imports.ts";

const workshop = ["kim.ts", "vitest.config.ts", "bench/", "test/"];
const files = [...workshop, "verbs/", "pipelines/effects/", "portal/server.ts", "dashboards/build.ts", "reports/build.ts", "fixtures/"];
const processes = [...workshop, "pipelines/effects/", "fixtures/"];
const network = [...workshop, "pipelines/effects/", "portal/server.ts"];

/** Who may open which door to the world: path prefixes. */
const doors: Readonly<Record<string, readonly string[]>> = {
  "node:fs": files,
  "node:fs/promises": files,
  "node:child_process": processes,
  "node:worker_threads": processes,
  "node:cluster": processes,
  "node:http": network,
  "node:https": network,
  "node:http2": network,
  "node:net": network,
  "node:tls": network,
  "node:dgram": network,
  "node:dns": network,
  "node:process": network,
  "node:os": network,
  "node:perf_hooks": network,
  "node:module": network,
  "node:vm": workshop,
  exceljs: [...workshop, "reports/template/", "reports/controlling/", "fixtures/"],
  "@e965/xlsx": [...workshop, "pipelines/read/"],
  "@duckdb/node-api": [...workshop, "pipelines/effects/"],
  "node-cron": [...workshop, "pipelines/schedule/"],
  highs: [...workshop, "pipelines/protect/", "pipelines/attack/"],
  rolldown: [...workshop, "reports/build.ts"],
  "playwright-core": ["bench/", "test/"],
};
/** Rooms that must also run in a browser. */
const pure = ["schemas/", "pipelines/read/", "pipelines/check/"];
const within = (path: string, prefixes: readonly string[]) => prefixes.some((prefix) => path.startsWith(prefix));

/** Imports of the outside world through a door that is not theirs, as `from → to`. */
export const wrongDoors = (house: House): string[] =>
  importsIn(house)
    .filter(({from, to}) => doors[to] !== undefined && !within(from, doors[to]))
    .map(({from, to}) => `${from} → ${to}`);

/** What schemas, read and check import and a browser does not have; schemas know no package but zod. */
export const notForBrowsers = (house: House): string[] =>
  importsIn(house)
    .filter(({from, to, ours}) => !ours && within(from, pure) && (to.startsWith("node:") || (from.startsWith("schemas/") && to !== "zod")))
    .map(({from, to}) => `${from} → ${to}`);

const packageOf = (specifier: string) =>
  specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");

/** Packages nobody declared; what only the workshop declared is for the workshop only. */
export const undeclaredPackages = (house: House): string[] =>
  importsIn(house)
    .filter(({to, ours}) => !ours && to !== "?" && !to.startsWith("node:"))
    .filter(({from, to}) => !(packageOf(to) in {...declared.dependencies, ...(within(from, workshop) ? declared.devDependencies : {})}))
    .map(({from, to}) => `${from} → ${to}`);
