import type {House} from "./house.ts";
import {type Import, importsIn} from "./imports.ts";

const rooms = ["verbs", "schemas", "pipelines", "portal", "dashboards", "reports", "fixtures", "test", "bench"];
const stages = ["read", "check", "load", "model", "protect", "attack", "export"];
/** Rooms of the domain, the lowest first: each may import those before it. What is not yet one of them lies in a stage or in jobs. */
const domain = ["effects", "read", "check", "ledger", "intake", "care", "schedule"];
const jobs = ["intake", "warehouse", "release"];
const outside = ["kim.ts", "vitest.config.ts"];

const below = (room: string): string[] => domain.slice(0, domain.indexOf(room) + 1).map((name) => `pipelines/${name}/`);
const domainRoom = (path: string) => domain.find((name) => !["effects", "read", "check"].includes(name) && path.startsWith(`pipelines/${name}/`));
const stageOf = (path: string) => stages.find((name) => path.startsWith(`pipelines/${name}/`));

/** What a file may import, written as path prefixes. Everything else is forbidden. */
const allowed = ({from, kind}: Import): string[] => {
  const stage = stageOf(from);
  const room = domainRoom(from);
  if (from.startsWith("schemas/")) return ["schemas/"];
  if (stage !== undefined) return [`pipelines/${stage}/`, "schemas/", ...(kind === "type" ? ["pipelines/effects/"] : [])];
  if (room !== undefined) return [...below(room), "schemas/"];
  if (from.startsWith("pipelines/effects/")) return ["pipelines/effects/", "schemas/"];
  if (from.startsWith("pipelines/jobs/")) return ["pipelines/", "schemas/"];
  if (from.startsWith("portal/")) return ["portal/", "pipelines/jobs/", "schemas/"];
  if (from.startsWith("dashboards/")) return ["dashboards/", "schemas/"];
  // The offline check page is the engine itself in one file: it reads and checks like the intake, and knows nothing else of the pipelines.
  if (from === "reports/offline/examine.ts") return ["reports/", "pipelines/read/", "pipelines/check/", "schemas/"];
  // A marked workbook is resolved by the same code as a read one.
  if (from.startsWith("reports/annotate/parts/")) return ["reports/", "pipelines/read/container/zip.ts", "pipelines/read/package/", "schemas/"];
  if (from.startsWith("reports/")) return ["reports/", "dashboards/charts/", "schemas/"];
  if (from.startsWith("fixtures/")) return ["fixtures/", "schemas/", "reports/template/"];
  if (from.startsWith("bench/") || from.startsWith("verbs/")) return rooms.filter((room) => room !== "test").map((room) => `${room}/`);
  return [...rooms.map((room) => `${room}/`), "package.json"];
};

/** Imports of ours that go up the stairs or into a stage next door, as `from → to`. */
export const wrongWays = (house: House): string[] =>
  importsIn(house)
    .filter((each) => each.ours && !allowed(each).some((prefix) => each.to.startsWith(prefix)))
    .map(({from, to}) => `${from} → ${to}`);

/** Dynamic imports whose file nobody can name; only the entry, the bench and the tests may have them. */
export const hiddenWays = (house: House): string[] =>
  importsIn(house)
    .filter(({from, to}) => to === "?" && !/^(kim\.ts$|bench\/|test\/)/.test(from))
    .map(({from}) => from);

const known = (path: string): boolean => {
  const [room, next, last] = path.split("/");
  if (room === undefined || next === undefined) return outside.includes(path);
  if (room !== "pipelines") return rooms.includes(room);
  return next === "jobs" ? jobs.includes(last ?? "") : [...stages, ...domain].includes(next);
};

/** Files in rooms, stages or groups of jobs that nobody declared. */
export const unknownRooms = (house: House): string[] => [...house.keys()].filter((path) => !known(path));

/** Files that import themselves, however far round, types included. */
export const cycles = (house: House): string[] => {
  const next = Map.groupBy(
    importsIn(house).filter(({ours}) => ours),
    ({from}) => from,
  );
  const reached = (from: string, seen = new Set<string>()): Set<string> => {
    for (const {to} of next.get(from) ?? []) if (!seen.has(to)) reached(to, seen.add(to));
    return seen;
  };
  return [...house.keys()].filter((path) => reached(path).has(path));
};
