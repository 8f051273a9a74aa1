import {attribute} from "../container/xml.ts";

const decoder = new TextDecoder();
const encoder = new TextEncoder();
const [opens, closes] = ["<table:table ", "</table:table>"] as const;

/** A table that is never read keeps its name and what is written beside its cells: comments and text boxes are screened. */
const emptied = (table: string): string => {
  const noted = table.match(/<(office:annotation|draw:text-box)\b.*?<\/\1>/gs) ?? [];
  const row = noted.length === 0 ? "" : `<table:table-row><table:table-cell>${noted.join("")}</table:table-cell></table:table-row>`;
  return `${table.slice(0, table.indexOf(">") + 1)}${row}${closes}`;
};
/** The content of an .ods without the cells of sheets that are never read: of our form, those that check it, three quarters of all text. */
const slim = (xml: string, skipped: (title: string) => boolean): string => {
  const pieces: string[] = [];
  let done = 0;
  for (let start = xml.indexOf(opens); start >= 0; start = xml.indexOf(opens, done)) {
    const end = xml.indexOf(closes, start);
    // A table within a table: not ours, left as it is.
    if (end < 0 || xml.lastIndexOf(opens, end) !== start) return xml;
    const title = attribute(xml.slice(start, xml.indexOf(">", start)), "table:name") ?? "";
    const next = end + closes.length;
    pieces.push(xml.slice(done, start), skipped(title) ? emptied(xml.slice(start, next)) : xml.slice(start, next));
    done = next;
  }
  return pieces.join("") + xml.slice(done);
};

export const slimOds = (parts: ReadonlyMap<string, Uint8Array>, skipped: (title: string) => boolean): Map<string, Uint8Array> =>
  new Map([...parts].map(([name, data]) => [name, name === "content.xml" ? encoder.encode(slim(decoder.decode(data), skipped)) : data]));
