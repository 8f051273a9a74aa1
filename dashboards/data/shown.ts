import {bodies, type Body} from "../../schemas/codes/bodies.ts";
import {codeListOf} from "../../schemas/codes/lists.ts";
import {placeName} from "../../schemas/disclosure/published-cell.ts";
import type {FigureStatus} from "../../schemas/gaps.ts";
import type {HalfYear} from "../../schemas/half-year.ts";
import type {FigureDeclaration} from "../../schemas/measures.ts";
import type {Level, TableDeclaration} from "../../schemas/tables/table.ts";
import type {Row} from "./products/product.ts";
import {slackOf} from "./slack.ts";
import {hasReported, type View} from "./view.ts";

/** A published figure: `table.figure`. */
export type FigurePath = `${string}.${string}`;
export type Place = {readonly level: Level; readonly area: string};
export const land: Place = {level: "state", area: "NRW"};
export const placeOf = ({key}: Body): Place => ({level: "body", area: key});
export const districtOf = (area: string): Place => ({level: "district", area});

/** One figure as pages show it: an integer of 10^-scale units, a rate as numerator and denominator in the same units, or the reason of the gap. */
export type Shown = {
  readonly figure: FigureDeclaration;
  readonly level: Level;
  readonly halfYear: HalfYear;
  readonly value: bigint | null;
  readonly den: bigint | null;
  /** How far value and den may lie from the truth because they are rounded; 0 for exact numbers. */
  readonly slack: bigint;
  readonly denSlack: bigint;
  readonly status: FigureStatus;
  /** How many of the bodies due are in it. */
  readonly bodies: number;
  readonly due: number;
  readonly provisional: boolean;
  /** Not there, but can still come. */
  readonly pending: boolean;
  /** Where it stands in a product (`placeName`); null if it was computed here. */
  readonly place: string | null;
};
type Wanted = {readonly halfYear?: string; readonly keys?: Readonly<Record<string, string>>};

const figureIn = ({name, figures}: TableDeclaration, figure: string): FigureDeclaration => {
  const found = figures.find((each) => each.name === figure);
  if (found === undefined) throw new Error(`unknown figure: ${name}.${figure}`);
  return found;
};
/** The declaration behind a path. @throws Error `unknown figure: PATH` */
export const declaredFigure = (view: View, path: FigurePath): FigureDeclaration => {
  const [table, name] = path.split(".") as [string, string];
  return figureIn(view.product(table).declaration, name);
};

const integer = (row: Row, column: string): bigint | null => {
  const value = row[column];
  if (value === undefined) throw new Error(`missing column: ${column}`);
  return value as bigint | null;
};
type Values = Pick<Shown, "value" | "den" | "slack" | "denSlack">;
const nothing: Values = {value: null, den: null, slack: 0n, denSlack: 0n};
const valuesOf = (view: View, declaration: TableDeclaration, figure: FigureDeclaration, row: Row): Values => {
  const slack = (of: FigureDeclaration) => slackOf(view, declaration, of, row);
  if (figure.measure.kind !== "rate") return {...nothing, value: integer(row, figure.name), slack: slack(figure)};
  const [above, below] = [figureIn(declaration, figure.measure.num), figureIn(declaration, figure.measure.den)];
  const [num, den] = [integer(row, `${figure.name}_num`), integer(row, `${figure.name}_den`)];
  const more = below.scale - above.scale;
  const [up, down] = [10n ** BigInt(Math.max(0, more)), 10n ** BigInt(Math.max(0, -more))];
  return {value: num === null ? null : num * up, den: den === null ? null : den * down, slack: slack(above) * up, denSlack: slack(below) * down};
};

/** The figure that stands in a row of its product. */
export const shownIn = (view: View, declaration: TableDeclaration, row: Row, name: string): Shown => {
  const figure = figureIn(declaration, name);
  const level = row["level"] as Level;
  const halfYear = row["half_year"] as HalfYear;
  const status = row[`${name}_status`] as FigureStatus;
  const provisional = view.edition.periods.find((period) => period.halfYear === halfYear)?.provisional ?? false;
  const pending = status === "not_reported" && provisional && (level !== "body" || !hasReported(view, halfYear, row["area"] as string));
  const counts = {bodies: Number(integer(row, `${name}_bodies`) ?? 0n), due: Number(integer(row, "bodies_due") ?? 0n)};
  const values = status === "known" ? valuesOf(view, declaration, figure, row) : nothing;
  return {figure, level, halfYear, ...values, status, ...counts, provisional, pending, place: placeName(declaration, name, row)};
};

const rowsAt = (view: View, table: string, {level, area}: Place, {halfYear = view.edition.halfYear, keys = {}}: Wanted) =>
  view
    .product(table)
    .at(halfYear, level, area)
    .filter((row) => Object.entries(keys).every(([name, value]) => row[name] === value));

/** @throws Error `missing row: PATH LEVEL AREA` */
export const shown = (view: View, path: FigurePath, place: Place, wanted: Wanted = {}): Shown => {
  const [table, name] = path.split(".") as [string, string];
  const row = rowsAt(view, table, place, wanted)[0];
  if (row === undefined) throw new Error(`missing row: ${path} ${place.level} ${place.area}`);
  return shownIn(view, view.product(table).declaration, row, name);
};
/** The figure in every half-year up to that of the edition. */
export const series = (view: View, path: FigurePath, place: Place, keys: Wanted["keys"] = {}): Shown[] =>
  view.edition.periods.map(({halfYear}) => shown(view, path, place, {halfYear, keys}));

/** `total`: the published sum of all codes, where one of them is withheld and the sum stands elsewhere. */
export type Category = {readonly code: string; readonly label: string; readonly shown: Shown; readonly total?: Shown};
/** The figure for every code of its table's dimension, in the order of the form. */
export const split = (view: View, path: FigurePath, place: Place, halfYear: string = view.edition.halfYear): Category[] => {
  const [table, name] = path.split(".") as [string, string];
  const {declaration} = view.product(table);
  const dimension = declaration.dimensions[0]!;
  const labels = codeListOf(dimension.list!).known;
  const byCode = new Map(rowsAt(view, table, place, {halfYear}).map((row) => [row[dimension.name] as string, row]));
  return [...labels].flatMap(([code, label]) => {
    const row = byCode.get(code);
    return row === undefined ? [] : [{code, label, shown: shownIn(view, declaration, row, name)}];
  });
};
/** The figure of each of the 54, in the order of their keys. */
export const perBody = (view: View, path: FigurePath, halfYear?: string): {body: Body; shown: Shown}[] =>
  bodies.map((body) => ({body, shown: shown(view, path, placeOf(body), halfYear === undefined ? {} : {halfYear})}));
