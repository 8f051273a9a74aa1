import {documentName} from "../../../pipelines/read/package/opc.ts";
import {decoded} from "../../../pipelines/read/package/xml.ts";
import {declarePart, type Parts, partText, putRelation, putText, relationsOf, removeRelations} from "./package.ts";
import {attribute, childrenOf, type Element, escaped, insertedInOrder, prefixed, rootOf, tagOf, unescaped, withAttribute, without, withTag} from "./xml.ts";

/** A sheet of a package: its title, its place in the order of sheets, its part; charts and dialogs that fill a sheet have none for us. */
export type SheetPart = {readonly title: string; readonly path: string; readonly index: number};

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const worksheetKind = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";

/** The workbook part. @throws Error `missing part: workbook`, or `invalid part` for the strict dialect, which we do not change */
export const workbookPath = (parts: Parts): string => {
  const path = documentName(parts);
  const bytes = path === undefined ? undefined : parts.get(path);
  if (path === undefined || bytes === undefined) throw new Error("missing part: workbook");
  if (!partText(parts, path).includes(main) || decoded(bytes).includes("http://purl.oclc.org/ooxml/spreadsheetml"))
    throw new Error("invalid part: strict workbook");
  return path;
};

const children = (xml: string, name: string): Element[] => {
  const parent = childrenOf(xml, rootOf(xml)).find((each) => each.name === name);
  return parent === undefined ? [] : childrenOf(xml, parent);
};
/** Every child of one element, its start tag changed or (`null`) the child dropped. */
const changed = (xml: string, name: string, change: (tag: string, index: number) => string | null): string =>
  children(xml, name).reduceRight((text, child, i) => {
    const tag = change(tagOf(text, child), i);
    return tag === null ? without(text, child) : withTag(text, child, tag);
  }, xml);

export const sheetsOf = (parts: Parts): SheetPart[] => {
  const path = workbookPath(parts);
  const targets = new Map(
    relationsOf(parts, path)
      .filter(({type}) => type === "worksheet")
      .map(({id, target}) => [id, target]),
  );
  const xml = partText(parts, path);
  return children(xml, "sheets").map((each, index) => {
    const tag = tagOf(xml, each);
    return {title: attribute(tag, "name") ?? "", path: targets.get(unescaped(/\sr:id="([^"]*)"/.exec(tag)?.[1] ?? "")) ?? "", index};
  });
};

/** Names that belong to a sheet know it by its place, so they move along; those of a replaced sheet go. */
const shiftNames = (xml: string, change: (sheet: number) => number | null): string =>
  changed(xml, "definedNames", (tag) => {
    const own = attribute(tag, "localSheetId");
    const place = own === undefined ? undefined : change(Number(own));
    return place === undefined ? tag : place === null ? null : withAttribute(tag, "localSheetId", String(place));
  });
const shiftViews = (xml: string): string =>
  changed(xml, "bookViews", (tag) => withAttribute(withAttribute(tag, "activeTab", String(Number(attribute(tag, "activeTab") ?? 0) + 1)), "firstSheet", null));

const workbookOrder = ["fileVersion", "fileSharing", "workbookPr", "AlternateContent", "revisionPtr", "workbookProtection", "bookViews", "sheets"];
const inserted = (xml: string, title: string, relation: string): string => {
  const numbers = children(xml, "sheets").map((each) => Number(attribute(tagOf(xml, each), "sheetId") ?? 0));
  const list = childrenOf(xml, rootOf(xml)).find(({name}) => name === "sheets")!;
  const tag = `<sheet name="${escaped(title)}" sheetId="${Math.max(0, ...numbers) + 1}" r:id="${relation}" xmlns:r="${office}"/>`;
  const at = list.inner[0];
  const shifted = shiftNames(xml.slice(0, at) + prefixed(tag, list.prefix) + xml.slice(at), (sheet) => sheet + 1);
  return children(shifted, "bookViews").length > 0
    ? shiftViews(shifted)
    : insertedInOrder(shifted, workbookOrder, "bookViews", '<bookViews><workbookView activeTab="1"/></bookViews>');
};

/** Puts a sheet of ours first, or in the place where an earlier one of this title stands. Which sheet is open stays. */
export const putSheet = (parts: Parts, title: string, path: string, sheet: string): SheetPart => {
  const workbook = workbookPath(parts);
  const known = sheetsOf(parts).find((each) => each.title === title);
  if (known !== undefined) {
    putText(parts, known.path, sheet);
    removeRelations(parts, known.path);
    putText(
      parts,
      workbook,
      shiftNames(partText(parts, workbook), (index) => (index === known.index ? null : index)),
    );
    return known;
  }
  putText(parts, path, sheet);
  declarePart(parts, path, worksheetKind);
  putRelation(parts, workbook, {id: "rIdKim", type: "worksheet", target: path});
  putText(parts, workbook, inserted(partText(parts, workbook), title, "rIdKim"));
  return {title, path, index: 0};
};

/** Opens the workbook at this sheet. */
export const activate = (parts: Parts, {index}: SheetPart): void => {
  const path = workbookPath(parts);
  putText(
    parts,
    path,
    changed(partText(parts, path), "bookViews", (tag) => withAttribute(withAttribute(tag, "activeTab", String(index)), "firstSheet", null)),
  );
};
/** Whether everything is calculated anew when a spreadsheet program opens the file. */
export const calculatesOnOpening = (parts: Parts): boolean => /<calcPr\b[^>]*\sfullCalcOnLoad="(?:1|true)"/.test(partText(parts, workbookPath(parts)));
/** Has everything calculated anew when a spreadsheet program opens the file. */
export const calculateOnOpening = (parts: Parts, on: boolean): void => {
  const path = workbookPath(parts);
  const xml = partText(parts, path);
  const known = childrenOf(xml, rootOf(xml)).find(({name}) => name === "calcPr");
  if (known !== undefined) putText(parts, path, withTag(xml, known, withAttribute(tagOf(xml, known), "fullCalcOnLoad", on ? "1" : null)));
  else if (on)
    putText(
      parts,
      path,
      insertedInOrder(xml, [...workbookOrder, "functionGroups", "externalReferences", "definedNames", "calcPr"], "calcPr", '<calcPr fullCalcOnLoad="1"/>'),
    );
};
/** Where an `xlsm` says that it is one; the file must keep its ending. */
export const isMacroBook = (kind: string): boolean => kind.includes("macroenabled");
