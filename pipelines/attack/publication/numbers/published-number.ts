import type {PublicTable} from "../../../../schemas/disclosure/plan.ts";
import {placeName, type RowKeys} from "../../../../schemas/disclosure/published-cell.ts";
import {tableFor} from "../../../../schemas/disclosure/audience-tables.ts";
import type {Level} from "../../../../schemas/tables/table.ts";
import type {Known} from "../../knowledge.ts";

/** One printing of a number. */
export type Slot = {readonly table: PublicTable; readonly figure: string; readonly row: RowKeys};
/** A number as all tables together show it: between which values it lies by their word alone, and where it belongs. */
export type PublishedNumber = Known & {
  readonly halfYear: string;
  readonly level: Level;
  readonly area: string;
  /** How many bodies are in it. */
  readonly bodies: number;
  /** A number of the measure is rounded to multiples of this; 1 where numbers are exact. */
  readonly base: number;
  readonly scale: 0 | 2;
  readonly slots: readonly Slot[];
};
export type Numbers = ReadonlyMap<string, PublishedNumber>;

/** Where a printing stands, for a report. */
export const placeOf = ({table, figure, row}: Slot): string => placeName(tableFor("public", table), figure, row);
