import loadHighs from "highs";

/** The package is an ES module at run time, but its types are read as CommonJS. */
const highs = await (loadHighs as unknown as typeof loadHighs.default)();
/** Stands for "no upper bound": larger than any count of people in the Land, small enough for exact arithmetic. */
export const unbounded = 1e7;
/** A solver's answer this close to a number is that number. */
export const tolerance = 1e-6;

export type Row = readonly (readonly [column: number, coefficient: number])[];
export type Program = {
  readonly lower: ArrayLike<number>;
  readonly upper: ArrayLike<number>;
  readonly cost: ArrayLike<number>;
  readonly rows: readonly Row[];
  /** What each row is equal to. */
  readonly equals: readonly number[];
};
/** A linear program that is solved again and again with small changes; `solve` gives the columns, or null if there is no solution. */
export type Solver = {
  readonly bound: (column: number, lower: number, upper: number) => void;
  readonly cost: (column: number, cost: number) => void;
  readonly solve: () => Float64Array | null;
  readonly close: () => void;
};

export const solverOf = ({lower, upper, cost, rows, equals}: Program): Solver => {
  const entries = rows.flat();
  const starts = [0];
  for (const row of rows) starts.push(starts.at(-1)! + row.length);
  const [numCols, numRows] = [lower.length, rows.length];
  const model = highs.createModel({
    numCols,
    numRows,
    colCost: Float64Array.from(cost),
    colLower: Float64Array.from(lower),
    colUpper: Float64Array.from(upper),
    rowLower: Float64Array.from(equals),
    rowUpper: Float64Array.from(equals),
    matrix: {
      format: "csr",
      numRows,
      numCols,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(entries, ([column]) => column),
      values: Float64Array.from(entries, ([, value]) => value),
    },
  });
  model.options.set({output_flag: false, presolve: "off"});
  return {
    bound: (column, low, high) => model.changeColBounds(column, low, high),
    cost: (column, value) => model.changeColCost(column, value),
    solve: () => {
      model.run();
      return model.getModelStatus() === highs.constants.modelStatus.optimal ? Float64Array.from(model.getSolution().colValue) : null;
    },
    close: () => model.dispose(),
  };
};
