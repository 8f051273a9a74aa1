import {tableFor} from "../../schemas/disclosure/audience-tables.ts";
import {watermarkOf} from "../../schemas/disclosure/watermark.ts";
import type {Audience, Protected} from "../../schemas/flow.ts";
import type {TableDeclaration} from "../../schemas/tables/table.ts";
import type {SqlValue} from "../effects/warehouse.ts";

/** Values of a row in the order of the columns of its table as the audience gets it; only what passed disclosure control. */
export type Published = Protected<Audience, readonly SqlValue[]>;
/** The table as the audience gets it. @throws Error `unknown table for AUDIENCE: NAME` */
export const declarationOf = ({audience, table}: Pick<Published, "audience" | "table">): TableDeclaration => tableFor(audience, table);

/** What every product of one build says of itself. */
export type Edition = {
  readonly synthetic: boolean;
  /** Newest receipt in it (ISO date). */
  readonly dataState: string;
  readonly asOf: string | null;
  /** Hash of the disclosure policy. */
  readonly policy: string;
};

/** What stands on everything that was invented. */
export const syntheticNote = "Beispieldaten – frei erfunden";
const source = "Halbjährlicher Meldebogen KIM NRW";

/** What must be said beside every number: that it is invented, that it is not for everybody; null if there is nothing to say. */
export const noteOf = (audience: Audience, {synthetic}: Pick<Edition, "synthetic">): string | null =>
  [synthetic ? syntheticNote : null, watermarkOf(audience)].filter((note) => note !== null).join(" · ") || null;

/** Metadata inside Parquet and Arrow files: title, source, state of the data, for whom it is and under which policy. */
export const fileMetadata = (published: Published, edition: Edition): Readonly<Record<string, string>> => {
  const {synthetic, dataState, asOf, policy} = edition;
  const note = noteOf(published.audience, edition);
  return {
    title: declarationOf(published).title,
    source,
    audience: published.audience,
    policy,
    data_state: dataState,
    synthetic: String(synthetic),
    ...(asOf === null ? {} : {as_of: asOf}),
    ...(note === null ? {} : {note}),
  };
};
