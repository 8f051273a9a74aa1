import type {Checked, Finding} from "../../schemas/flow.ts";
import type {PublicKey} from "../../schemas/layouts/presets.ts";

/** What the page asks its engine: look at a file, write the findings into it, or word that it could not be read in time. */
export type Asked = {readonly id: number; readonly name: string; readonly keys: readonly PublicKey[]} & (
  | {readonly task: "check" | "annotate"; readonly bytes: Uint8Array}
  | {readonly task: "refuse"; readonly reason: string}
);

/** A finding with the title of its rule. */
export type ShownFinding = Finding & {readonly title: string};
/** Everything the page says of one file; whose it is and the state of its presets in German words. */
export type Shown = Omit<Checked, "findings" | "notCheckable"> & {
  readonly name: string;
  readonly whose: readonly string[];
  readonly presets: {readonly genuine: boolean; readonly text: string} | null;
  readonly findings: readonly ShownFinding[];
  /** By reason, in the order of the rules. */
  readonly notCheckable: readonly {readonly reason: string; readonly rules: readonly string[]}[];
};
export type Annotated = {readonly name: string; readonly bytes: Uint8Array; readonly copied: boolean};
export type Told = {readonly id: number} & ({readonly shown: Shown} | {readonly annotated: Annotated});
