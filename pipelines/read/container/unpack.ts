import {intakeLimits} from "../../../schemas/intake.ts";
import {type Entry, entriesOf, inflated, largestRatio} from "./zip.ts";
import {instead, refuse} from "./refused.ts";

/** The text parts of a container by name, and the names of all its parts. */
export type Parts = {readonly parts: ReadonlyMap<string, Uint8Array>; readonly names: readonly string[]};

const isText = (name: string) => /\.(?:xml|rels|vml)$/i.test(name) || name === "mimetype";
const megabytes = (bytes: number) => `${Math.ceil(bytes / 1024 / 1024)} MB`;

const withinLimits = (entries: readonly Entry[], length: number) => {
  const size = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (entries.some(({encrypted}) => encrypted)) refuse("mit einem Kennwort verschlüsselt", instead.withoutPassword);
  if (size > intakeLimits.inflatedBytes) refuse(`entpackt zu groß (${megabytes(size)}, höchstens ${megabytes(intakeLimits.inflatedBytes)})`, instead.smaller);
  if (size > intakeLimits.ratio * length) refuse("verdächtig stark gepackt");
};

const latin = new TextDecoder("latin1");
/** Our forms need no document types; they are the door for entity bombs and for reading other files. UTF-16 shows its zero bytes. */
const hasDoctype = (bytes: Uint8Array) => /<!\s*(?:doctype|entity)/i.test(latin.decode(bytes.subarray(0, 2048)).replaceAll("\0", ""));

/** Unpacks what is text, counting, under the policy of schemas/intake.ts. Pictures, macros and objects stay packed. @throws Refused */
export const unpack = (bytes: Uint8Array): Parts => {
  const entries = entriesOf(bytes, intakeLimits.entries).filter(({name}) => !name.endsWith("/"));
  withinLimits(entries, bytes.length);
  // The last of two parts with one name would be read by some programs and the first by others.
  if (new Set(entries.map(({name}) => name.toLowerCase())).size < entries.length) refuse("beschädigt");
  const harmless = bytes.length * largestRatio <= intakeLimits.inflatedBytes;
  const parts = new Map(entries.filter(({name}) => isText(name)).map((entry) => [entry.name, inflated(bytes, entry, harmless)]));
  if ([...parts.values()].some(hasDoctype)) refuse("mit einer Dokumenttyp-Angabe (DOCTYPE) versehen, die nicht in eine Excel-Datei gehört,");
  return {parts, names: entries.map(({name}) => name)};
};
