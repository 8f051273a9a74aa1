import {type PublicTable, isPublicTable, publicationOf} from "../../../../schemas/disclosure/plan.ts";
import {tableFor} from "../../../../schemas/disclosure/audience-tables.ts";
import {numberName} from "../../../../schemas/disclosure/published-cell.ts";
import type {Policy} from "../../../../schemas/disclosure.ts";
import type {FigureDeclaration} from "../../../../schemas/measures.ts";
import type {Level, TableDeclaration} from "../../../../schemas/tables/table.ts";
import {agreed, limitless} from "../../knowledge.ts";
import type {Methods} from "../publication.ts";
import type {PublishedTable} from "../published-table.ts";
import type {PublishedNumber} from "./published-number.ts";

type Row = PublishedTable["rows"][number];
export type Reading = {
  readonly numbers: ReadonlyMap<string, PublishedNumber>;
  /** Numbers that one table withholds and another shows, with what is shown; and numbers that two tables show differently, with nothing. */
  readonly disagreeing: ReadonlyMap<string, Pick<PublishedNumber, "low" | "high"> | null>;
};
export type Rules = {readonly methods: Methods; readonly policy: Policy; readonly only: (halfYear: string) => boolean};

/** The figures of a table whose numbers are hidden in some way, or take part in sums with such. */
export const attackable = (table: PublicTable, {figures}: TableDeclaration): FigureDeclaration[] =>
  figures.filter(({name, measure}) => measure.kind !== "rate" && ["suppress", "round"].includes(publicationOf(table, name).method));

/** The numbers that are rounded to this one, half up. */
const boxOf = (shown: number, base: number) => ({low: Math.max(0, shown - Math.floor(base / 2)), high: shown + Math.ceil(base / 2) - 1});
const visible = new Set<unknown>(["known", "withheld"]);

type Named = readonly [name: string, number: PublishedNumber];
const figureReader = (table: PublicTable, {name: figure, scale}: FigureDeclaration, {methods, policy}: Rules): ((row: Row) => Named[]) => {
  const declaration = tableFor("public", table);
  const planned = publicationOf(table, figure);
  const method = methods[planned.measure] ?? (planned.method as "suppress" | "round");
  const base = method === "round" ? Number(planned.base ?? policy.roundTo) : 1;
  return (row) => {
    const status = row[`${figure}_status`];
    if (!visible.has(status)) return [];
    const withheld = status === "withheld";
    const box = withheld ? {low: 0, high: limitless} : boxOf(Number(row[figure]), base);
    const place = {halfYear: String(row["half_year"]), level: row["level"] as Level, area: String(row["area"]), bodies: Number(row[`${figure}_bodies`])};
    return [[numberName(table, figure, declaration, row), {...box, ...place, withheld, method, tables: [table], base, scale, slots: [{table, figure, row}]}]];
  };
};
const namedIn = ({table, rows}: PublishedTable, rules: Rules): Named[] => {
  if (!isPublicTable(table)) throw new Error(`unknown public table: ${table}`);
  const declaration = tableFor("public", table);
  const readers = attackable(table, declaration).map((figure) => figureReader(table, figure, rules));
  const planned = rows.filter((row) => rules.only(String(row["half_year"])) && (declaration.levels as readonly unknown[]).includes(row["level"]));
  return planned.flatMap((row) => readers.flatMap((read) => read(row)));
};

const together = (a: PublishedNumber, b: PublishedNumber): PublishedNumber | null => {
  const known = agreed(a, b);
  return known === null || a.withheld !== b.withheld ? null : {...a, ...known, slots: [...a.slots, ...b.slots]};
};

/** All numbers of the tables that something hides, each once. @throws Error `unknown public table: NAME` */
export const readNumbers = (tables: readonly PublishedTable[], rules: Rules): Reading => {
  const numbers = new Map<string, PublishedNumber>();
  const disagreeing = new Map<string, PublishedNumber | null>();
  for (const table of tables)
    for (const [name, number] of namedIn(table, rules)) {
      const before = numbers.get(name);
      const both = before === undefined ? number : together(before, number);
      if (both === null) disagreeing.set(name, before!.withheld === number.withheld ? null : [before!, number].find(({withheld}) => !withheld)!);
      else numbers.set(name, both);
    }
  return {numbers, disagreeing};
};
