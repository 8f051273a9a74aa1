import type {Hidden} from "../sheets.ts";

const decoder = new TextDecoder();
const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
const plain = (text: string) => text.replace(/&(?:amp|lt|gt|quot|apos|#(\d+));/g, (entity, code) => (code ? String.fromCodePoint(Number(code)) : {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": "\"", "&apos;": "'"}[entity] ?? entity));

const hiddenRowsOf = (xml: string) =>
  !xml.includes(" hidden=\"") ? [] : [...xml.matchAll(/<(?:\w+:)?row\b[^>]*\shidden="(?:1|true)"[^>]*>/g)].map(([tag]) => Number(attribute(tag, "r"))).filter((row) => row > 0);

/** Hidden rows of an .xlsx: the library tells them only together with every style, at three times the cost. */
export const hiddenInXlsx = (parts: ReadonlyMap<string, Uint8Array>): Hidden => {
  const text = (name: string) => decoder.decode(parts.get(name));
  const targets = new Map([...text("xl/_rels/workbook.xml.rels").matchAll(/<Relationship\b[^>]*>/g)].map(([tag]) => [attribute(tag, "Id"), attribute(tag, "Target")]));
  const pathOf = (id: string | undefined) => (targets.get(id) ?? "").replace(/^\/?(?:xl\/)?/, "xl/");
  return new Map([...text("xl/workbook.xml").matchAll(/<(?:\w+:)?sheet\b[^>]*>/g)].map(([tag]) =>
    [plain(attribute(tag, "name") ?? ""), {sheet: /^(?:hidden|veryHidden)$/.test(attribute(tag, "state") ?? ""), rows: hiddenRowsOf(text(pathOf(attribute(tag, "r:id"))))}]));
};

const hiddenRowsOfTable = (xml: string) => {
  const rows: number[] = [];
  let row = 1;
  for (const [tag] of xml.matchAll(/<table:table-row\b[^>]*>/g)) {
    const repeated = Number(attribute(tag, "table:number-rows-repeated") ?? 1);
    // A whole sheet's rest of hidden rows holds nothing; only rows that can hold data are named.
    if (/^(?:collapse|filter)$/.test(attribute(tag, "table:visibility") ?? "")) for (let i = 0; i < Math.min(repeated, 1000); i++) rows.push(row + i);
    row += repeated;
  }
  return rows;
};
/** Hidden sheets and rows of an .ods, of which the library says nothing. */
export const hiddenInOds = (parts: ReadonlyMap<string, Uint8Array>): Hidden => {
  const xml = decoder.decode(parts.get("content.xml"));
  const invisible = new Set([...xml.matchAll(/<style:style\b([^>]*)>(?:(?!<\/style:style>).)*?table:display="false"/gs)].map(([, tag]) => attribute(tag!, "style:name")));
  return new Map([...xml.matchAll(/<table:table\b([^>]*)>(.*?)<\/table:table>/gs)].map(([, tag, body]) =>
    [plain(attribute(tag!, "table:name") ?? ""), {sheet: invisible.has(attribute(tag!, "table:style-name")), rows: hiddenRowsOfTable(body!)}]));
};
