import {attributeOf, chosen, transitional, treeOf, type XmlElement} from "./xml.ts";

/** The parts of a package by the name under which they lie in it. */
export type PackageParts = ReadonlyMap<string, Uint8Array>;
/** What a part points to. `type` is the last step of the relationship's type (`worksheet`, `comments`), the same in both dialects; `target` is the name of a part, or, if `external`, an address. */
export type PartRelation = {readonly id: string; readonly type: string; readonly target: string; readonly external: boolean};

const unescaped = (name: string): string => {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
};
/** Two names with one key name the same part: case does not count, nor whether a sign is percent-encoded. */
export const partKey = (name: string): string => unescaped(name).normalize("NFC").toLowerCase();

const keyed = new WeakMap<PackageParts, {readonly size: number; readonly names: ReadonlyMap<string, string>}>();
/** The name under which a part lies in the package; the name asked for where there is none. */
export const partName = (parts: PackageParts, name: string): string => {
  if (parts.has(name)) return name;
  const kept = keyed.get(parts);
  const index = kept?.size === parts.size ? kept : {size: parts.size, names: new Map([...parts.keys()].map((each) => [partKey(each), each]))};
  keyed.set(parts, index);
  const found = index.names.get(partKey(name));
  return found !== undefined && parts.has(found) ? found : name;
};

/** The part a relationship of another part leads to; names from the root begin with a slash. */
export const resolved = (source: string, target: string): string => {
  const path = target.replaceAll("\\", "/").replace(/[?#].*$/, "");
  const steps = path.startsWith("/") ? path.split("/") : [...source.split("/").slice(0, -1), ...path.split("/")];
  const way: string[] = [];
  for (const step of steps) {
    if (step === "..") way.pop();
    else if (step !== "." && step !== "") way.push(step);
  }
  return way.join("/");
};
/** Where the relationships of a part stand; those of the package itself belong to the part "". */
export const relationsName = (parts: PackageParts, source: string): string => partName(parts, source.replace(/([^/]*)$/, "_rels/$1.rels"));

const listOf = (parts: PackageParts, name: string): XmlElement[] => {
  const bytes = parts.get(partName(parts, name));
  return bytes === undefined ? [] : chosen(treeOf(bytes));
};
/** The relationships of a part, or with "" those of the package. @throws Error for what is not well-formed */
export const relationsOf = (parts: PackageParts, source: string): PartRelation[] =>
  listOf(parts, relationsName(parts, source))
    .filter(({name}) => name === "Relationship")
    .map((each) => {
      const external = attributeOf(each, "TargetMode")?.toLowerCase() === "external";
      const target = attributeOf(each, "Target") ?? "";
      return {
        id: attributeOf(each, "Id") ?? "",
        type:
          transitional(attributeOf(each, "Type") ?? "")
            .split("/")
            .at(-1) ?? "",
        target: external ? target : partName(parts, resolved(source, target)),
        external,
      };
    });

/** The content types a package declares: by part key, and by ending for all others. In lower case. */
export type ContentTypes = {readonly parts: ReadonlyMap<string, string>; readonly endings: ReadonlyMap<string, string>};
export const typesName = "[Content_Types].xml";
const entriesOf = (list: readonly XmlElement[], name: string, key: string): (readonly [string, string])[] =>
  list.filter((each) => each.name === name).map((each) => [attributeOf(each, key) ?? "", (attributeOf(each, "ContentType") ?? "").trim().toLowerCase()]);
/** @throws Error for what is not well-formed */
export const contentTypes = (parts: PackageParts): ContentTypes => {
  const list = listOf(parts, typesName);
  return {
    parts: new Map(entriesOf(list, "Override", "PartName").map(([name, type]) => [partKey(name.replace(/^\//, "")), type])),
    endings: new Map(entriesOf(list, "Default", "Extension").map(([ending, type]) => [ending.toLowerCase(), type])),
  };
};
/** The content type of a part, in lower case; empty where none is declared. */
export const typeOf = ({parts, endings}: ContentTypes, name: string): string =>
  parts.get(partKey(name)) ?? endings.get(/\.([^./]*)$/.exec(name)?.[1]?.toLowerCase() ?? "") ?? "";

/** The workbook part: where the package says its document is. Undefined in a package that says nothing of the kind. */
export const documentName = (parts: PackageParts): string | undefined =>
  relationsOf(parts, "").find(({type, external}) => type === "officeDocument" && !external)?.target;
