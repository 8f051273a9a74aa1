import type {Remark} from "../../../schemas/flow.ts";
import {contentTypes, documentName, partName, typeOf, typesName} from "../package/opc.ts";
import {decoded} from "../package/xml.ts";
import {instead, refuse} from "./refused.ts";
import type {Parts} from "./unpack.ts";

const textOf = ({parts}: Parts, name: string) => decoded(parts.get(name) ?? new Uint8Array());

const mainParts: readonly (readonly [RegExp, string])[] = [
  [/spreadsheetml\.(?:sheet|template)\.main\+xml/, "xlsx"],
  [/ms-excel\.(?:sheet|template|addin)\.macroenabled\.main\+xml/, "xlsm"],
  [/ms-excel\.sheet\.binary/, "xlsb"],
  [/wordprocessingml/, "docx"],
  [/presentationml/, "pptx"],
];
/** By the type of the part that the package says is its document; a package that does not say goes by what is in it. */
const officeFormat = ({parts}: Parts) => {
  const types = contentTypes(parts);
  const document = documentName(parts);
  const declared = document === undefined ? [...types.parts.values()] : [typeOf(types, document)];
  return mainParts.find(([type]) => declared.some((each) => type.test(each)))?.[1] ?? "zip";
};
const openDocumentFormat = (parts: Parts) => {
  const declared = textOf(parts, "mimetype") + textOf(parts, "META-INF/manifest.xml");
  if (/manifest:encryption-data/.test(declared)) refuse("mit einem Kennwort verschlüsselt", instead.withoutPassword);
  return /opendocument\.spreadsheet/.test(declared) ? "ods" : "odf";
};

/** What a container holds: `xlsx`, `xlsm`, `xlsb`, `ods`, or another kind of document. @throws Refused if it is encrypted */
export const packageFormat = (parts: Parts): string =>
  parts.names.includes("META-INF/manifest.xml") ? openDocumentFormat(parts) : parts.parts.has(partName(parts.parts, typesName)) ? officeFormat(parts) : "zip";

/** Why a container cannot be read as a workbook, in German. */
export const foreignPackages: Readonly<Record<string, string>> = {
  xlsb: "im Binärformat .xlsb gespeichert",
  docx: "ein Word-Dokument, keine Excel-Datei,",
  pptx: "eine Präsentation, keine Excel-Datei,",
  odf: "kein Tabellendokument",
  zip: "ein gepacktes Archiv, keine Excel-Datei,",
};

const file = {file: true} as const;
const carried: readonly (readonly [RegExp, Remark["kind"], string])[] = [
  [/(?:^|\/)vbaproject\.bin$|^basic\/|^scripts\//i, "macro", "Makros"],
  [/\/externallinks\/[^/]+\.xml$/i, "external-link", "Verknüpfungen zu anderen Dateien"],
];
/** Files inside the file, by what their place and ending say; their own names are free text and stand nowhere. */
const objects: readonly (readonly [RegExp, string])[] = [
  [/(?:^|\/)activex\//i, "ActiveX-Steuerelement"],
  [/\/embeddings\/.*\.doc[xm]?$/i, "Word-Dokument"],
  [/\/embeddings\/.*\.(?:xls[xmb]?|ods)$/i, "Arbeitsmappe"],
  [/\/embeddings\/.*\.ppt[xm]?$/i, "Präsentation"],
  [/\/embeddings\/.*\.pdf$/i, "PDF"],
  [/\/embeddings\/|^object \d+$|(?:^|\/)oleobject[^/]*\.bin$/i, "OLE-Objekt"],
  [/(?:^|\/)model\/item\.data$/i, "Datenmodell"],
  [/\.(?:bin|data?|ole|zip|7z|pdf|msg|doc[xm]?|xls[xmb]?|ppt[xm]?|od[tsp])$/i, "Anlage"],
];
/** What programs write for themselves: settings of printers, and macros, which are named as such. */
const ofPrograms = /(?:^|\/)(?:printersettings|vbaproject)[^/]*\.bin$/i;
const objectKind = (name: string): string | undefined => (ofPrograms.test(name) ? undefined : objects.find(([place]) => place.test(name))?.[1]);
/** Relationships by which a sheet reaches an object, whatever the part is called; one outside the file is a link. */
const relationship = /<(?:\w+:)?Relationship\b[^>]*>/g;
const reachesObject = /\bType\s*=\s*["'][^"']*\/(?:oleObject|package|control|activeXControlBinary)["']/;
const isReached = ({parts}: Parts): boolean =>
  [...parts].some(
    ([name, bytes]) =>
      /\.rels$/i.test(name) && [...decoded(bytes).matchAll(relationship)].some(([tag]) => reachesObject.test(tag) && !/["']External["']/.test(tag)),
  );
/** Nobody can look into these for people, so they are no note but keep the file out. */
const embedded = (container: Parts): Remark[] => {
  const named = new Set(container.names.flatMap((name) => objectKind(name) ?? []));
  const kinds = named.size === 0 && isReached(container) ? ["OLE-Objekt"] : [...named];
  return kinds.length === 0 ? [] : [{kind: "embedded-object", at: file, found: kinds.join(", "), expected: "nur Zellen"}];
};
/** What a workbook carries beside cells: noted once each, never run, never followed. */
export const carriedThings = (container: Parts): Remark[] => [
  ...carried.filter(([name]) => container.names.some((each) => name.test(each))).map(([, kind, found]) => ({kind, at: file, found, expected: "nur Zellen"})),
  ...embedded(container),
];
