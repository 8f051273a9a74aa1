import {forms} from "../../schemas/layouts/forms.ts";
import type {FigureDeclaration, Measure} from "../../schemas/measures.ts";
import type {TableDeclaration} from "../../schemas/tables/table.ts";
import {listed} from "./sentences.ts";

const sheets = new Map(
  forms.flatMap(({tables}) =>
    tables.flatMap(({sheet, columns}) => columns.flatMap(({field}) => (field === undefined ? [] : [[field, sheet.slice(0, 2)] as const]))),
  ),
);
const figureNamed = ({figures}: TableDeclaration, name: string) => figures.find((figure) => figure.name === name)!.measure;

const fieldsOf = (table: TableDeclaration, measure: Measure): string[] => {
  if (measure.kind === "rate") return [measure.num, measure.den].flatMap((name) => fieldsOf(table, figureNamed(table, name)));
  if (measure.kind === "marks") return [measure.field];
  if (measure.kind === "sum" || measure.kind === "priced") return measure.terms.map(({field}) => field);
  return measure.kind === "count" || measure.kind === "class-median" ? [measure.term.field] : [];
};
const uses = (table: TableDeclaration, measure: Measure, kind: Measure["kind"]): boolean =>
  measure.kind === kind || (measure.kind === "rate" && [measure.num, measure.den].some((name) => uses(table, figureNamed(table, name), kind)));

/** Where the cells of a figure stand: sheets of the form, the register of returns, official statistics. */
export const sourceOf = (table: TableDeclaration, {measure}: FigureDeclaration): string => {
  const numbers = [...new Set(fieldsOf(table, measure).flatMap((field) => sheets.get(field) ?? []))].toSorted();
  const named = [
    ...(numbers.length > 0 ? [`Meldebogen KIM, Blatt ${listed(numbers)}`] : []),
    ...(uses(table, measure, "register") ? ["Eingangsregister"] : []),
    ...(uses(table, measure, "population") ? ["IT.NRW 12521-03i (AZR)"] : []),
    ...(uses(table, measure, "priced") ? ["Parametertabelle Förderbeträge"] : []),
  ];
  return named.length > 0 ? named.join("; ") : "Meldebogen KIM";
};
