import type {LooseText} from "../../../schemas/flow.ts";
import {intakeLimits} from "../../../schemas/intake.ts";
import {contentTypes, type ContentTypes, partKey, typeOf, typesName} from "../package/opc.ts";
import {containerTexts, readableIn} from "../loose/container-texts.ts";
import {metadataOf} from "../loose/picture-metadata.ts";
import {type Entry, entriesOf, inflated, largestRatio} from "./zip.ts";
import {instead, refuse} from "./refused.ts";

/** The text parts of a container by name, the names of all its parts, and what can be read in it beside them. */
export type Parts = {readonly parts: ReadonlyMap<string, Uint8Array>; readonly names: readonly string[]; readonly beside?: readonly LooseText[]};

/** Parts with text by their ending; a package may also say so of a part with any other. */
const textName = /\.(?:xml|rels|vml|txt|csv|html?|json|rtf|eml|md|svg|xslt?|xsd|xaml|dtd)$/i;
const textType = /(?:[+/]xml|vmldrawing)$|^text\//;
const isText = (name: string, types: ContentTypes) => textName.test(name) || name === "mimetype" || textType.test(typeOf(types, name));
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
const withoutDoctype = (bytes: Uint8Array): Uint8Array =>
  hasDoctype(bytes) ? refuse("mit einer Dokumenttyp-Angabe (DOCTYPE) versehen, die nicht in eine Excel-Datei gehört,") : bytes;
/** The standard lets a part lie in several pieces; no spreadsheet program writes that, and a reader that takes one piece for the whole would miss the rest. */
const inPieces = /\/\[\d+\](?:\.last)?\.piece$/i;

const printer = /printersettings[^/]*$/i;
const picture = /\.(?:jpe?g|jfif|png)$/i;
/** Settings of printers are small; what a large part holds besides is nothing to read. */
const mostRead = 1_000_000;
/** What can be read in a part that is no text: what printers are called, and what cameras and programs write into pictures. */
const inBinary = ({name, size}: Entry, unpacked: () => Uint8Array): LooseText[] => {
  const pieces = printer.test(name) && size <= mostRead ? [unpacked()] : picture.test(name) ? metadataOf(unpacked()) : [];
  return [...new Set(pieces.flatMap(readableIn))].map((text) => ({at: {file: true}, text, carrier: "binary"}));
};

/** Unpacks what is text, counting, under the policy of schemas/intake.ts. Pictures, macros and objects stay packed. @throws Refused */
export const unpack = (bytes: Uint8Array): Parts => {
  const listing = entriesOf(bytes, intakeLimits.entries);
  const entries = listing.filter(({name}) => !name.endsWith("/"));
  withinLimits(entries, bytes.length);
  // The last of two parts with one name would be read by some programs and the first by others.
  if (new Set(entries.map(({name}) => partKey(name))).size < entries.length) refuse("beschädigt");
  if (entries.some(({name}) => inPieces.test(name))) refuse("in einem ungewöhnlichen Verfahren gepackt");
  const harmless = bytes.length * largestRatio <= intakeLimits.inflatedBytes;
  const listed = entries.filter(({name}) => partKey(name) === partKey(typesName));
  const types = contentTypes(new Map(listed.map((entry) => [typesName, withoutDoctype(inflated(bytes, entry, harmless))])));
  const parts = new Map(entries.filter(({name}) => isText(name, types)).map((entry) => [entry.name, inflated(bytes, entry, harmless)]));
  for (const part of parts.values()) withoutDoctype(part);
  const beside = entries.filter(({name}) => !parts.has(name)).flatMap((entry) => inBinary(entry, () => inflated(bytes, entry, harmless)));
  return {parts, names: entries.map(({name}) => name), beside: [...containerTexts(bytes, listing), ...beside]};
};
