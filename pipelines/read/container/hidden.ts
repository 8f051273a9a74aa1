import type {Hidden} from "../sheets.ts";
import {decoded} from "../package/xml.ts";
import type {SheetPart} from "../package/spreadsheet.ts";
import {attribute} from "./xml.ts";

const hiddenRowsOf = (xml: string) =>
  !xml.includes(' hidden="')
    ? []
    : [...xml.matchAll(/<row\b[^>]*\shidden="(?:1|true)"[^>]*>/g)].map(([tag]) => Number(attribute(tag, "r"))).filter((row) => row > 0);

/** Hidden sheets and rows of an .xlsx: the library tells rows only together with every style, at three times the cost. */
export const hiddenInXlsx = (sheets: readonly SheetPart[]): Hidden =>
  new Map(sheets.map(({title, hidden, xml}) => [title, {sheet: hidden, rows: hiddenRowsOf(xml)}]));

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
  const xml = decoded(parts.get("content.xml") ?? new Uint8Array());
  const invisible = new Set(
    [...xml.matchAll(/<style:style\b([^>]*)>(?:(?!<\/style:style>).)*?table:display="false"/gs)].map(([, tag]) => attribute(tag!, "style:name")),
  );
  return new Map(
    [...xml.matchAll(/<table:table\b([^>]*)>(.*?)<\/table:table>/gs)].map(([, tag, body]) => [
      attribute(tag!, "table:name") ?? "",
      {sheet: invisible.has(attribute(tag!, "table:style-name")), rows: hiddenRowsOfTable(body!)},
    ]),
  );
};
