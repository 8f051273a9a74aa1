import {type FieldName, fieldOf} from "./fields/registry.ts";

/**
 * Figures are declared, never computed in passing: from the declaration the way back to the cells is followed (lineage),
 * while the marts compute the same number in SQL. The two share no code, so each proves the other.
 */

/** Cells of one field that enter a figure. */
export type Term = {
  readonly field: FieldName;
  /** The row key must have exactly these parts: `STA` for `STA=10`, `STA,GES` for `STA=10,GES=w`, `ABH` for `ABH:05334004`; without it, any row. */
  readonly parts?: string;
  /** Parts of the row key that must have a value: {GES: ["w"]}. */
  readonly only?: Readonly<Record<string, readonly string[]>>;
  /** Other answers of the same row: {funktion: ["CM"]}; `=half_year` stands for the half-year reported. */
  readonly where?: Readonly<Partial<Record<FieldName, readonly string[]>>>;
  readonly factor?: bigint;
  /** A voluntary part: an empty cell adds nothing instead of making the sum unknown. */
  readonly voluntary?: boolean;
};

/** `known` for a body if every cell it needs is known; empty distributions and k. A. make it `not_reported`. */
export type Measure =
  | {readonly kind: "sum"; readonly terms: readonly Term[]}
  /** Rows of a list that hold an answer: the number of posts, sites, gaps. */
  | {readonly kind: "count"; readonly term: Term}
  /** 1 if the cell holds an x, 0 if another row of the list does; a list without any x is `not_reported`. Summed up it is the number of bodies. */
  | {readonly kind: "marks"; readonly field: FieldName}
  /** Σ over rows of Σ terms × yearly amount for the row's answer ÷ 12, rounded half up per row to cents. */
  | {readonly kind: "priced"; readonly terms: readonly Term[]; readonly by: FieldName; readonly amounts: Readonly<Record<string, string>>}
  /** Numerator and denominator over the same bodies only; both are stored, the quotient never. */
  | {readonly kind: "rate"; readonly num: string; readonly den: string; readonly factor: bigint; readonly places: number}
  /** Facts that stand beside the returns: foreign residents. */
  | {readonly kind: "population"; readonly of: "foreigners"}
  /** Median estimated by linear interpolation within duration classes (months); marked *geschätzt*. */
  | {readonly kind: "class-median"; readonly term: Term; readonly bounds: Readonly<Record<string, readonly [number, number | null]>>}
  /** From the register of submissions and findings, not from cells. */
  | {
      readonly kind: "register";
      readonly counts: "counted" | "in-time" | "fehlanzeige" | "rejected" | "errors" | "warnings" | "notes" | "explained" | "findings";
    };

export type FigureDeclaration = {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  readonly scale: 0 | 2;
  readonly definition: string;
  readonly measure: Measure;
  /** False: no aggregate over bodies; at districts and the Land it is `not_applicable`. */
  readonly additive: boolean;
  readonly time: "stock" | "flow";
};

/** A form field summed up under its own name. */
export const summed = (field: FieldName, term: Omit<Term, "field"> = {}): FigureDeclaration => {
  const {label, unit, scale, definition, additive, time} = fieldOf(field);
  return {name: field, label, unit, scale, definition, measure: {kind: "sum", terms: [{field, ...term}]}, additive: additive.bodies, time: time ?? "stock"};
};

type Derived = {name: string; label: string; unit: string; definition: string; time?: "stock" | "flow"; scale?: 0 | 2};
export const derived = ({time = "stock", scale = 0, ...figure}: Derived, measure: Measure, additive = true): FigureDeclaration => ({
  ...figure,
  scale,
  time,
  measure,
  additive,
});
/** `factor` 100 for percent, 1000 for "je 1.000"; the quotient is printed with `places` decimals. */
export const rate = (figure: Derived, num: string, den: string, {factor = 1n, places = 1}: {factor?: bigint; places?: number} = {}): FigureDeclaration =>
  derived(figure, {kind: "rate", num, den, factor, places});
