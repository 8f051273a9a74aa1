import {tableFor, tablesFor} from "../../schemas/disclosure/audience-tables.ts";
import type {Audience, Protected} from "../../schemas/flow.ts";
import {forPublic, type Protection} from "./publish/for-public.ts";
import {columnIndex, type Marts, type ProductRow} from "./publish/slots.ts";

/** What an audience gets, table by table; `protection` says how small counts were kept safe, and is null for those who see exact numbers. */
export type Sealed = {readonly published: readonly Protected<Audience, ProductRow>[]; readonly protection: Protection | null};

const seal = <A extends Audience>(audience: A, table: string, rows: readonly ProductRow[]): Protected<A, ProductRow> =>
  ({audience, table: tableFor(audience, table).name, rows}) as Protected<A, ProductRow>;

/**
 * The only place that can seal rows for an audience: exactly for the controlling on duty and for research under contract, protected for the public.
 * `seed` is secret; `fallen`: numbers that an attack had back. @throws Error `ambiguous number: NAME` where two tables contradict each other
 */
export const sealFor = (audience: Exclude<Audience, "body">, marts: Marts, seed: number, fallen?: ReadonlySet<string>): Sealed => {
  const {tables, protection} = audience === "public" ? forPublic(marts, seed, fallen) : {tables: marts, protection: null};
  return {published: tablesFor(audience).map(({name}) => seal(audience, name, tables.get(name) ?? [])), protection};
};
/** A body's own rows, exactly. What else it sees is what the public sees. */
export const sealForBody = (key: string, marts: Marts): Protected<"body", ProductRow>[] =>
  tablesFor("body").map((table) => {
    const at = columnIndex(table);
    const [level, area] = [at.get("level")!, at.get("area")!];
    return seal(
      "body",
      table.name,
      (marts.get(table.name) ?? []).filter((row) => row[level] === "body" && row[area] === key),
    );
  });
