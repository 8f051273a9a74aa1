import type {Audience, Protected} from "../../schemas/flow.ts";
import type {SqlValue} from "../effects/warehouse.ts";

/** Values of a row in the order of the table's columns; only what passed disclosure control. */
export type Published = Protected<Audience, readonly SqlValue[]>;

/** What every product of one build says of itself. */
export type Edition = {
  readonly synthetic: boolean;
  /** Newest receipt in it (ISO date). */
  readonly dataState: string;
  readonly asOf: string | null;
};

/** What stands on everything that was invented. */
export const syntheticNote = "Beispieldaten – frei erfunden";
const source = "Halbjährlicher Meldebogen KIM NRW";

/** Metadata inside Parquet and Arrow files: title, source, state of the data. */
export const fileMetadata = (title: string, {synthetic, dataState, asOf}: Edition): Readonly<Record<string, string>> => ({
  title,
  source,
  data_state: dataState,
  synthetic: String(synthetic),
  ...(asOf === null ? {} : {as_of: asOf}),
  ...(synthetic ? {note: syntheticNote} : {}),
});
