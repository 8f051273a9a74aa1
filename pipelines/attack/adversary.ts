import loadHighs from "highs";
import type {System} from "./system.ts";

/** The package is an ES module at run time, but its types are read as CommonJS. */
const highs = await (loadHighs as unknown as typeof loadHighs.default)();

/** Numbers for all unknown cells with which everything published adds up. */
export type Witness = Float64Array;
/** Somebody who can ask: how large, how small could these cells together be? */
export type Adversary = {
  /** Learns (or, with null, forgets) a cell's number. */
  readonly learn: (column: number, value: number | null) => void;
  /** The table in which Σ of the columns is largest (1) or smallest (−1); null if no table fits. */
  readonly push: (columns: readonly number[], direction: 1 | -1) => Witness | null;
  readonly asked: () => number;
  readonly leave: () => void;
};

/** `integer` asks for whole numbers only: sharper, and far slower. */
export const adversaryOf = ({low, high, rows, equals}: System, integer = false): Adversary => {
  const entries = rows.flat();
  const starts = Int32Array.from([0, ...rows.map((_, i) => rows[i]!.length)]);
  for (let i = 1; i < starts.length; i++) starts[i]! += starts[i - 1]!;
  const [numCols, numRows] = [low.length, rows.length];
  const matrix = {
    format: "csr",
    numRows,
    numCols,
    starts,
    indices: Int32Array.from(entries, ([column]) => column),
    values: Float64Array.from(entries, ([, sign]) => sign),
  } as const;
  const model = highs.createModel({
    numCols,
    numRows,
    matrix,
    colCost: new Float64Array(numCols),
    colLower: Float64Array.from(low),
    colUpper: Float64Array.from(high),
    rowLower: Float64Array.from(equals),
    rowUpper: Float64Array.from(equals),
    ...(integer ? {integrality: new Int32Array(numCols).fill(1)} : {}),
  });
  model.options.set({output_flag: false, presolve: integer ? "on" : "off"});
  let questions = 0;
  const push = (columns: readonly number[], direction: 1 | -1) => {
    for (const column of columns) model.changeColCost(column, -direction);
    model.run();
    questions++;
    const witness = model.getModelStatus() === highs.constants.modelStatus.optimal ? Float64Array.from(model.getSolution().colValue) : null;
    for (const column of columns) model.changeColCost(column, 0);
    return witness;
  };
  const learn = (column: number, value: number | null) => model.changeColBounds(column, value ?? low[column]!, value ?? high[column]!);
  return {learn, push, asked: () => questions, leave: () => model.dispose()};
};
