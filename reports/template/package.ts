import {strFromU8, strToU8, unzipSync} from "fflate";
import {archive, pack, type Packed} from "../annotate/parts/archive.ts";
import type {CellContent} from "./computed.ts";

/** A cell of a blank form: its style, its text (if fixed) and its formula. */
type BlankCell = {readonly style: string; readonly formula: string | null; readonly xml: string};
type BlankRow = {readonly open: string; readonly cells: ReadonlyMap<string, BlankCell>; readonly xml: string};
type BlankSheet = {readonly path: string; readonly head: string; readonly rows: ReadonlyMap<number, BlankRow>; readonly tail: string};
/** A workbook taken apart once, so that it can be filled many times. */
export type BlankPackage = {
  readonly parts: Readonly<Record<string, Uint8Array>>;
  /** The same parts packed: those that no return changes are never packed again. */
  readonly packed: ReadonlyMap<string, Packed>;
  readonly sheets: ReadonlyMap<string, BlankSheet>;
  readonly strings: string;
  readonly stringCount: number;
};
/** New contents by sheet and address; `null` empties a cell. Formulas keep their formula and get a cached result. */
export type Contents = ReadonlyMap<string, ReadonlyMap<string, CellContent | null>>;

const escapes: Readonly<Record<string, string>> = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"};
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => escapes[sign]!);
const unescaped = (text: string) =>
  text
    .replace(/&apos;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&");

const cellPattern = /<c r="([A-Z]+\d+)"(?: s="(\d+)")?[^>]*?(?:\/>|>(?:<f>(.*?)<\/f>)?.*?<\/c>)/g;
const rowPattern = /(<row r="(\d+)"[^>]*?)(?:\/>|>(.*?)<\/row>)/gs;
const blankRow = ([xml, open, , inner = ""]: RegExpMatchArray): BlankRow => ({
  open: open!.replace(/ spans="[^"]*"/, ""),
  xml: xml!,
  cells: new Map([...inner.matchAll(cellPattern)].map(([cell, address, style = "", formula]) => [address!, {style, formula: formula ?? null, xml: cell}])),
});
const blankSheet = (path: string, xml: string): BlankSheet => {
  const [head, rest] = xml.split(/<sheetData>|<sheetData\/>/) as [string, string];
  const [data, tail] = rest.split("</sheetData>") as [string, string];
  return {path, head, tail, rows: new Map([...data.matchAll(rowPattern)].map((match) => [Number(match[2]), blankRow(match)]))};
};

/** The default font decides how wide a column is; the library fixes it to Calibri, which not every system has. */
const plainFont = (xml: string) => xml.replace('<scheme val="minor"/><sz val="11"/><name val="Calibri"/>', '<sz val="10"/><name val="Arial"/>');
/** The library writes print areas as `$A1:$Q86`, which other programs do not take. */
const absolute = (xml: string) => xml.replace(/!\$([A-Z]+)(\d+):\$([A-Z]+)(\d+)</g, "!$$$1$$$2:$$$3$$$4<");

/** Takes a workbook apart: sheets by name, their cells, the shared strings. */
export const openPackage = (bytes: Uint8Array): BlankPackage => {
  const parts: Record<string, Uint8Array> = unzipSync(bytes);
  const text = (path: string) => strFromU8(parts[path]!);
  const targets = new Map(
    [...text("xl/_rels/workbook.xml.rels").matchAll(/<Relationship [^>]*>/g)].map(([tag]) => [
      / Id="([^"]+)"/.exec(tag)![1]!,
      / Target="([^"]+)"/.exec(tag)![1]!,
    ]),
  );
  const sheets = [...text("xl/workbook.xml").matchAll(/<sheet [^>]*name="([^"]+)"[^>]*r:id="([^"]+)"/g)].map(([, name, id]) => {
    const path = `xl/${targets.get(id!)!}`;
    return [unescaped(name!), blankSheet(path, text(path))] as const;
  });
  parts["xl/styles.xml"] = strToU8(plainFont(text("xl/styles.xml")));
  parts["xl/workbook.xml"] = strToU8(absolute(text("xl/workbook.xml")));
  const strings = text("xl/sharedStrings.xml");
  const packed = new Map(pack(new Map(Object.entries(parts))).map((file) => [file.path, file]));
  return {parts, packed, sheets: new Map(sheets), strings, stringCount: Number(/uniqueCount="(\d+)"/.exec(strings)![1])};
};

/** Texts not yet in the workbook, numbered after those that are. */
class NewStrings {
  readonly numbers = new Map<string, number>();
  readonly first: number;
  constructor(first: number) {
    this.first = first;
  }
  numberOf(text: string): number {
    const known = this.numbers.get(text) ?? this.first + this.numbers.size;
    this.numbers.set(text, known);
    return known;
  }
}

const cellXml = (address: string, {style, formula}: Pick<BlankCell, "style" | "formula">, content: CellContent | null, strings: NewStrings): string => {
  const attributes = `r="${address}"${style === "" ? "" : ` s="${style}"`}`;
  if (formula !== null)
    return typeof content === "number"
      ? `<c ${attributes}><f>${formula}</f><v>${content}</v></c>`
      : `<c ${attributes} t="str"><f>${formula}</f><v>${escaped(content ?? "")}</v></c>`;
  if (content === null || content === "") return `<c ${attributes}/>`;
  return typeof content === "number" ? `<c ${attributes}><v>${content}</v></c>` : `<c ${attributes} t="s"><v>${strings.numberOf(content)}</v></c>`;
};
const columnNumber = (address: string) => [...address.replace(/\d+/, "")].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

const rowXml = (
  number: number,
  row: BlankRow | undefined,
  contents: ReadonlyMap<string, CellContent | null>,
  height: number | undefined,
  strings: NewStrings,
): string => {
  const cells = new Map([...(row?.cells ?? [])].map(([address, cell]) => [address, cell.xml]));
  for (const [address, content] of contents) cells.set(address, cellXml(address, row?.cells.get(address) ?? {style: "", formula: null}, content, strings));
  const inOrder = [...cells].toSorted(([a], [b]) => columnNumber(a) - columnNumber(b));
  return `${row?.open ?? `<row r="${number}"`}${height === undefined ? "" : ` ht="${height}"`}>${inOrder.map(([, xml]) => xml).join("")}</row>`;
};
const sheetXml = (
  sheet: BlankSheet,
  contents: ReadonlyMap<string, CellContent | null>,
  heights: ReadonlyMap<number, number> | undefined,
  strings: NewStrings,
): string => {
  const byRow = Map.groupBy(contents, ([address]) => Number(/\d+/.exec(address)![0]));
  const numbers = [...new Set([...sheet.rows.keys(), ...byRow.keys()])].toSorted((a, b) => a - b);
  const rows = numbers.map((number) =>
    byRow.has(number) ? rowXml(number, sheet.rows.get(number), new Map(byRow.get(number)), heights?.get(number), strings) : sheet.rows.get(number)!.xml,
  );
  return `${sheet.head}<sheetData>${rows.join("")}</sheetData>${sheet.tail}`;
};
const stringsXml = ({strings, stringCount}: BlankPackage, {numbers}: NewStrings) =>
  strings
    .replace(/ count="\d+" uniqueCount="\d+"/, ` count="${stringCount + numbers.size}" uniqueCount="${stringCount + numbers.size}"`)
    // A function: in a replacement that is a text, a `$&` that somebody wrote would be taken for a command.
    .replace("</sst>", () => `${[...numbers.keys()].map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join("")}</sst>`);

/** Heights in points by sheet and row. */
export type RowHeights = ReadonlyMap<string, ReadonlyMap<number, number>>;
/** Parts that are written or changed beyond cells, by path; `change` gets the part's text. */
export type PartChange = {readonly path: string; readonly change: (text: string) => string};

/**
 * The workbook with these contents. The same contents give the same bytes: no clock, fixed order, fixed compression.
 * @throws Error `unknown sheet: NAME`
 */
export const fillPackage = (blank: BlankPackage, contents: Contents, heights: RowHeights, changes: readonly PartChange[]): Uint8Array => {
  const strings = new NewStrings(blank.stringCount);
  const changed = new Map<string, Uint8Array>();
  for (const [name, cells] of contents) {
    const sheet = blank.sheets.get(name);
    if (sheet === undefined) throw new Error(`unknown sheet: ${name}`);
    changed.set(sheet.path, strToU8(sheetXml(sheet, cells, heights.get(name), strings)));
  }
  changed.set("xl/sharedStrings.xml", strToU8(stringsXml(blank, strings)));
  for (const {path, change} of changes) {
    const part = changed.get(path) ?? blank.parts[path];
    changed.set(path, strToU8(change(part === undefined ? "" : strFromU8(part))));
  }
  const anew = new Map(pack(changed).map((file) => [file.path, file]));
  const known = [...blank.packed.values()].map((file) => anew.get(file.path) ?? file);
  return archive([...known, ...[...anew.values()].filter(({path}) => !blank.packed.has(path))]);
};
