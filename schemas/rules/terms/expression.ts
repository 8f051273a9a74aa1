/**
 * Cells of one field in one table. All arithmetic is done in hundredths: 3 cases are 300n, 0,75 VZÄ are 75n.
 * A gap stays a gap: unless said otherwise, an empty or unknown cell makes the rule *nicht prüfbar*.
 */
export type Cells = {
  readonly kind: "cells";
  readonly table: string;
  readonly field: string;
  /** The row at hand, the cells of a row that is spread over columns (`E01,NAG=UKR` within `E01`), all rows, or rows by their key. */
  readonly rows: "this" | "within" | "all" | readonly string[];
  /** Key of the column where a field has several (`,GES=w`); empty: only the column without a key. */
  readonly key?: string;
  readonly part?: "input" | "total" | "computed" | "key";
  readonly where?: readonly Where[];
  /** Where an empty cell says nothing is to be counted (`zero`), or that the rule has nothing to compare (`skip`). */
  readonly ifEmpty?: "zero" | "skip";
  /** Compare what is known and leave the rest out: only for questions about the share of the unknown itself. */
  readonly ifUnknown?: "leave out";
};

/**
 * A condition on other cells of the same row: a code, a number above a limit (hundredths), or a key (codes joined by colon) that is a row of other tables,
 * of none, the row at hand, or what a cell says; or on its own key. `own` stands for the body's own key. A cell that says nothing makes it *nicht prüfbar*.
 */
export type Where =
  | {readonly field: string; readonly is: readonly string[]}
  | {readonly field: string; readonly not: readonly string[]}
  | {readonly field: string; readonly above: bigint}
  | {readonly fields: readonly string[]; readonly listedIn: readonly string[]}
  | {readonly fields: readonly string[]; readonly missingFrom: readonly string[]}
  | {readonly fields: readonly string[]; readonly sameAs: "row" | Cells}
  | {readonly rowNamed: Cells};

export type Expression =
  | Cells
  /** How many of the cells hold one of the codes (marks: `x`). */
  | {readonly kind: "count"; readonly of: Cells; readonly is: readonly string[]}
  | {readonly kind: "sum"; readonly terms: readonly Expression[]}
  | {readonly kind: "minus"; readonly left: Expression; readonly right: Expression}
  | {readonly kind: "times"; readonly factor: bigint | {readonly parameter: string}; readonly of: Expression}
  /** Rounded down to hundredths: what is compared from below with it stays exact. */
  | {readonly kind: "divided"; readonly of: Expression; readonly by: bigint}
  | {readonly kind: "parameter"; readonly name: string}
  | {readonly kind: "constant"; readonly value: bigint}
  /** The cell at hand, its length in characters, or a limit of its field. */
  | {readonly kind: "cell"}
  | {readonly kind: "length"}
  | {readonly kind: "limit"; readonly of: "max" | "maxLength"}
  /** How many of the cells hold a number above a limit that is a multiple of something (hundredths). */
  | {readonly kind: "howMany"; readonly of: readonly Cells[]; readonly above: bigint; readonly multipleOf?: bigint}
  /**
   * The same figure in the half-year before, of the return that counts today (rules that need `previous`). `printed` stands for it where only the
   * figures printed in the form are known.
   */
  | {readonly kind: "previous"; readonly of: Expression; readonly printed?: Cells}
  /** Approved VZÄ of a Baustein (rules that need `approvals`); nothing to compare where there is no approval. */
  | {readonly kind: "approved"; readonly baustein: "B1" | "B2" | "B3"};

type Options = Partial<Omit<Cells, "kind" | "table" | "field">>;

/** The cell of this row. */
export const here = (table: string, field: string, options: Options = {}): Cells => ({kind: "cells", table, field, rows: "this", ...options});
/** All cells of the field, summed. */
export const total = (table: string, field: string, options: Options = {}): Cells => ({kind: "cells", table, field, rows: "all", ...options});
export const sum = (...terms: readonly Expression[]): Expression => ({kind: "sum", terms});
export const minus = (left: Expression, right: Expression): Expression => ({kind: "minus", left, right});
export const times = (factor: bigint | {readonly parameter: string}, of: Expression): Expression => ({kind: "times", factor, of});
export const divided = (of: Expression, by: bigint): Expression => ({kind: "divided", of, by});
export const parameter = (name: string): Expression => ({kind: "parameter", name});
export const count = (of: Cells, ...is: readonly string[]): Expression => ({kind: "count", of, is});
/** A whole number or, with two decimals, hundredths: constant(20n), constant(0n, 1n) is 0,01. */
export const constant = (whole: bigint, hundredths = 0n): Expression => ({kind: "constant", value: whole * 100n + hundredths});
export const previous = (of: Expression, printed?: Cells): Expression => ({kind: "previous", of, ...(printed && {printed})});
/** Whole numbers: howMany(cells, 20n, 10n) counts 30, 40, … */
export const howMany = (of: readonly Cells[], above: bigint, multipleOf?: bigint): Expression => ({
  kind: "howMany",
  of,
  above: above * 100n,
  ...(multipleOf !== undefined && {multipleOf: multipleOf * 100n}),
});
export const approved = (baustein: "B1" | "B2" | "B3"): Expression => ({kind: "approved", baustein});
export const cell: Expression = {kind: "cell"};
export const length: Expression = {kind: "length"};
export const limit = (of: "max" | "maxLength"): Expression => ({kind: "limit", of});
