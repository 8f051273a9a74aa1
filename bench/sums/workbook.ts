import {strFromU8, unzipSync} from "fflate";

/** What a cell of a workbook holds: a number in hundredths, or text. Read by nothing of ours. */
export type Held = bigint | string;
/** A workbook: its cells by sheet title and address. */
export type Opened = ReadonlyMap<string, ReadonlyMap<string, Held>>;

const entities: Readonly<Record<string, string>> = {amp: "&", lt: "<", gt: ">", quot: '"', apos: "'"};
const plain = (xml: string) =>
  xml
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll(/&(\w+);/g, (all, name: string) => entities[name] ?? all)
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
const attribute = (tag: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];

const sheetPaths = (parts: Readonly<Record<string, Uint8Array>>): [title: string, path: string][] => {
  const targets = new Map(
    [...strFromU8(parts["xl/_rels/workbook.xml.rels"]!).matchAll(/<Relationship\b[^>]*>/g)].map(([tag]) => [attribute(tag, "Id"), attribute(tag, "Target")]),
  );
  return [...strFromU8(parts["xl/workbook.xml"]!).matchAll(/<sheet\b[^>]*>/g)].map(([tag]) => [
    plain(attribute(tag, "name")!),
    `xl/${targets.get(attribute(tag, "r:id"))!.replace(/^\/xl\//, "")}`,
  ]);
};
const sharedTexts = (parts: Readonly<Record<string, Uint8Array>>): string[] =>
  parts["xl/sharedStrings.xml"] === undefined
    ? []
    : [...strFromU8(parts["xl/sharedStrings.xml"]).matchAll(/<si>([\s\S]*?)<\/si>/g)].map(([, xml]) => plain(xml!));

/** Sheets are small and their numbers short: hundredths of a double are exact here. */
const hundredths = (text: string) => BigInt(Math.round(Number(text) * 100));
const held = (tag: string, inner: string, shared: readonly string[]): Held | null => {
  const value = /<v>([^<]*)<\/v>/.exec(inner)?.[1];
  const type = attribute(tag, "t");
  if (type === "inlineStr") return plain(/<is>([\s\S]*?)<\/is>/.exec(inner)?.[1] ?? "");
  if (value === undefined) return null;
  if (type === "s") return shared[Number(value)]!;
  return type === undefined || type === "n" ? hundredths(value) : plain(value);
};
const cellsOf = (xml: string, shared: readonly string[]): Map<string, Held> =>
  new Map(
    [...xml.matchAll(/<c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)].flatMap(([, tag, inner = ""]) => {
      const value = held(tag!, inner, shared);
      return value === null || value === "" ? [] : [[attribute(tag!, "r")!, value] as const];
    }),
  );

/** Takes a workbook apart by hand: zip, relations, shared texts, cells. */
export const takeApart = (bytes: Uint8Array): Opened => {
  const parts = unzipSync(bytes);
  const shared = sharedTexts(parts);
  return new Map(sheetPaths(parts).map(([title, path]) => [title, cellsOf(strFromU8(parts[path]!), shared)]));
};
