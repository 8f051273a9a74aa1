import type {Methods, OwnTables, Publication} from "../../../../pipelines/attack/publication/publication.ts";
import type {PublishedTable} from "../../../../pipelines/attack/publication/published-table.ts";
import {bodies} from "../../../../schemas/codes/bodies.ts";
import {type Attacker, audiences, type Policy} from "../../../../schemas/disclosure.ts";

const levelOf = (area: string) => {
  if (area === "NRW") return "state";
  return bodies.some(({key}) => key === area) ? "body" : "district";
};
const districtOf = new Map(bodies.map(({key, district}) => [key, district]));
const isIn = (area: string, body: string) => area === "NRW" || districtOf.get(body) === area || area === body;

/**
 * A published table as text, a line a row: `05111 01 5`: area, codes, the figures. `.` is withheld, `-` not reported.
 * How many bodies are in a number is counted from the rows of bodies; `names`: code columns, then figures.
 */
export const published = (table: string, codes: readonly string[], figures: readonly string[], text: string, halfYear = "2025-H2"): PublishedTable => {
  const lines = text
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/));
  const there = lines.filter(([area]) => levelOf(area!) === "body");
  const same = (a: readonly string[], b: readonly string[]) => codes.every((_, i) => a[i + 1] === b[i + 1]);
  const figureOf = (line: readonly string[], figure: string, i: number) => {
    const at = codes.length + 1 + i;
    const value = line[at]!;
    const contributors = there.filter((other) => isIn(line[0]!, other[0]!) && same(line, other) && other[at] !== "-");
    const status = value === "." ? "withheld" : value === "-" ? "not_reported" : "known";
    return [
      [figure, status === "known" ? BigInt(value) : null],
      [`${figure}_status`, status],
      [`${figure}_bodies`, contributors.length],
    ] as const;
  };
  const rows = lines.map((line) =>
    Object.fromEntries([
      ["half_year", halfYear],
      ["level", levelOf(line[0]!)],
      ["area", line[0]!],
      ...codes.map((code, i) => [code, line[i + 1]!]),
      ...figures.flatMap((figure, i) => figureOf(line, figure, i)),
    ]),
  );
  return {table, rows};
};
/** The rows of a table that a body finds in its folder. */
export const ownOf = (body: string, ...tables: readonly PublishedTable[]): OwnTables => ({
  body,
  tables: tables.map(({table, rows}) => ({table, rows: rows.filter(({area}) => area === body)})),
});
const everybody: readonly Attacker[] = audiences.public.policy.attackers;
export const publicationOf = (
  tables: readonly PublishedTable[],
  changes: Partial<Publication> & {methods?: Methods; rules?: Partial<Policy>} = {},
): Publication => {
  const {rules, ...rest} = changes;
  return {tables, methods: {}, own: [], earlier: [], policy: {...audiences.public.policy, attackers: everybody, ...rules}, ...rest};
};
