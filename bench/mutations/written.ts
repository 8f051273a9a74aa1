import {strToU8, zipSync} from "fflate";
import type {Sheet, SheetCell} from "../../schemas/flow.ts";
import {type Book, placeOf} from "./book.ts";

const escaped = (text: string) => text.replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const serial = (date: string) => Math.round(Date.parse(`${date}T00:00:00Z`) / 86_400_000) + 25_569;

/** Styles: 0 plain, 1 a date, 2 shows nothing, 3 percent, 4 rounds to whole numbers. */
const styles = `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode=";;;"/></numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="9"/><xf numFmtId="1"/></cellXfs></styleSheet>`;
const styleOf = (text: string, number: number) =>
  text === "" ? 2 : text.endsWith("%") ? 3 : text === String(Math.round(number)) && !Number.isInteger(number) ? 4 : 0;
const cellXml = (address: string, {typed, text, formula}: SheetCell): string => {
  const f = formula === undefined ? "" : `<f>${escaped(formula)}</f>`;
  if ("number" in typed) return `<c r="${address}" s="${styleOf(text, typed.number)}">${f}<v>${typed.number}</v></c>`;
  if ("date" in typed) return `<c r="${address}" s="1">${f}<v>${serial(typed.date)}</v></c>`;
  if ("boolean" in typed) return `<c r="${address}" t="b">${f}<v>${typed.boolean ? 1 : 0}</v></c>`;
  if ("error" in typed) return `<c r="${address}" t="e">${f}<v>${escaped(typed.error)}</v></c>`;
  if ("empty" in typed) return f === "" ? "" : `<c r="${address}" t="str">${f}<v></v></c>`;
  return f === ""
    ? `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escaped(typed.text)}</t></is></c>`
    : `<c r="${address}" t="str">${f}<v>${escaped(typed.text)}</v></c>`;
};
const sheetXml = ({cells, merged, hiddenRows}: Sheet): string => {
  const rows = Map.groupBy(cells, ([address]) => placeOf(address)[1]);
  for (const row of hiddenRows) if (!rows.has(row)) rows.set(row, []);
  const data = [...rows]
    .toSorted(([a], [b]) => a - b)
    .map(([row, all]) => {
      const inOrder = all.toSorted(([a], [b]) => placeOf(a)[0] - placeOf(b)[0]);
      return `<row r="${row}"${hiddenRows.includes(row) ? ' hidden="1"' : ""}>${inOrder.map(([address, cell]) => cellXml(address, cell)).join("")}</row>`;
    });
  const areas = merged.length === 0 ? "" : `<mergeCells count="${merged.length}">${merged.map((range) => `<mergeCell ref="${range}"/>`).join("")}</mergeCells>`;
  return `${declaration}<worksheet xmlns="${main}"><sheetData>${data.join("")}</sheetData>${areas}</worksheet>`;
};

const relationship = (id: string, type: string, target: string) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
const relationships = (inner: string) =>
  `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
const custom = (properties: Book["properties"]) =>
  `${declaration}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">${Object.entries(
    properties,
  )
    .map(
      ([name, value], i) =>
        `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${i + 2}" name="${escaped(name)}"><vt:lpwstr>${escaped(value)}</vt:lpwstr></property>`,
    )
    .join("")}</Properties>`;
const contentTypes = (count: number) => {
  const base = "application/vnd.openxmlformats-officedocument";
  const part = (name: string, type: string) => `<Override PartName="/${name}" ContentType="${base}.${type}+xml"/>`;
  const sheets = Array.from({length: count}, (_, i) => part(`xl/worksheets/sheet${i + 1}.xml`, "spreadsheetml.worksheet"));
  return `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${part("xl/workbook.xml", "spreadsheetml.sheet.main")}${part("xl/styles.xml", "spreadsheetml.styles")}${part("docProps/custom.xml", "custom-properties")}${sheets.join("")}</Types>`;
};

/** A workbook as the bytes of an .xlsx with nothing in it but what a reader needs. */
export const written = ({sheets, properties}: Book): Uint8Array => {
  const listed = sheets.map(
    ({title, hidden}, i) => `<sheet name="${escaped(title)}" sheetId="${i + 1}"${hidden ? ' state="hidden"' : ""} r:id="rId${i + 1}"/>`,
  );
  const parts: Record<string, string> = {
    "[Content_Types].xml": contentTypes(sheets.length),
    "_rels/.rels": relationships(
      `${relationship("rId1", "officeDocument", "xl/workbook.xml")}${relationship("rId2", "custom-properties", "docProps/custom.xml")}`,
    ),
    "docProps/custom.xml": custom(properties),
    "xl/workbook.xml": `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${listed.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relationships(
      `${sheets.map((_, i) => relationship(`rId${i + 1}`, "worksheet", `worksheets/sheet${i + 1}.xml`)).join("")}${relationship(`rId${sheets.length + 1}`, "styles", "styles.xml")}`,
    ),
    "xl/styles.xml": `${declaration}${styles}`,
    ...Object.fromEntries(sheets.map((sheet, i) => [`xl/worksheets/sheet${i + 1}.xml`, sheetXml(sheet)])),
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])), {level: 0});
};
