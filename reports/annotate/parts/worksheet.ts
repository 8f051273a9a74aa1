import {attribute, childrenOf, escaped, insertedInOrder, rootOf, tagOf, unescaped, withAttribute, without, withTag} from "./xml.ts";

const order = [
  "sheetPr",
  "dimension",
  "sheetViews",
  "sheetFormatPr",
  "cols",
  "sheetData",
  "sheetCalcPr",
  "sheetProtection",
  "protectedRanges",
  "scenarios",
  "autoFilter",
  "sortState",
  "dataConsolidate",
  "customSheetViews",
  "mergeCells",
  "phoneticPr",
  "conditionalFormatting",
  "dataValidations",
  "hyperlinks",
  "printOptions",
  "pageMargins",
  "pageSetup",
  "headerFooter",
  "rowBreaks",
  "colBreaks",
  "customProperties",
  "cellWatches",
  "ignoredErrors",
  "smartTags",
  "drawing",
  "legacyDrawing",
];
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** Marked cells: always true, and recognisable after any program has saved the file. */
const sign = "KIM-Prüfung";
const condition = `N("${sign}")=0`;
export type Mark = {readonly cells: readonly string[]; readonly format: number};

/**
 * Marks cells by a conditional format: their own formats, locks and contents stay as they are, and the marks can be taken off again,
 * also after the sender has saved the file.
 */
export const withMarks = (xml: string, marks: readonly Mark[]): string => {
  const highest = Math.max(0, ...[...xml.matchAll(/\spriority="(\d+)"/g)].map(([, number]) => Number(number)));
  return marks.reduce(
    (text, {cells, format}, i) =>
      insertedInOrder(
        text,
        order,
        "conditionalFormatting",
        `<conditionalFormatting sqref="${cells.join(" ")}"><cfRule type="expression" dxfId="${format}" priority="${highest + i + 1}"><formula>${escaped(condition)}</formula></cfRule></conditionalFormatting>`,
      ),
    xml,
  );
};
/** Takes off all marks of ours, and leaves the sender's own conditional formats in the same cells. */
export const withoutMarks = (xml: string): string => {
  if (!xml.includes(sign)) return xml;
  const ours = ({start, end}: {start: number; end: number}, text: string) => unescaped(text.slice(start, end)).includes(condition);
  return childrenOf(xml, rootOf(xml))
    .filter((each) => each.name === "conditionalFormatting" && ours(each, xml))
    .reduceRight((text, format) => {
      const rules = childrenOf(text, format);
      const mine = rules.filter((rule) => ours(rule, text));
      return mine.length === rules.length ? without(text, format) : mine.reduceRight(without, text);
    }, xml);
};

/** Relation of the drawing that shows the comments. */
export const noteDrawing = (xml: string): string | undefined => {
  const drawing = childrenOf(xml, rootOf(xml)).find(({name}) => name === "legacyDrawing");
  return drawing === undefined ? undefined : attribute(tagOf(xml, drawing), "id");
};
export const withNoteDrawing = (xml: string, id: string): string =>
  insertedInOrder(xml, order, "legacyDrawing", `<legacyDrawing r:id="${id}" xmlns:r="${office}"/>`);
export const withoutNoteDrawing = (xml: string): string => {
  const drawing = childrenOf(xml, rootOf(xml)).find(({name}) => name === "legacyDrawing");
  return drawing === undefined ? xml : without(xml, drawing);
};

/** Whether a sheet is among those that are selected; the start of the part is enough to see it. */
export const isSelected = (start: string): boolean => /<(?:\w+:)?sheetView\s[^>]*tabSelected="(?:1|true)"/.test(start);
/** Two selected sheets would be typed into at once. */
export const unselected = (xml: string): string => {
  const views = childrenOf(xml, rootOf(xml)).find(({name}) => name === "sheetViews");
  return views === undefined
    ? xml
    : childrenOf(xml, views).reduceRight((text, view) => withTag(text, view, withAttribute(tagOf(text, view), "tabSelected", null)), xml);
};

/** Widths of columns and heights of rows in pixels, for placing comments beside their cells. */
export type Measures = {readonly width: (column: number) => number; readonly height: (row: number) => number};
const pixels = (characters: number) => Math.round(characters * 7 + 5);
export const measuresOf = (xml: string): Measures => {
  const children = childrenOf(xml, rootOf(xml));
  const format = children.find(({name}) => name === "sheetFormatPr");
  const usual = format === undefined ? "" : tagOf(xml, format);
  const cols = children.find(({name}) => name === "cols");
  const widths = (cols === undefined ? [] : childrenOf(xml, cols))
    .map((each) => tagOf(xml, each))
    .map((tag) => ({
      min: Number(attribute(tag, "min")),
      max: Number(attribute(tag, "max")),
      width: /\shidden="(1|true)"/.test(tag) ? 0 : pixels(Number(attribute(tag, "width") ?? 9)),
    }));
  const heights = new Map(
    [...xml.matchAll(/<(?:\w+:)?row\s[^>]*?\br="(\d+)"[^>]*>/g)].map(([tag, row]) => [Number(row), Number(attribute(tag, "ht") ?? Number.NaN)]),
  );
  const high = Number(attribute(usual, "defaultRowHeight") ?? 15);
  const wide = pixels(Number(attribute(usual, "defaultColWidth") ?? 9));
  return {
    width: (column) => widths.find(({min, max}) => min <= column && column <= max)?.width ?? wide,
    height: (row) => Math.round(((heights.get(row) || high) * 4) / 3),
  };
};
