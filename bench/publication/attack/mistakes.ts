import type {SqlValue} from "../../../pipelines/effects/warehouse.ts";
import type {AttackReport} from "../../../pipelines/jobs/release/attack/attack-folder.ts";
import {breachText, leakText} from "../../../pipelines/jobs/release/attack/breach-text.ts";
import {tableFor} from "../../../schemas/disclosure/audience-tables.ts";
import {placeName} from "../../../schemas/disclosure/published-cell.ts";
import {keysOf} from "../../../schemas/tables/columns.ts";
import {type Lying, manifestIn, republish, type Row, rowsIn} from "./republish.ts";

/** A mistake of the protector that was made in a folder: in which half-year, and what a report must say of it; nothing, if it does not. */
export type Made = {readonly halfYear: string; readonly told: (report: AttackReport) => string | undefined};
/** Makes its mistake in a folder of products. @throws Error `missing place: NAME` if these products have none for it */
export type Mistake = (products: string) => Promise<Made>;

const publicIn = (products: string, table: string): Lying => ({products, audience: "public", table});
const keyOf = (table: string, row: Row) =>
  keysOf(tableFor("public", table))
    .map((name) => row[name])
    .join("|");
/** The exact row of each row of a public table. */
const exactRows = async (products: string, table: string): Promise<ReadonlyMap<string, Row>> =>
  new Map((await rowsIn({products, audience: "controlling", table})).map((row) => [keyOf(table, row), row]));
const found = <T>(value: T | undefined, name: string): T => {
  if (value === undefined) throw new Error(`missing place: ${name}`);
  return value;
};
const first = <T>(values: readonly T[]): T | undefined => values[0];

type Cell = {readonly table: string; readonly figure: string; readonly row: Row; readonly value: SqlValue};
/** Cells of which the exact number is known and fits, as they are shown. */
const cellsOf = async (products: string, table: string, figures: readonly string[], fits: (value: SqlValue, shown: SqlValue, row: Row) => boolean) => {
  const exact = await exactRows(products, table);
  const cells = (await rowsIn(publicIn(products, table))).flatMap((row) =>
    figures.map((figure): Cell => ({table, figure, row, value: exact.get(keyOf(table, row))?.[figure] ?? null})),
  );
  return cells.filter(({figure, row, value}) => fits(value, row[`${figure}_status`]!, row));
};
/** Shows the exact number of one cell, in all formats. */
const showExact = async (products: string, {table, figure, row: chosen, value}: Cell): Promise<Made> => {
  const key = keyOf(table, chosen);
  const rows = await rowsIn(publicIn(products, table));
  const shown = rows.map((row) => (keyOf(table, row) === key ? {...row, [figure]: value, [`${figure}_status`]: "known"} : row));
  await republish(publicIn(products, table), shown);
  return {halfYear: String(chosen["half_year"]), told: breachAt(placeName(tableFor("public", table), figure, chosen), table)};
};
const breachAt = (place: string, table: string) => (report: AttackReport) =>
  first(report.breaches.filter((breach) => breach.table === table && breach.place === place).map(breachText));

const isUnrounded = (value: unknown) => typeof value === "bigint" && value % 5n !== 0n;
const isSmall = (value: unknown) => typeof value === "bigint" && value > 0n && value < 5n;
const suppressed = ["p25a_erteilt", "p25b_erteilt", "p104c_erteilt", "p25a_antrag", "p25b_antrag", "b3_beratungen"] as const;

/** Every way of being wrong that the attack must name by table and attacker. */
export const mistakes: Readonly<Record<string, Mistake>> = {
  "eine gesperrte kleine Zahl in allen Formaten wieder gezeigt": async (products) => {
    const table = "residence_authorities";
    const cells = await cellsOf(products, table, suppressed, (value, status) => status === "withheld" && isSmall(value));
    return showExact(products, found(cells[0], table));
  },
  "eine gerundete Summe durch die genaue ersetzt": async (products) => {
    const cells = await cellsOf(products, "caseload", ["cm_bestand_ende", "cm_neu", "cm_beendet"], isUnrounded);
    const [highest] = ["state", "district", "body"].flatMap((level) => cells.find(({row}) => row["level"] === level) ?? []);
    return showExact(products, found(highest, "caseload"));
  },
  "die Zeile einer anderen Stelle im Ordner einer Stelle": async (products) => {
    const table = "access";
    const exact = (await rowsIn({products, audience: "controlling", table})).filter(({level}) => level === "body");
    const foreign = found(
      exact.toReversed().find(({zugang_n: value}) => isSmall(value)),
      table,
    );
    const bodies = (await manifestIn(products, "body")).products.flatMap(({table: named, body}) => (named === table && body !== undefined ? [body] : []));
    const owner = found(
      bodies.find((body) => body !== foreign["area"]),
      table,
    );
    const own: Lying = {products, audience: "body", table, body: owner};
    await republish(own, [...(await rowsIn(own)), foreign]);
    const place = placeName(tableFor("public", table), "zugang_n", foreign);
    return {
      halfYear: String(foreign["half_year"]),
      told: (report) => {
        const leak = report.leaks.find(({kind, file, table: named}) => kind === "plan" && named === table && file.includes(`body/${owner}/`));
        const breach = breachAt(place, table)(report);
        return leak === undefined || breach === undefined ? undefined : `${leakText(leak)} ${breach}`;
      },
    };
  },
};
