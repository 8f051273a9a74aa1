import type {Remark} from "../../../schemas/flow.ts";
import {instead, refuse} from "./refused.ts";
import type {Parts} from "./unpack.ts";

const decoder = new TextDecoder();
const textOf = ({parts}: Parts, name: string) => decoder.decode(parts.get(name) ?? new Uint8Array());

const mainParts: readonly (readonly [RegExp, string])[] = [
  [/spreadsheetml\.(?:sheet|template)\.main\+xml/, "xlsx"],
  [/ms-excel\.(?:sheet|template|addin)\.macroenabled\.main\+xml/i, "xlsm"],
  [/ms-excel\.sheet\.binary/i, "xlsb"],
  [/wordprocessingml/, "docx"],
  [/presentationml/, "pptx"],
];
const officeFormat = (parts: Parts) => {
  const types = textOf(parts, "[Content_Types].xml");
  return mainParts.find(([type]) => type.test(types))?.[1] ?? "zip";
};
const openDocumentFormat = (parts: Parts) => {
  const declared = textOf(parts, "mimetype") + textOf(parts, "META-INF/manifest.xml");
  if (/manifest:encryption-data/.test(declared)) refuse("mit einem Kennwort verschlüsselt", instead.withoutPassword);
  return /opendocument\.spreadsheet/.test(declared) ? "ods" : "odf";
};

/** What a container holds: `xlsx`, `xlsm`, `xlsb`, `ods`, or another kind of document. @throws Refused if it is encrypted */
export const packageFormat = (parts: Parts): string =>
  parts.names.includes("META-INF/manifest.xml") ? openDocumentFormat(parts) : parts.names.includes("[Content_Types].xml") ? officeFormat(parts) : "zip";

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
  [/\/embeddings\/|\/activex\/|^object \d+$/i, "embedded-object", "eingebettete Objekte"],
  [/\/externallinks\/[^/]+\.xml$/i, "external-link", "Verknüpfungen zu anderen Dateien"],
];
/** What a workbook carries beside cells: noted once each, never run, never followed. */
export const carriedThings = (names: readonly string[]): Remark[] =>
  carried.filter(([name]) => names.some((each) => name.test(each))).map(([, kind, found]) => ({kind, at: file, found, expected: "nur Zellen"}));
