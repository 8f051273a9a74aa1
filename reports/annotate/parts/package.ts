import {strToU8} from "fflate";
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
/** @throws Error `missing part: PATH` */
export const partText = (parts: Parts, path: string): string => {
  const bytes = parts.get(path);
  if (bytes === undefined) throw new Error(`missing part: ${path}`);
  return decoder.decode(bytes);
};
export const putText = (parts: Parts, path: string, text: string): void => {
  parts.set(path, strToU8(text));
};

const relationsPath = (path: string) => path.replace(/([^/]*)$/, "_rels/$1.rels");
const resolved = (path: string, target: string): string => {
  const steps = target.startsWith("/") ? target.slice(1).split("/") : [...path.split("/").slice(0, -1), ...target.split("/")];
  const way: string[] = [];
  for (const step of steps) {
    if (step === "..") way.pop();
    else if (step !== "." && step !== "") way.push(step);
  }
  return way.join("/");
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
const relationsText = (parts: Parts, path: string) => (parts.has(relationsPath(path)) ? partText(parts, relationsPath(path)) : blankRelations);

/** What a part points to inside the package; targets as paths. The root has the path "". */
export const relationsOf = (parts: Parts, path: string): Relation[] => {
  const xml = relationsText(parts, path);
  return childrenOf(xml, rootOf(xml))
    .map((each) => tagOf(xml, each))
    .filter((tag) => attribute(tag, "TargetMode") !== "External")
    .map((tag) => ({
      id: attribute(tag, "Id") ?? "",
      type: (attribute(tag, "Type") ?? "").split("/").at(-1)!,
      target: resolved(path, attribute(tag, "Target") ?? ""),
    }));
};
const officeTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
/** Adds the relation or points the one with this id somewhere else. */
export const putRelation = (parts: Parts, path: string, {id, type, target}: Relation): void => {
  const xml = relationsText(parts, path);
  const known = childrenOf(xml, rootOf(xml)).find((each) => attribute(tagOf(xml, each), "Id") === id);
  const tag = `<Relationship Id="${escaped(id)}" Type="${officeTypes}${type}" Target="${escaped(relative(path, target))}"/>`;
  putText(
    parts,
    relationsPath(path),
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
  if (childrenOf(rest, rootOf(rest)).length === 0) parts.delete(relationsPath(path));
  else putText(parts, relationsPath(path), rest);
  parts.delete(target);
  parts.delete(relationsPath(target));
  undeclare(parts, target);
};
export const removeRelations = (parts: Parts, path: string): void => {
  parts.delete(relationsPath(path));
};
/** Pictures and the like that a copied part still points to. */
export const copyRelations = (parts: Parts, from: string, to: string): void => {
  const bytes = parts.get(relationsPath(from));
  if (bytes !== undefined) parts.set(relationsPath(to), bytes.slice());
};

const typesPath = "[Content_Types].xml";
const declared = (parts: Parts, name: string, value: string) => {
  const xml = partText(parts, typesPath);
  return childrenOf(xml, rootOf(xml)).find((each) => attribute(tagOf(xml, each), name)?.toLowerCase() === value.toLowerCase());
};
const declare = (parts: Parts, name: "PartName" | "Extension", value: string, type: string) => {
  if (declared(parts, name, value) !== undefined) return;
  const xml = partText(parts, typesPath);
  const tag = `<${name === "PartName" ? "Override" : "Default"} ${name}="${escaped(value)}" ContentType="${type}"/>`;
  putText(parts, typesPath, appended(xml, rootOf(xml), prefixed(tag, rootOf(xml).prefix)));
};
/** What kind of part stands at a path. */
export const declarePart = (parts: Parts, path: string, type: string): void => declare(parts, "PartName", `/${path}`, type);
export const declareExtension = (parts: Parts, extension: string, type: string): void => declare(parts, "Extension", extension, type);
const undeclare = (parts: Parts, path: string) => {
  const known = declared(parts, "PartName", `/${path}`);
  if (known !== undefined) putText(parts, typesPath, without(partText(parts, typesPath), known));
};
/** The declared kind of a part, if it has one of its own. */
export const kindOf = (parts: Parts, path: string): string | undefined => {
  const known = declared(parts, "PartName", `/${path}`);
  return known === undefined ? undefined : attribute(tagOf(partText(parts, typesPath), known), "ContentType");
};
