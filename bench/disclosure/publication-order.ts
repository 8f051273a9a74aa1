import {chance as chanceOf} from "../../fixtures/sample/chance.ts";
import {forPublic} from "../../pipelines/protect/publish/for-public.ts";
import type {Marts, ProductRow} from "../../pipelines/protect/publish/slots.ts";
import {bodies, districts} from "../../schemas/codes/bodies.ts";
import {tableFor} from "../../schemas/disclosure/audience-tables.ts";
import {columnsOf, keysOf} from "../../schemas/tables/columns.ts";
import {tableOf} from "../../schemas/tables/registry.ts";
import type {Held} from "./engine.ts";

const table = "residence_authorities";
const figures = ["p25a_antrag", "p25b_antrag", "p104c_erteilt"];
type Counts = ReadonlyMap<string, readonly bigint[]>;

/** Invented counts of every body: many small ones, so that something has to be withheld. */
const countsOf = (seed: number): Counts => {
  const chance = chanceOf(seed, "publication order");
  return new Map(figures.map((figure) => [figure, bodies.map(() => BigInt(chance.happens(0.2) ? chance.between(0, 6) : chance.between(8, 90)))]));
};
const sumOver = (counts: readonly bigint[], isIn: (district: string) => boolean) =>
  counts.reduce((sum, count, i) => sum + (isIn(bodies[i]!.district) ? count : 0n), 0n);
type Place = {readonly level: string; readonly area: string; readonly bodies: number; readonly count: (counts: readonly bigint[]) => bigint};
const places: readonly Place[] = [
  ...bodies.map(({key}, i): Place => ({level: "body", area: key, bodies: 1, count: (counts) => counts[i]!})),
  ...districts.map((area): Place => {
    const isIn = (district: string) => district === area;
    return {level: "district", area, bodies: bodies.filter(({district}) => isIn(district)).length, count: (counts) => sumOver(counts, isIn)};
  }),
  {level: "state", area: "NRW", bodies: bodies.length, count: (counts) => sumOver(counts, () => true)},
];
const rowAt = (counts: Counts, {level, area, bodies: some, count}: Place): ProductRow =>
  columnsOf(tableOf(table)).map(({name, role, figure}) => {
    const known = counts.get(figure?.name ?? "");
    if (role === "value") return known === undefined ? null : count(known);
    if (role === "status") return known === undefined ? "not_reported" : "known";
    if (role === "bodies") return known === undefined ? 0 : some;
    if (role === "num" || role === "den") return null;
    return {half_year: "2025-H2", level, area, area_name: area, bodies_due: some}[name]!;
  });
const martsOf = (seed: number): Marts => new Map([[table, places.map((place) => rowAt(countsOf(seed), place))]]);

const shuffled = (marts: Marts, seed: number): Marts => {
  const chance = chanceOf(seed, "shuffled rows");
  const mixed = (rows: readonly ProductRow[]) =>
    rows
      .map((row) => [chance.share(), row] as const)
      .toSorted(([a], [b]) => a - b)
      .map(([, row]) => row);
  return new Map([...marts].map(([name, rows]) => [name, mixed(rows)]));
};
/** What the public gets, rows in the order of their keys. */
const saidOf = ({tables, protection}: ReturnType<typeof forPublic>): string => {
  const sorted = [...tables].map(([name, rows]) => {
    const keys = keysOf(tableFor("public", name)).length;
    return [name, rows.map((row) => `${row.slice(0, keys).join("|")}: ${row.slice(keys).join("|")}`).toSorted()];
  });
  return JSON.stringify([sorted, protection]);
};
const refusal = (): string => {
  try {
    return tableFor("public", "post_register").name;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

/** The same marts with their rows in another order give the public the same; a table that is not in the plan is refused by its name. */
export const runPublicationOrder = (seed: number): Held => {
  const [marts, choice] = [martsOf(seed), 7];
  const published = forPublic(marts, choice);
  const same = saidOf(published) === saidOf(forPublic(shuffled(marts, seed), choice));
  const withheld = published.protection.shares.reduce((sum, share) => sum + share.withheld, 0);
  const refused = refusal() === "unknown table for public: post_register";
  return {
    ok: same && refused && withheld > 0,
    line: `Veröffentlichung mit gemischten Zeilen: ${same ? "dieselben Tabellen und Verfahren" : "ANDERE"} (${withheld} Zahlen gesperrt); post_register: ${refused ? "abgelehnt" : `NICHT ABGELEHNT (${refusal()})`}`,
  };
};
