import type {AreaFigure} from "../proof/roll-up.ts";
import type {ProvenRow} from "../proof/table-figures.ts";

/** A number or gap that a product says otherwise than its declaration and the archived bytes. */
export type Difference = {readonly table: string; readonly at: string; readonly figure: string; readonly published: string; readonly proven: string};
/** `known`: known figures published; `reproduced`: those that came out the same; `gaps`: gaps that are gaps by the declaration. */
export type Comparison = {
  readonly table: string;
  readonly known: number;
  readonly reproduced: number;
  readonly gaps: number;
  readonly differences: readonly Difference[];
};

const placeOf = ({halfYear, level, area, key}: ProvenRow) => [halfYear, level, area, ...(key === "" ? [] : [key])].join(" ");
const shown = (figure: AreaFigure | undefined) =>
  figure === undefined ? "nicht da" : `${figure.value ?? figure.status}${figure.den === null ? "" : `/${figure.den}`} (${figure.bodies} Stellen)`;
const isSame = (a: AreaFigure, b: AreaFigure | undefined) =>
  b !== undefined && a.status === b.status && a.bodies === b.bodies && a.value === b.value && a.den === b.den;

/** Compares every figure of a product with what its declaration makes of the cells, in both directions. */
export const compare = (table: string, published: readonly ProvenRow[], proven: readonly ProvenRow[]): Comparison => {
  const wanted = new Map(proven.map((row) => [placeOf(row), row]));
  const differences: Difference[] = [];
  let [known, reproduced, gaps] = [0, 0, 0];
  for (const row of published) {
    const at = placeOf(row);
    const other = wanted.get(at);
    wanted.delete(at);
    for (const [figure, value] of row.figures) {
      const same = isSame(value, other?.figures.get(figure));
      if (value.status === "known") known++;
      if (same && value.status === "known") reproduced++;
      if (same && value.status !== "known") gaps++;
      if (!same) differences.push({table, at, figure, published: shown(value), proven: shown(other?.figures.get(figure))});
    }
  }
  for (const [at, row] of wanted) for (const [figure, value] of row.figures) differences.push({table, at, figure, published: "nicht da", proven: shown(value)});
  return {table, known, reproduced, gaps, differences};
};
