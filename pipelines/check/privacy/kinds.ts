import {namesSomebody} from "./names-in.ts";
import {patternsIn} from "./patterns.ts";

export const aName = "einen Namen";
const shortest = "Frau X".length;

/** Signs without width, marks of hyphenation and of direction: what a reader does not see must not part a name. */
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
/** As it may be read: the signs away, or, where they may part words, as blanks. */
const readings = (text: string): string[] => {
  const joined = text.replace(invisible, "");
  return joined === text ? [text] : [...new Set([text, joined, text.replace(/[\u200b\u2060\ufeff]/g, " ").replace(invisible, "")])];
};
const kindsIn = (text: string): string[] => (text.length < shortest ? [] : [...(namesSomebody(text) ? [aName] : []), ...patternsIn(text)]);

/** Kinds of personal data a text seems to hold, in German: "einen Namen", "eine Anschrift". */
export const personalKinds = (text: string, exempt: readonly string[] = []): string[] =>
  text.length < shortest ? [] : [...new Set(readings(text).flatMap(kindsIn))].filter((kind) => !exempt.includes(kind));
