import {tableFor} from "../../../../schemas/disclosure/audience-tables.ts";
import {type PublicTable, isPublicTable, publicationOf} from "../../../../schemas/disclosure/plan.ts";
import type {FigureDeclaration} from "../../../../schemas/measures.ts";
import type {PublishedTable} from "../published-table.ts";
import type {Slot} from "./published-number.ts";

type Row = PublishedTable["rows"][number];
type Part = {readonly from: string; readonly factor: bigint; readonly voluntary: boolean};
/** A column that must follow from shown figures of its row. */
type Claim = {readonly column: string; readonly parts: readonly Part[]};

const whole = (from: string): Part => ({from, factor: 1n, voluntary: false});
const claimsOf = (table: PublicTable, {name, measure}: FigureDeclaration): Claim[] => {
  if (measure.kind === "rate")
    return [
      {column: `${name}_num`, parts: [whole(measure.num)]},
      {column: `${name}_den`, parts: [whole(measure.den)]},
    ];
  const {method, from} = publicationOf(table, name);
  if (method !== "derived") return [];
  if (from !== undefined) return [{column: name, parts: Object.entries(from).map(([figure, factor]) => ({...whole(figure), factor}))}];
  const terms = measure.kind === "sum" ? measure.terms : [];
  return [{column: name, parts: terms.map(({field, factor = 1n, voluntary = false}) => ({from: field, factor, voluntary}))}];
};

/** What the shown figures make; null where one of them is not shown. A voluntary part nobody reported adds nothing, and there is nothing below zero. */
const madeOf = (row: Row, {parts}: Claim): bigint | null => {
  const told = parts.filter(({from, voluntary}) => !(voluntary && row[`${from}_status`] === "not_reported"));
  if (told.length === 0 || told.some(({from}) => row[`${from}_status`] !== "known")) return null;
  const sum = told.reduce((total, {from, factor}) => total + factor * (row[from] as bigint), 0n);
  return sum < 0n ? 0n : sum;
};
const differs = (row: Row, claim: Claim) => row[claim.column] !== madeOf(row, claim);

const wronglyMade = (table: PublicTable, {rows}: PublishedTable, figure: FigureDeclaration): Slot[] => {
  const claims = claimsOf(table, figure);
  const {name} = figure;
  return rows.filter((row) => row[`${name}_status`] === "known" && claims.some((claim) => differs(row, claim))).map((row) => ({table, figure: name, row}));
};

/**
 * Derived figures and rates that are not what the shown figures make: what else went into them is a second word about numbers that are hidden.
 * All others say nothing new, so no sum has to be asked about them.
 */
export const wronglyDerived = (tables: readonly PublishedTable[]): Slot[] =>
  tables.flatMap((published) => {
    const {table} = published;
    return isPublicTable(table) ? tableFor("public", table).figures.flatMap((figure) => wronglyMade(table, published, figure)) : [];
  });
