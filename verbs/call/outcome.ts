import type {Outcome} from "../../pipelines/effects/command-line.ts";

export const done = (text: string, json: unknown): Outcome => ({exit: 0, text, json});
/** A closed gate is exit 1: a return rejected, a proof that does not hold. */
export const gate = (open: boolean, text: string, json: unknown): Outcome => ({exit: open ? 0 : 1, text, json});
