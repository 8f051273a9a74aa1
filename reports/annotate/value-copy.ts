import {strToU8} from "fflate";
import type {Sheet, SheetCell} from "../../schemas/flow.ts";
import {forms} from "../../schemas/layouts/forms.ts";
import type {Table} from "../../schemas/layouts/layout.ts";
import {rowsOf, widthOf} from "../template/columns.ts";
import type {Parts} from "./parts/package.ts";
import {cellEscaped, escaped} from "./parts/xml.ts";

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packaged = "http://schemas.openxmlformats.org/package/2006";
const kind = (name: string) => `application/vnd.openxmlformats-officedocument.spreadsheetml.${name}+xml`;

const line = (side: string) => `<${side} style="thin"><color rgb="FFBFC5CC"/></${side}>`;
/** Numbers of the cell formats below. */
const styles = {plain: 0, date: 1, header: 2, cell: 3, cellDate: 4} as const;
const stylesXml =
  `${declaration}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd.mm.yyyy"/></numFmts>` +
  '<fonts count="2"><font><sz val="10"/><name val="Arial"/><family val="2"/></font><font><b/><sz val="9"/><name val="Arial"/><family val="2"/></font></fonts>' +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFD5DCE4"/></patternFill></fill></fills>' +
  `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${["left", "right", "top", "bottom"].map(line).join("")}<diagonal/></border></borders>` +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5">' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="0" fontId="1" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" applyBorder="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1"/>' +
  '</cellXfs><cellStyles count="1"><cellStyle name="Standard" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

const columnNumber = (letters: string) => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
const placeOf = (address: string) => ({row: Number(/\d+$/.exec(address)![0]), column: columnNumber(/^[A-Z]+/.exec(address)![0])});

/** Days since 30 December 1899. */
const dayNumber = (iso: string) => Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) / 86_400_000 + 25_569;
const errors = new Set(["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"]);
const textXml = (text: string) => ({attributes: ' t="inlineStr"', inner: `<is><t xml:space="preserve">${cellEscaped(text)}</t></is>`});
/** What a cell showed is what the copy shows: a key with its zero in front stays a text. */
const contentOf = ({typed, text}: SheetCell): {attributes: string; inner: string} => {
  if ("number" in typed) return /^0\d/.test(text) || !Number.isFinite(typed.number) ? textXml(text) : {attributes: "", inner: `<v>${typed.number}</v>`};
  if ("date" in typed) return {attributes: "", inner: `<v>${dayNumber(typed.date)}</v>`};
  if ("boolean" in typed) return {attributes: ' t="b"', inner: `<v>${typed.boolean ? 1 : 0}</v>`};
  if ("error" in typed && errors.has(typed.error)) return {attributes: ' t="e"', inner: `<v>${typed.error}</v>`};
  return text === "" ? {attributes: "", inner: ""} : textXml("text" in typed ? typed.text : text);
};

/** Header and data cells of the form's tables, where a sheet has its title. */
const looksOf = (tables: readonly Table[]): ReadonlyMap<string, number> =>
  new Map(
    tables.flatMap((table) =>
      table.columns.flatMap((column) => {
        const [first, last] = rowsOf(table, column);
        return [
          [`${column.letter}${table.headerRow}`, styles.header] as const,
          ...Array.from({length: last - first + 1}, (_, i) => [`${column.letter}${first + i}`, styles.cell] as const),
        ];
      }),
    ),
  );
const widthsOf = (tables: readonly Table[]): string => {
  const widths = new Map<number, number>();
  for (const table of tables)
    for (const column of table.columns) widths.set(columnNumber(column.letter), Math.max(widths.get(columnNumber(column.letter)) ?? 0, widthOf(table, column)));
  const cols = [...widths]
    .toSorted(([a], [b]) => a - b)
    .map(([column, width]) => `<col min="${column}" max="${column}" width="${width}" customWidth="1"/>`)
    .join("");
  return cols === "" ? "" : `<cols>${cols}</cols>`;
};

const blank: SheetCell = {text: "", typed: {empty: true}};
const cellXml = (address: string, cell: SheetCell, look: number | undefined): string => {
  const {attributes, inner} = contentOf(cell);
  const isDate = "date" in cell.typed;
  const style = look === styles.header ? look : look === undefined ? (isDate ? styles.date : styles.plain) : isDate ? styles.cellDate : styles.cell;
  return `<c r="${address}" s="${style}"${attributes}>${inner}</c>`;
};
const sheetXml = ({title, cells, merged, hiddenRows}: Sheet): string => {
  const tables = forms.at(-1)!.tables.filter(({sheet}) => sheet === title);
  const looks = looksOf(tables);
  const byRow = Map.groupBy(new Set([...cells.keys(), ...looks.keys()]), (address) => placeOf(address).row);
  const rows = [...byRow]
    .toSorted(([a], [b]) => a - b)
    .map(
      ([row, addresses]) =>
        `<row r="${row}"${addresses.some((address) => looks.get(address) === styles.header) ? ' ht="52" customHeight="1"' : ""}${hiddenRows.includes(row) ? ' hidden="1"' : ""}>${addresses
          .toSorted((a, b) => placeOf(a).column - placeOf(b).column)
          .map((address) => cellXml(address, cells.get(address) ?? blank, looks.get(address)))
          .join("")}</row>`,
    );
  const areas = merged.length === 0 ? "" : `<mergeCells count="${merged.length}">${merged.map((area) => `<mergeCell ref="${area}"/>`).join("")}</mergeCells>`;
  return (
    `${declaration}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0" showGridLines="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/>${widthsOf(tables)}<sheetData>${rows.join("")}</sheetData>${areas}` +
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>'
  );
};

/** A title that a workbook of this format may have. */
const titled = (title: string) => title.replace(/[[\]:*?/\\]/g, "_").slice(0, 31);
/** A workbook with the values of these sheets at the same addresses: no formulas, no formats but those of the form's tables. */
export const valueCopy = (sheets: readonly Sheet[]): Parts => {
  const paths = sheets.map((_, i) => `worksheets/sheet${i + 1}.xml`);
  const texts: readonly (readonly [string, string])[] = [
    [
      "[Content_Types].xml",
      `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
        `<Override PartName="/xl/workbook.xml" ContentType="${kind("sheet.main")}"/><Override PartName="/xl/styles.xml" ContentType="${kind("styles")}"/>` +
        `${paths.map((path) => `<Override PartName="/xl/${path}" ContentType="${kind("worksheet")}"/>`).join("")}</Types>`,
    ],
    [
      "_rels/.rels",
      `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      "xl/workbook.xml",
      `<workbook xmlns="${main}" xmlns:r="${office}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${sheets.map(({title, hidden}, i) => `<sheet name="${escaped(titled(title))}" sheetId="${i + 1}"${hidden ? ' state="hidden"' : ""} r:id="rId${i + 1}"/>`).join("")}</sheets></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      `<Relationships xmlns="${packaged}/relationships">${paths.map((path, i) => `<Relationship Id="rId${i + 1}" Type="${office}/worksheet" Target="${path}"/>`).join("")}<Relationship Id="rIdStyles" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    ],
    ["xl/styles.xml", stylesXml.slice(declaration.length)],
  ];
  return new Map([
    ...texts.map(([path, text]) => [path, strToU8(declaration + text)] as const),
    ...sheets.map((sheet, i) => [`xl/${paths[i]}`, strToU8(sheetXml(sheet))] as const),
  ]);
};
