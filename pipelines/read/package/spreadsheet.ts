import {refuse} from "../container/refused.ts";
import {documentName, type PackageParts, type PartRelation, relationsOf} from "./opc.ts";
import {plainSheet, plainText} from "./plain.ts";
import {attributeOf, childrenNamed, elementsIn, spaces, textIn, treeOf, type XmlElement} from "./xml.ts";

/** A sheet of an .xlsx as the workbook part lists it, with the text of its own part in the plain form; empty for charts and dialogs that fill a sheet. `usual`: see plainSheet. */
export type SheetPart = {readonly title: string; readonly hidden: boolean; readonly path: string; readonly xml: string; readonly usual: boolean};
/** A workbook, resolved as the standard says: by relationships and namespaces, never by the names of parts or prefixes. */
export type Spreadsheet = {
  readonly parts: PackageParts;
  /** Name and root of the workbook part. */
  readonly path: string;
  readonly workbook: XmlElement;
  readonly sheets: readonly SheetPart[];
  readonly date1904: boolean;
  /** In the plain form, empty where there is none. */
  readonly strings: string;
  readonly styles: string;
  readonly properties: Readonly<Record<string, string>>;
};

const isTrue = (value: string | undefined) => value === "1" || value === "true";
const listed = (workbook: XmlElement, list: string, name: string) => childrenNamed(workbook, list).flatMap((each) => childrenNamed(each, name));

/** A sheet is read once, when it is asked for: those that nobody reads are large. */
const sheetOf = (parts: PackageParts, targets: ReadonlyMap<string, PartRelation>, element: XmlElement): SheetPart => {
  const relation = targets.get(attributeOf(element, "id", spaces.relations) ?? "");
  const bytes = relation?.external === false ? parts.get(relation.target) : undefined;
  if (relation === undefined || bytes === undefined) return refuse("beschädigt");
  const isWorksheet = relation.type === "worksheet";
  let read: ReturnType<typeof plainSheet> | undefined;
  const once = () => {
    read ??= isWorksheet ? plainSheet(bytes) : {xml: "", usual: true};
    return read;
  };
  return {
    title: attributeOf(element, "name") ?? "",
    hidden: /^(?:hidden|veryHidden)$/.test(attributeOf(element, "state") ?? ""),
    path: relation.target,
    get xml() {
      return once().xml;
    },
    get usual() {
      return once().usual;
    },
  };
};
/** Custom document properties by name. */
const propertiesOf = (parts: PackageParts): Record<string, string> => {
  const path = relationsOf(parts, "").find(({type}) => type === "custom-properties")?.target;
  const bytes = path === undefined ? undefined : parts.get(path);
  return bytes === undefined ? {} : Object.fromEntries(elementsIn(treeOf(bytes)).map((each) => [attributeOf(each, "name") ?? "", textIn(each).trim()]));
};

/** @throws Refused, or Error for what is not well-formed */
export const spreadsheetOf = (parts: PackageParts): Spreadsheet => {
  const path = documentName(parts);
  const bytes = path === undefined ? undefined : parts.get(path);
  if (path === undefined || bytes === undefined) return refuse("beschädigt");
  const workbook = treeOf(bytes);
  const relations = relationsOf(parts, path);
  const targets = new Map(relations.map((each) => [each.id, each]));
  const text = (type: string) => {
    const part = parts.get(relations.find((each) => each.type === type && !each.external)?.target ?? "");
    return part === undefined ? "" : plainText(part);
  };
  return {
    parts,
    path,
    workbook,
    sheets: listed(workbook, "sheets", "sheet").map((each) => sheetOf(parts, targets, each)),
    date1904: childrenNamed(workbook, "workbookPr").some((each) => isTrue(attributeOf(each, "date1904"))),
    strings: text("sharedStrings"),
    styles: text("styles"),
    properties: propertiesOf(parts),
  };
};

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => ({"&": "&amp;", "<": "&lt;", ">": "&gt;"})[sign] ?? "&quot;");
const kind = (name: string) => `application/vnd.openxmlformats-officedocument.spreadsheetml.${name}+xml`;
const packaged = "http://schemas.openxmlformats.org/package/2006";
const relation = (id: string, type: string, target: string) => `<Relationship Id="${id}" Type="${spaces.relations}/${type}" Target="${target}"/>`;
const encoder = new TextEncoder();

/** The same workbook under the names and in the dialect that the workbook library knows: cells, formats and strings, nothing else. */
export const standardPackage = ({sheets, date1904, strings, styles}: Spreadsheet, texts: readonly string[]): Map<string, Uint8Array> => {
  const paths = sheets.map((_, i) => `worksheets/sheet${i + 1}.xml`);
  const parts: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind("sheet.main")}"/><Override PartName="/xl/styles.xml" ContentType="${kind("styles")}"/><Override PartName="/xl/sharedStrings.xml" ContentType="${kind("sharedStrings")}"/>${paths.map((path) => `<Override PartName="/xl/${path}" ContentType="${kind("worksheet")}"/>`).join("")}</Types>`,
    "_rels/.rels": `<Relationships xmlns="${packaged}/relationships">${relation("rId1", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${spaces.main}" xmlns:r="${spaces.relations}"><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets>${sheets.map(({title, hidden}, i) => `<sheet name="${escaped(title)}" sheetId="${i + 1}" state="${hidden ? "hidden" : "visible"}" r:id="rId${i + 1}"/>`).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${packaged}/relationships">${paths.map((path, i) => relation(`rId${i + 1}`, "worksheet", path)).join("")}${relation("rIdStyles", "styles", "styles.xml")}${relation("rIdStrings", "sharedStrings", "sharedStrings.xml")}</Relationships>`,
    ...(styles === "" ? {} : {"xl/styles.xml": styles}),
    ...(strings === "" ? {} : {"xl/sharedStrings.xml": strings}),
    ...Object.fromEntries(
      paths.map((path, i) => [
        `xl/${path}`,
        texts[i] === "" || texts[i] === undefined ? `<worksheet xmlns="${spaces.main}"><sheetData/></worksheet>` : texts[i],
      ]),
    ),
  };
  if (sheets.length === 0) return refuse("beschädigt");
  return new Map(Object.entries(parts).map(([name, text]) => [name, encoder.encode(text)]));
};
