import type {FigureDeclaration} from "../../../schemas/measures.ts";
import {keysOf} from "../../../schemas/tables/columns.ts";
import type {TableDeclaration} from "../../../schemas/tables/table.ts";
import {printDecimal, printRatio} from "../../../schemas/units.ts";
import type {Leak} from "../files/leak.ts";
import type {PublishedTable} from "../publication/published-table.ts";
import {isRoundedFrom, printedNumbers} from "./printed-number.ts";
import type {PlacedNumber} from "./read-page.ts";

type Row = PublishedTable["rows"][number];
/** Finds the row of a product from its keys, joined by `|`. */
export type Shelf = (table: string) => {readonly declaration: TableDeclaration; readonly rows: ReadonlyMap<string, Row>} | undefined;

/** The products of an audience, ready to be looked up. */
export const shelfOf = (tables: readonly PublishedTable[], declarationOf: (table: string) => TableDeclaration): Shelf => {
  const shelved = new Map<string, ReturnType<Shelf>>();
  const shelve = ({table, rows}: PublishedTable) => {
    const declaration = declarationOf(table);
    const keys = keysOf(declaration);
    return {declaration, rows: new Map(rows.map((row) => [keys.map((key) => String(row[key])).join("|"), row]))};
  };
  return (table) => {
    const found = tables.find((each) => each.table === table);
    if (found !== undefined && !shelved.has(table)) shelved.set(table, shelve(found));
    return shelved.get(table);
  };
};

const scaleOf = ({figures}: TableDeclaration, name: string) => figures.find((figure) => figure.name === name)!.scale;
/** What a cell of a product looks like in print, as exactly as a page may have it; null where no number stands. */
const print = (declaration: TableDeclaration, {name, scale, measure}: FigureDeclaration, row: Row): string | null => {
  if (row[`${name}_status`] !== "known") return null;
  if (measure.kind !== "rate") return printDecimal(row[name] as bigint, scale);
  const [num, den] = [row[`${name}_num`], row[`${name}_den`]] as [bigint, bigint];
  const more = scaleOf(declaration, measure.den) - scaleOf(declaration, measure.num);
  return printRatio(num * 10n ** BigInt(Math.max(0, more)), den * 10n ** BigInt(Math.max(0, -more)), measure.places, measure.factor);
};
const isHonest = (text: string, expected: string | null) => {
  const shown = printedNumbers(text);
  if (expected === null) return shown.length === 0;
  const [exact] = printedNumbers(expected);
  return shown.every((number) => isRoundedFrom(number, exact!));
};

/** Numbers that a page prints otherwise than the product has them, or at a place no product has. */
export const misplaced = (placed: readonly PlacedNumber[], file: string, shelf: Shelf): Leak[] =>
  placed.flatMap(({place, text}): Leak[] => {
    const [path = "", ...keys] = place.split("|");
    const [table = "", name = ""] = path.split(".");
    const leak = (found: string, expected: string): Leak => ({kind: "page", file, table, cell: [name, ...keys].join(" · "), found, expected});
    const shelved = shelf(table);
    const row = shelved?.rows.get(keys.join("|"));
    const figure = shelved?.declaration.figures.find((each) => each.name === name);
    if (shelved === undefined || row === undefined || figure === undefined) return [leak(text, "eine Zelle der veröffentlichten Datenprodukte")];
    const expected = print(shelved.declaration, figure, row);
    return isHonest(text, expected) ? [] : [leak(text, expected ?? `keine Zahl (${row[`${name}_status`]})`)];
  });
