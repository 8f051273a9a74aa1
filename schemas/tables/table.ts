import type {FieldName} from "../fields/registry.ts";
import type {FigureDeclaration} from "../measures.ts";

/** A key column beside half_year, level and area, and where its value stands in a cell's row. */
export type Dimension = {
  readonly name: string;
  readonly label: string;
  /** Code list of the values, for labels and for complete rows: every code appears, also where nothing was counted. */
  readonly list?: string;
  readonly from: /** A part of the row key: `STA` in `STA=10`, `` for a plain key. */
    | {readonly part: string}
    /** The origin group behind a nationality key. */
    | {readonly groupOf: string}
    /** Another answer in the same row. */
    | {readonly answer: FieldName}
    /** The Baustein of the row's function. */
    | {readonly bausteinOf: FieldName}
    /** The rule of a finding, the hash of a submission. */
    | {readonly register: string};
};

/** A describing column of a register (a table whose rows are things, not sums). */
export type Attribute = {
  readonly name: string;
  readonly label: string;
  readonly type: "text" | "date" | "boolean" | "integer";
  readonly list?: string;
  readonly field?: FieldName;
};

/** `body`: one reporting body; `unit`: one area of official statistics (05334 holds both Aachen bodies); `district`: Regierungsbezirk; `state`: the Land (area `NRW`). */
export type Level = "body" | "unit" | "district" | "state";

/**
 * A mart and the product made of it. Grain: half_year × level × area × dimensions.
 * Columns: half_year, level, area, area_name, dimensions, attributes, bodies_due, and for each figure
 * `name`, `name_status`, `name_bodies` (how many of the bodies due are in it); a rate has `name_num`, `name_den`, `name_status`, `name_bodies`.
 */
export type TableDeclaration = {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly levels: readonly Level[];
  readonly dimensions: readonly Dimension[];
  readonly attributes?: readonly Attribute[];
  readonly figures: readonly FigureDeclaration[];
};

export const bodyOnly: readonly Level[] = ["body"];

/** A dimension whose value is the plain row key, or one part of it. */
export const byCode = (name: string, label: string, list: string, part = ""): Dimension => ({name, label, list, from: {part}});

type Declared = Omit<TableDeclaration, "dimensions" | "levels"> & Partial<Pick<TableDeclaration, "dimensions" | "levels">>;
/** Bodies, districts and the Land, no further dimension, unless said otherwise. */
export const table = (declared: Declared): TableDeclaration => ({dimensions: [], levels: ["body", "district", "state"], ...declared});
