import {tableFor} from "../../../schemas/disclosure/audience-tables.ts";
import {type PublicTable, publicationOf} from "../../../schemas/disclosure/plan.ts";
import type {FigureStatus} from "../../../schemas/gaps.ts";
import type {FigureDeclaration} from "../../../schemas/measures.ts";
import {columnsOf} from "../../../schemas/tables/columns.ts";
import {tableOf} from "../../../schemas/tables/registry.ts";
import type {TableDeclaration} from "../../../schemas/tables/table.ts";
import type {SqlValue} from "../../effects/warehouse.ts";
import {mayShowMean} from "../staffing.ts";
import {columnIndex, type Marts, type ProductRow} from "./slots.ts";

/** What of a number is shown: its printed value, or null where it is withheld. */
export type Print = (table: PublicTable, figure: string, row: number, value: bigint) => bigint | null;
type Cell = {readonly value: bigint | null; readonly status: FigureStatus; readonly bodies: number};
type Line = {readonly index: number; readonly values: ProductRow; readonly at: ReadonlyMap<string, number>};

const withheld = (bodies: number): Cell => ({value: null, status: "withheld", bodies});
const cellIn = ({values, at}: Line, figure: string, part = ""): Cell => ({
  value: values[at.get(`${figure}${part}`)!] as bigint | null,
  status: values[at.get(`${figure}_status`)!] as FigureStatus,
  bodies: Number(values[at.get(`${figure}_bodies`)!]),
});
const printed = (table: PublicTable, line: Line, figure: string, print: Print): Cell => {
  const cell = cellIn(line, figure);
  if (cell.status !== "known" || publicationOf(table, figure).method === "open") return cell;
  const value = print(table, figure, line.index, cell.value!);
  return value === null ? withheld(cell.bodies) : {...cell, value};
};
type Terms = readonly {readonly field: string; readonly factor: bigint; readonly voluntary: boolean}[];
const termsOf = (table: PublicTable, {name, measure}: FigureDeclaration): Terms => {
  const {from} = publicationOf(table, name);
  if (from !== undefined) return Object.entries(from).map(([field, factor]) => ({field, factor, voluntary: false}));
  return measure.kind === "sum" ? measure.terms.map(({field, factor = 1n, voluntary = false}) => ({field, factor, voluntary})) : [];
};
/** Computed from what is shown of its terms: nothing new is said. Less than nothing is only rounding. */
const derived = (table: PublicTable, line: Line, figure: FigureDeclaration, print: Print): Cell => {
  const cell = cellIn(line, figure.name);
  if (cell.status !== "known") return cell;
  const terms = termsOf(table, figure)
    .map((term) => ({...term, ...printed(table, line, term.field, print)}))
    .filter(({status, voluntary}) => status !== "not_reported" || !voluntary);
  if (terms.some(({status}) => status !== "known")) return withheld(cell.bodies);
  const value = terms.reduce((sum, term) => sum + term.value! * term.factor, 0n);
  return {...cell, value: value < 0n ? 0n : value};
};

const shownOf = (table: PublicTable, declaration: TableDeclaration, line: Line, name: string, print: Print): Cell => {
  const figure = declaration.figures.find((each) => each.name === name)!;
  return publicationOf(table, name).method === "derived" ? derived(table, line, figure, print) : printed(table, line, name, print);
};
/** A rate over other bodies than its numbers would be a second total, and one over few people tells of them. */
const rateCells = (table: PublicTable, declaration: TableDeclaration, line: Line, {name, measure}: FigureDeclaration, print: Print): readonly [Cell, Cell] => {
  const own = cellIn(line, name, "_num");
  if (own.status !== "known" || measure.kind !== "rate") return [own, cellIn(line, name, "_den")];
  const [num, den] = [measure.num, measure.den].map((figure) => shownOf(table, declaration, line, figure, print)) as [Cell, Cell];
  const isOpen = (figure: string) => publicationOf(table, figure).method === "open";
  const sameBodies = num.bodies === own.bodies && (isOpen(measure.den) || den.bodies === own.bodies);
  const countsPeople = !isOpen(measure.den) && declaration.figures.find((each) => each.name === measure.den)!.scale === 0;
  const enough = den.value !== null && den.value > 0n && (!countsPeople || mayShowMean(den.value));
  return sameBodies && num.status === "known" && enough ? [{...num, bodies: own.bodies}, den] : [withheld(own.bodies), withheld(own.bodies)];
};

const figureColumns = (table: PublicTable, declaration: TableDeclaration, line: Line, figure: FigureDeclaration, print: Print): [string, SqlValue][] => {
  const {name} = figure;
  if (figure.measure.kind !== "rate") {
    const {value, status, bodies} = shownOf(table, declaration, line, name, print);
    return [
      [name, value],
      [`${name}_status`, status],
      [`${name}_bodies`, bodies],
    ];
  }
  const [num, den] = rateCells(table, declaration, line, figure, print);
  return [
    [`${name}_num`, num.value],
    [`${name}_den`, den.value],
    [`${name}_status`, num.status],
    [`${name}_bodies`, num.bodies],
  ];
};

/** The rows of a planned table as the public gets them, in the order of the columns it gets. */
export const publicRows = (marts: Marts, table: PublicTable, print: Print): ProductRow[] => {
  const [whole, shown] = [tableOf(table), tableFor("public", table)];
  const at = columnIndex(whole);
  const columns = columnsOf(shown);
  return (marts.get(table) ?? []).flatMap((values, index) => {
    if (!shown.levels.some((level) => level === values[at.get("level")!])) return [];
    const line = {index, values, at};
    const figures = new Map(shown.figures.flatMap((figure) => figureColumns(table, whole, line, figure, print)));
    return [columns.map(({name}) => (figures.has(name) ? figures.get(name)! : values[at.get(name)!]!))];
  });
};
