import {fieldOf} from "../../../../schemas/fields/registry.ts";
import type {Cells, Expression} from "../../../../schemas/rules/terms/expression.ts";
import {cellsTerm, countTerm} from "./cells-term.ts";
import {never, type RowAt, type Sheets, type Term} from "./form-terms.ts";
import {areaOf, rangesOf} from "../values/ranges.ts";
import {beforeTerm} from "./before.ts";

/** Name of the cell in `_Vorgaben` that holds a dated parameter in hundredths. */
export const parameterName = (name: string): string => `V_P_${name.toUpperCase()}`;
const parameterTerm = (name: string): Term => ({known: [`ISNUMBER(${parameterName(name)})`], value: parameterName(name)});

/** Approved VZÄ as printed in the form: what remains for coordination and the Verwaltungsassistenz together are Baustein 1. */
const approvedTerm = (baustein: "B1" | "B2" | "B3"): Term => {
  const name = {B1: "V_KO_MAX", B2: "V_CM_MAX", B3: "V_B3_MAX"}[baustein];
  const value = baustein === "B1" ? `ROUND((V_KO_MAX+V_VA_MAX)*100,0)` : `ROUND(N(${name})*100,0)`;
  return {known: [`ISNUMBER(${name})`], value};
};
const howManyTerm = (sheets: Sheets, of: readonly Cells[], above: bigint, multipleOf: bigint | undefined): Term => {
  const ranges = of.flatMap((cells) => rangesOf(sheets.values, areaOf(sheets.tableOf(cells.table)!, cells, null)));
  const one = (range: string) =>
    multipleOf === undefined
      ? `COUNTIF(${range},">${above}")`
      : `SUMPRODUCT(--ISNUMBER(${range}),--(${range}>${above}),--(RIGHT(${range},${String(multipleOf).length - 1})="${String(multipleOf).slice(1)}"))`;
  return {known: [], value: `100*(${ranges.map(one).join("+")})`};
};
const bracketed = ({value}: Term) => (/[-+*/]/.test(value.replace(/\([^()]*\)|'[^']*'|"[^"]*"/g, "")) ? `(${value})` : value);
const combined = (terms: readonly Term[], value: string): Term => ({known: terms.flatMap(({known}) => known), value});

/** A rule's expression as a formula over the value sheet. @throws Error `unknown expression: KIND` */
export const termOf = (sheets: Sheets, expression: Expression, row: RowAt | null): Term => {
  const of = (each: Expression) => termOf(sheets, each, row);
  switch (expression.kind) {
    case "cells":
      return cellsTerm(sheets, expression, row);
    case "count":
      return countTerm(sheets, expression.of, expression.is, row, fieldOf(expression.of.field).kind === "mark");
    case "sum": {
      const terms = expression.terms.map(of);
      return combined(terms, terms.map(bracketed).join("+"));
    }
    case "minus": {
      const [left, right] = [of(expression.left), of(expression.right)];
      return combined([left, right], `${bracketed(left)}-${bracketed(right)}`);
    }
    case "times": {
      const term = of(expression.of);
      if (typeof expression.factor === "bigint") return combined([term], `${expression.factor}*${bracketed(term)}`);
      const factor = parameterTerm(expression.factor.parameter);
      return combined([term, factor], `${bracketed(term)}*${factor.value}/100`);
    }
    case "divided":
      return combined([of(expression.of)], `INT(${bracketed(of(expression.of))}/${expression.by})`);
    case "parameter":
      return parameterTerm(expression.name);
    case "constant":
      return {known: [], value: String(expression.value)};
    case "howMany":
      return howManyTerm(sheets, expression.of, expression.above, expression.multipleOf);
    case "previous":
      return beforeTerm(sheets, expression, row);
    case "approved":
      return approvedTerm(expression.baustein);
    case "cell":
    case "length":
    case "limit":
      return never;
    default:
      throw new Error(`unknown expression: ${(expression as {kind: string}).kind}`);
  }
};
