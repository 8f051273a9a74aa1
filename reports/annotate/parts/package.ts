import {strToU8} from "fflate";
import {
  contentTypes,
  type PackageParts,
  partKey,
  partName,
  relationsName,
  relationsOf as allRelationsOf,
  typeOf,
  typesName,
} from "../../../pipelines/read/package/opc.ts";
import {plainText} from "../../../pipelines/read/package/plain.ts";
import {intakeLimits} from "../../../schemas/intake.ts";
import {archive, pack, type Packed, packedIn, unpacked} from "./archive.ts";
import {appended, attribute, childrenOf, escaped, prefixed, rootOf, tagOf, withAttribute, without, withTag} from "./xml.ts";

/** The parts of an OOXML package by path. Functions that change it say so in their name: put, point, remove, declare. */
export type Parts = Map<string, Uint8Array>;
export type Relation = {readonly id: string; readonly type: string; readonly target: string};

/** How a part came packed: what nobody changed goes out as it came in. */
const origins = new WeakMap<Uint8Array, Packed>();
/** @throws Error `invalid archive`, `invalid package: too large`, or of the inflating library */
export const openParts = (bytes: Uint8Array): Parts => {
  const files = packedIn(bytes);
  if (files.length > intakeLimits.entries || files.reduce((sum, {size}) => sum + size, 0) > intakeLimits.inflatedBytes)
    throw new Error("invalid package: too large");
  return new Map(
    files.map((file) => {
      const part = unpacked(file);
      origins.set(part, file);
      return [file.path, part] as const;
    }),
  );
};
/** The same parts give the same bytes. */
export const closeParts = (parts: Parts): Uint8Array => {
  const changed = new Map(pack(new Map([...parts].filter(([, bytes]) => !origins.has(bytes)))).map((file) => [file.path, file]));
  return archive([...parts].map(([path, bytes]) => changed.get(path) ?? origins.get(bytes)!));
};

/** Keeps a byte order mark: a part written back is the same to the byte. */
const decoder = new TextDecoder("utf-8", {ignoreBOM: true});
const bytesOf = (parts: Parts, path: string): Uint8Array => {
  const bytes = parts.get(path);
  if (bytes === undefined) throw new Error(`missing part: ${path}`);
  return bytes;
};
/** The text of a part in the plain form, which cutting and inserting may rely on; what came in that form stays to the byte. @throws Error `missing part: PATH` */
export const partText = (parts: Parts, path: string): string => plainText(bytesOf(parts, path));
/** The text of an old drawing, which often is no well-formed XML: then as it stands. @throws Error `missing part: PATH` */
export const drawingText = (parts: Parts, path: string): string => {
  const bytes = bytesOf(parts, path);
  const text = decoder.decode(bytes);
  if (usualDrawing.test(text)) return text;
  try {
    return plainText(bytes);
  } catch {
    return text;
  }
};
const usualDrawing = /^\s*(?:<\?xml[^>]*>\s*)?<xml\s[^>]*xmlns:v="urn:schemas-microsoft-com:vml"/;
export const putText = (parts: Parts, path: string, text: string): void => {
  parts.set(path, strToU8(text));
};

/** Relative, because some programs do not find what is named from the root. */
const relative = (path: string, target: string): string => {
  const [from, to] = [path.split("/").slice(0, -1), target.split("/")];
  const same = from.findIndex((step, i) => step !== to[i]);
  const shared = same < 0 ? from.length : same;
  return [...from.slice(shared).map(() => ".."), ...to.slice(shared)].join("/");
};
const blankRelations =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';
const relationsText = (parts: Parts, path: string) => (parts.has(relationsName(parts, path)) ? partText(parts, relationsName(parts, path)) : blankRelations);

/** What a part points to inside the package; targets as names of parts. The root has the name "". */
export const relationsOf = (parts: PackageParts, path: string): Relation[] => allRelationsOf(parts, path).filter(({external}) => !external);
const officeTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
/** Adds the relation or points the one with this id somewhere else. */
export const putRelation = (parts: Parts, path: string, {id, type, target}: Relation): void => {
  const xml = relationsText(parts, path);
  const known = childrenOf(xml, rootOf(xml)).find((each) => attribute(tagOf(xml, each), "Id") === id);
  const tag = `<Relationship Id="${escaped(id)}" Type="${officeTypes}${type}" Target="${escaped(relative(path, target))}"/>`;
  putText(
    parts,
    relationsName(parts, path),
    known === undefined
      ? appended(xml, rootOf(xml), prefixed(tag, rootOf(xml).prefix))
      : withTag(xml, known, withAttribute(tagOf(xml, known), "Target", relative(path, target))),
  );
};
/** Removes a relation and what it pointed to; a part without relations needs no list of them. */
export const removeRelation = (parts: Parts, path: string, {id, target}: Relation): void => {
  const xml = relationsText(parts, path);
  const known = childrenOf(xml, rootOf(xml)).find((each) => attribute(tagOf(xml, each), "Id") === id);
  if (known === undefined) return;
  const rest = without(xml, known);
  if (childrenOf(rest, rootOf(rest)).length === 0) parts.delete(relationsName(parts, path));
  else putText(parts, relationsName(parts, path), rest);
  parts.delete(target);
  parts.delete(relationsName(parts, target));
  undeclare(parts, target);
};
export const removeRelations = (parts: Parts, path: string): void => {
  parts.delete(relationsName(parts, path));
};
/** Pictures and the like that a copied part still points to. */
export const copyRelations = (parts: Parts, from: string, to: string): void => {
  const bytes = parts.get(relationsName(parts, from));
  if (bytes !== undefined) parts.set(relationsName(parts, to), bytes.slice());
};

const typesPath = (parts: Parts) => partName(parts, typesName);
const declared = (parts: Parts, name: "PartName" | "Extension", value: string) => {
  const xml = partText(parts, typesPath(parts));
  const key = (text: string) => (name === "PartName" ? partKey(text) : text.toLowerCase());
  return childrenOf(xml, rootOf(xml)).find((each) => key(attribute(tagOf(xml, each), name) ?? "") === key(value));
};
const declare = (parts: Parts, name: "PartName" | "Extension", value: string, type: string) => {
  if (declared(parts, name, value) !== undefined) return;
  const xml = partText(parts, typesPath(parts));
  const tag = `<${name === "PartName" ? "Override" : "Default"} ${name}="${escaped(value)}" ContentType="${type}"/>`;
  putText(parts, typesPath(parts), appended(xml, rootOf(xml), prefixed(tag, rootOf(xml).prefix)));
};
/** What kind of part stands at a path. */
export const declarePart = (parts: Parts, path: string, type: string): void => declare(parts, "PartName", `/${path}`, type);
export const declareExtension = (parts: Parts, extension: string, type: string): void => declare(parts, "Extension", extension, type);
const undeclare = (parts: Parts, path: string) => {
  const known = declared(parts, "PartName", `/${path}`);
  if (known !== undefined) putText(parts, typesPath(parts), without(partText(parts, typesPath(parts)), known));
};
/** The content type of a part, in lower case. */
export const kindOf = (parts: Parts, path: string): string => typeOf(contentTypes(parts), path);
