import {namesSomebody} from "./names-in.ts";
import {patternsIn} from "./patterns.ts";

export const aName = "einen Namen";
const shortest = "Frau X".length;

/** Kinds of personal data a text seems to hold, in German: "einen Namen", "eine Anschrift". */
export const personalKinds = (text: string, exempt: readonly string[] = []): string[] =>
  text.length < shortest ? [] : [...(namesSomebody(text) ? [aName] : []), ...patternsIn(text)].filter((kind) => !exempt.includes(kind));
