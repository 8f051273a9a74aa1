import type {Sheet} from "../../../schemas/flow.ts";
import {partText, type SheetPart} from "../container/sheet-parts.ts";
import {attribute, unescaped} from "../container/xml.ts";
import {type Hidden, skipped, type Workbook} from "../sheets.ts";
import {leanSheet, type Shared} from "./lean-sheet.ts";
import {sharedStrings} from "./shared-strings.ts";
import {formatsOf} from "./styles.ts";

type Parts = ReadonlyMap<string, Uint8Array>;

/** Custom document properties by name. */
const propertiesOf = (xml: string): Record<string, string> =>
  Object.fromEntries(
    [...xml.matchAll(/<property\s([^>]*)>\s*<vt:\w+>([^<]*)<\/vt:\w+>/g)].map(([, tag, value]) => [attribute(` ${tag}`, "name") ?? "", unescaped(value!)]),
  );

const is1904 = (workbook: string) => /^(?:1|true)$/.test(attribute(/<workbookPr\b[^>]*>/.exec(workbook)?.[0] ?? "", "date1904") ?? "");
/** Prefixed or strict markup is rare and read by the library. */
const isUsual = (workbook: string) => workbook.includes("<workbook ") && workbook.includes("http://schemas.openxmlformats.org/spreadsheetml/2006/main");

/**
 * Reads an .xlsx as Excel, LibreOffice and this house write it, in a third of the library's time; null for anything else, which the library then reads.
 * That both see the same cells is proved on every workbook at hand.
 */
export const leanWorkbook = (parts: Parts, sheets: readonly SheetPart[], hidden: Hidden): Workbook | null => {
  const workbook = partText(parts, "xl/workbook.xml");
  if (!isUsual(workbook)) return null;
  const date1904 = is1904(workbook);
  const formats = formatsOf(partText(parts, "xl/styles.xml"));
  if (formats === null) return null;
  const shared: Shared = {strings: sharedStrings(partText(parts, "xl/sharedStrings.xml")), formats, date1904};
  const read: Sheet[] = [];
  for (const {title, xml} of sheets.filter((each) => !skipped(each.title))) {
    const sheet = leanSheet(xml, shared);
    if (sheet === null) return null;
    read.push({title, hidden: hidden.get(title)?.sheet === true, hiddenRows: hidden.get(title)?.rows ?? [], ...sheet});
  }
  return {sheets: read, date1904, properties: propertiesOf(partText(parts, "docProps/custom.xml"))};
};
