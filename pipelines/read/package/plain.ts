import {decoded, parseXml, spaces, type XmlAttribute} from "./xml.ts";

/** Prefixes that the plain form uses; the namespaces of whole vocabularies have none. */
const prefixes: Readonly<Record<string, string>> = {
  [spaces.main]: "",
  "http://schemas.openxmlformats.org/package/2006/relationships": "",
  "http://schemas.openxmlformats.org/package/2006/content-types": "",
  [spaces.relations]: "r",
  [spaces.compatibility]: "mc",
  "http://www.w3.org/XML/1998/namespace": "xml",
  "urn:schemas-microsoft-com:vml": "v",
  "urn:schemas-microsoft-com:office:office": "o",
  "urn:schemas-microsoft-com:office:excel": "x",
  "urn:oasis:names:tc:opendocument:xmlns:office:1.0": "office",
  "urn:oasis:names:tc:opendocument:xmlns:table:1.0": "table",
  "urn:oasis:names:tc:opendocument:xmlns:text:1.0": "text",
  "urn:oasis:names:tc:opendocument:xmlns:style:1.0": "style",
  "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0": "draw",
  "urn:oasis:names:tc:opendocument:xmlns:meta:1.0": "meta",
  "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0": "number",
  "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0": "fo",
  "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0": "svg",
  "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0": "manifest",
  "http://purl.org/dc/elements/1.1/": "dc",
  "http://www.w3.org/1999/xlink": "xlink",
};

const declaration = /^(?:<\?xml [^<>]*\?>)?\s*/;
/** A tag that is not written `<name a="…" b="…">`, `<name/>` or `</name>`: comments, CDATA, instructions, single quotes, other blanks. */
const oddTag = /<(?!\/?[A-Za-z_][\w.:-]*(?: [\w.:-]+="[^"<]*")*\/?>)/;
/**
 * The same for the rows of a sheet, in which besides no element has a prefix, and each cell says where it is and holds no entities in its attributes.
 * Nearly all of a workbook lies there, so it is looked through once.
 */
const oddCell = /<(?!c r="[A-Z]{1,3}[1-9]\d{0,6}"(?: [a-z]+="[^"&<]*")*\/?>|(?!c[ >/])[A-Za-z]+(?: [A-Za-z][\w.:]*="[^"<]*")*\/?>|\/[A-Za-z]+>)/;
/** Every namespace declaration of a text, as `prefix=uri`; null where one is written with entities. */
const declarationsIn = (xml: string): (readonly [string, string])[] | null => {
  const found: (readonly [string, string])[] = [];
  const pattern = /xmlns(?::([\w.-]+))?="([^"]*)"/y;
  for (let at = xml.indexOf("xmlns"); at >= 0; at = xml.indexOf("xmlns", at + 5)) {
    pattern.lastIndex = at;
    const [, prefix = "", uri] = pattern.exec(xml) ?? [];
    if (uri === undefined || uri.includes("&")) return null;
    found.push([prefix, uri]);
  }
  return found;
};
/**
 * The plain form, which patterns may read: each tag written in one way (see `oddTag`), the vocabularies of spreadsheets without prefix,
 * declared once and in the root; other namespaces that are read only under the prefix of the table above; no alternatives to choose from.
 */
const isPlain = (xml: string, areTagsPlain = (body: string): boolean => !oddTag.test(body)): boolean => {
  const body = xml.slice(declaration.exec(xml)?.[0].length ?? 0);
  const declared = declarationsIn(body);
  if (declared === null || body.includes("AlternateContent")) return false;
  const rightly = declared.every(([prefix, uri]) =>
    Object.hasOwn(prefixes, uri) ? prefixes[uri] === prefix : prefix !== "" && !uri.includes("purl.oclc.org"),
  );
  const root = /^<[A-Za-z][\w.-]*(?: [^<>]*)?>/.exec(body)?.[0] ?? "";
  const defaults = declared.filter(([prefix]) => prefix === "").length;
  const expected = /^<[\w.-]+:/.test(root) ? 0 : 1;
  return rightly && defaults === expected && / xmlns="/.test(root) === (expected === 1) && areTagsPlain(body);
};

const signs: Readonly<Record<string, string>> = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"};
const escapedText = (text: string) => text.replace(/[&<>\r]/g, (sign) => signs[sign] ?? sign);
const escapedValue = (text: string) => text.replace(/[&<>"\n\r\t]/g, (sign) => signs[sign] ?? sign);

/** Puts a cell's or row's address in front, computed where the part leaves it out: cells follow one another. */
class Addresses {
  #row = 0;
  #column = 0;
  with(name: string, attributes: readonly XmlAttribute[]): readonly XmlAttribute[] {
    const own = attributes.find((each) => each.name === "r" && each.ns === "")?.value;
    if (name === "row") [this.#row, this.#column] = [own === undefined ? this.#row + 1 : Number(own), 0];
    else this.#column = own === undefined ? this.#column + 1 : numberOf(own);
    const value = name === "row" ? String(this.#row) : (own ?? `${lettersOf(this.#column)}${this.#row}`);
    return [{ns: "", name: "r", value}, ...attributes.filter((each) => each.name !== "r" || each.ns !== "")];
  }
}
const numberOf = (address: string) => [...address.replace(/\d+/, "")].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
const lettersOf = (column: number): string => (column <= 0 ? "" : lettersOf(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26)));

/** Writes what a parser reports in the plain form. Of alternatives the fallback is kept. */
class PlainWriter {
  readonly #out: string[] = [];
  readonly #open: string[] = [];
  readonly #declared = new Map<string, string>();
  readonly #addresses = new Addresses();
  #root = "";
  #blank = "";
  #leaf = false;
  #skipping = 0;
  readonly #hidden: boolean[] = [];

  #prefix(ns: string): string {
    const known = this.#declared.get(ns) ?? prefixes[ns] ?? `ns${this.#declared.size + 1}`;
    this.#declared.set(ns, known);
    return known === "" ? "" : `${known}:`;
  }
  #value({ns, name, value}: XmlAttribute, resolve: (prefix: string) => string): string {
    if (ns !== spaces.compatibility || name !== "Ignorable") return value;
    return value
      .split(/\s+/)
      .filter(Boolean)
      .map((each) => this.#prefix(resolve(each)).slice(0, -1))
      .filter(Boolean)
      .join(" ");
  }
  readonly open = (name: string, ns: string, attributes: readonly XmlAttribute[], resolve: (prefix: string) => string): void => {
    const alternative = ns === spaces.compatibility && ["AlternateContent", "Choice", "Fallback"].includes(name);
    this.#hidden.push(alternative);
    this.#blank = "";
    this.#leaf = true;
    if (this.#skipping > 0 || (alternative && name === "Choice")) this.#skipping += 1;
    if (this.#skipping > 0 || alternative) return;
    const addressed = ns === spaces.main && (name === "c" || name === "row") ? this.#addresses.with(name, attributes) : attributes;
    const full = (ns === "" ? "" : this.#prefix(ns)) + name;
    const written = addressed.map((each) => ` ${each.ns === "" ? "" : this.#prefix(each.ns)}${each.name}="${escapedValue(this.#value(each, resolve))}"`);
    this.#open.push(full);
    if (this.#root === "") this.#root = `<${full}${written.join("")}`;
    else this.#out.push(`<${full}${written.join("")}>`);
  };
  readonly text = (text: string): void => {
    if (this.#skipping > 0 || this.#open.length === 0) return;
    // Blanks between the elements of a spreadsheet are layout; in an element without children they are content.
    if (/^[ \t\r\n]*$/.test(text) && this.#open.at(-1)?.includes(":") === false) this.#blank += text;
    else {
      this.#out.push(escapedText(this.#blank + text));
      this.#blank = "";
    }
  };
  readonly close = (): void => {
    const alternative = this.#hidden.pop() === true;
    if (this.#skipping > 0) this.#skipping -= 1;
    else if (!alternative) {
      if (this.#leaf) this.#out.push(escapedText(this.#blank));
      this.#out.push(`</${this.#open.pop()}>`);
    }
    this.#blank = "";
    this.#leaf = false;
  };
  get xml(): string {
    const declared = [...this.#declared].filter(([, prefix]) => prefix !== "xml");
    const spacesText = declared.map(([uri, prefix]) => ` xmlns${prefix === "" ? "" : `:${prefix}`}="${escapedValue(uri)}"`).join("");
    return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${this.#root}${spacesText}>${this.#out.join("")}`;
  }
}

/** A text in the plain form, by way of the parser. @throws Error for what is not well-formed, Refused for document types */
const rewritten = (xml: string): string => {
  const writer = new PlainWriter();
  parseXml(xml, writer);
  return writer.xml;
};
const otherEncoding = /^(<\?xml[^>]*?\sencoding\s*=\s*)(?:"(?!utf-8")[^"]*"|'(?!utf-8')[^']*')/i;
/** The text of a part; its declaration names the encoding in which it will be written again. */
const decodedForUtf8 = (bytes: Uint8Array): string => decoded(bytes).replace(otherEncoding, '$1"UTF-8"');
/** The rows of a worksheet in the plain form, and the offsets where they begin and end; null where they are not found. */
const rowsOf = (xml: string): readonly [number, number] | null => {
  const [from, to] = [xml.indexOf("<sheetData>"), xml.lastIndexOf("</sheetData>")];
  return from < 0 || to < from || xml.includes("<sheetData", from + 1) ? null : [from, to];
};
/** A worksheet part in the plain form. `usual`: every cell is written in the one way that the lean reader knows. */
export const plainSheet = (bytes: Uint8Array): {readonly xml: string; readonly usual: boolean} => {
  const xml = decodedForUtf8(bytes);
  let usual = false;
  const plain = isPlain(xml, (body) => {
    const rows = rowsOf(body);
    usual = rows !== null && !oddCell.test(body.slice(...rows));
    return rows !== null && usual
      ? !oddTag.test(body.slice(0, rows[0])) && !oddTag.test(body.slice(rows[1]))
      : body.includes("<sheetData/>") && !oddTag.test(body);
  });
  if (plain) return {xml, usual};
  const written = rewritten(xml);
  const rows = rowsOf(written);
  return {xml: written, usual: rows !== null && !oddCell.test(written.slice(...rows))};
};
/** The text of a part in the plain form: as it is where it is written so already, else written anew. @throws Error for what is not well-formed, Refused */
export const plainText = (bytes: Uint8Array): string => {
  const xml = decodedForUtf8(bytes);
  return isPlain(xml) ? xml : rewritten(xml);
};
