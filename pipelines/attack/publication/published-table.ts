import type {SqlValue} from "../../effects/warehouse.ts";

/** Rows of a published product by the names of its columns: counts as bigint, decimals as bigint hundredths, integers as number, all else text. */
export type PublishedTable = {readonly table: string; readonly rows: readonly Readonly<Record<string, SqlValue>>[]};
