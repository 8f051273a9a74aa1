import {findBody, districts} from "../../../../schemas/codes/bodies.ts";
import {type HalfYear, halfYearOf} from "../../../../schemas/half-year.ts";
import type {FigureDeclaration} from "../../../../schemas/measures.ts";
import {keysOf} from "../../../../schemas/tables/columns.ts";
import {tables} from "../../../../schemas/tables/registry.ts";
import type {Level, TableDeclaration} from "../../../../schemas/tables/table.ts";
import {type Area, areasOf} from "../proof/areas.ts";

/** Which published number is meant: product, figure, half-year, area, and the values of the product's dimensions joined by `|`. */
export type NumberKey = {
  readonly table: TableDeclaration;
  readonly figure: FigureDeclaration;
  readonly halfYear: HalfYear;
  readonly area: Area;
  readonly key: string;
};

const fault = (text: string): never => {
  throw new Error(text);
};
const pairsOf = (words: readonly string[]): ReadonlyMap<string, string> =>
  new Map(words.map((word) => (word.includes("=") ? ([word.slice(0, word.indexOf("=")), word.slice(word.indexOf("=") + 1)] as const) : ([word, ""] as const))));

const tableNamed = (name: string): TableDeclaration =>
  tables.find((table) => table.name === name) ??
  fault(`Das Datenprodukt „${name}“ gibt es nicht. Erwartet: eines von ${tables.map((table) => table.name).join(", ")}.`);
const figureNamed = ({name, figures}: TableDeclaration, wanted: string | undefined): FigureDeclaration =>
  figures.find((figure) => figure.name === wanted) ??
  fault(`Bitte eine Kennzahl von „${name}“ nennen: figure=${figures.map((figure) => figure.name).join(" | ")}`);

const placeOf = (pairs: ReadonlyMap<string, string>): {level: Level; area: string} => {
  const level = (["body", "unit", "district", "state"] as const).find((each) => pairs.has(each));
  if (level !== undefined) return {level, area: level === "state" ? "NRW" : pairs.get(level)!};
  return {level: (pairs.get("level") ?? "body") as Level, area: pairs.get("area") ?? ""};
};
const areaNamed = ({levels}: TableDeclaration, pairs: ReadonlyMap<string, string>): Area => {
  const {level, area} = placeOf(pairs);
  const found = areasOf(levels).find((each) => each.level === level && each.area === area);
  const hint = levels.map((each) => ({body: "body=05334", unit: "unit=05334", district: `district=${districts[1]}`, state: "state"})[each]).join(" | ");
  return found ?? fault(`Das Gebiet „${level} ${area}“ gibt es hier nicht${findBody(area) === undefined ? "" : " auf dieser Ebene"}. Erwartet: ${hint}`);
};
const dimensionKey = (table: TableDeclaration, pairs: ReadonlyMap<string, string>): string =>
  keysOf(table)
    .slice(3)
    .map((name) => pairs.get(name) ?? fault(`Bitte auch ${name}=… nennen: „${table.name}“ hat für jeden Wert davon eine Zeile.`))
    .join("|");

/** Reads `KEY=VALUE` words. @throws Error in German that says what is expected */
export const numberKey = (product: string, words: readonly string[]): NumberKey => {
  const pairs = pairsOf(words);
  const table = tableNamed(product);
  const figure = figureNamed(table, pairs.get("figure"));
  const halfYear = halfYearOf(pairs.get("half_year") ?? fault("Bitte das Halbjahr nennen, z. B. half_year=2025-H2."));
  return {table, figure, halfYear, area: areaNamed(table, pairs), key: dimensionKey(table, pairs)};
};
