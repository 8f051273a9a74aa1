import {attributeOf, decoded, elementsIn, textIn, treeOf, type XmlElement} from "../package/xml.ts";
import {unescaped} from "../container/xml.ts";

/** What a part says: texts to be screened, and names of people that programs write by themselves (who made, saved, commented), which are only counted. */
export type PartTexts = {readonly texts: readonly string[]; readonly names: readonly string[]};

/** Elements whose runs read as one text, and those whose paragraphs do. */
const runs = new Set(["p", "si", "is", "text", "comment", "threadedComment", "definedName"]);
const paragraphs = new Set(["txBody", "rich", "textbox", "annotation", "text-box", "custom-shape"]);
/** Elements and attributes in which programs keep who worked on a file. */
const namedElements = new Set(["creator", "lastModifiedBy", "Manager", "author", "initial-creator", "printed-by"]);
const namedAttributes = new Set(["userName", "displayName"]);
/** Attributes that hold words somebody wrote; in parts that belong to nobody's standard any may. */
const wordy =
  /^(?:name|title|descr|alt|tooltip|display|caption|comment|description|help|statusBar|customMenu|prompt|promptTitle|error|errorTitle|text|altText|altTextSummary|totalsRowLabel|headerRowCellValue|connection|command|user|label)$/;
const standard = /^(?:http:\/\/(?:schemas\.(?:openxmlformats\.org|microsoft\.com)|purl\.(?:org|oclc\.org))\/|urn:(?:schemas-microsoft-com|oasis):|$)/;
/** Kept values of pivot tables and links stand in attributes of one letter. */
const keptValue = ({name, attributes}: XmlElement) => (name === "s" ? attributes.filter((each) => each.name === "v") : []);

const isProgram =
  /^(?:unknown|openpyxl|xlsxwriter|exceljs|sheetjs|apache poi|phpspreadsheet|microsoft office user|windows user|administrator|user|kim-.*|kim nrw|tc=\{.*)$/i;
/** Names as they are counted: each once, without those of programs. */
export const namesIn = (found: readonly string[]): ReadonlySet<string> =>
  new Set(found.map((name) => name.trim()).filter((name) => name !== "" && !isProgram.test(name)));

/** Numbers, instants, keys and web addresses say nothing about anybody; whole numbers of six digits and more may. */
const saysNothing = (text: string) =>
  /^[-+]?(?:\d{0,5}|\d*[.,]\d+(?:e[-+]?\d+)?)$/i.test(text) ||
  /^\d{4}-\d\d-\d\dT[\d:.Z+-]+$/.test(text) ||
  /^\{?[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\}?$/i.test(text) ||
  /^https?:\/\//i.test(text);
const said = (texts: readonly string[]) => texts.map((text) => text.trim()).filter((text) => text.length > 2 && !saysNothing(text));

const withoutPhonetic = (element: XmlElement): string =>
  element.children.map((each) => (typeof each === "string" ? each : each.name === "rPh" ? " " : withoutPhonetic(each))).join("");
const phoneticIn = (element: XmlElement): string[] => elementsIn(element).flatMap((each) => (each.name === "rPh" ? [textIn(each)] : phoneticIn(each)));
const wordsIn = (element: XmlElement): string[] => {
  const {name, ns, attributes, children} = element;
  const own = (standard.test(ns) ? attributes.filter((each) => wordy.test(each.name)) : attributes).concat(keptValue(element)).map(({value}) => value);
  if (runs.has(name)) return [...own, withoutPhonetic(element), ...phoneticIn(element), ...elementsIn(element).flatMap(attributesIn)];
  const inner = elementsIn(element).filter((each) => !namedElements.has(each.name));
  if (paragraphs.has(name)) return [...own, inner.map(textIn).join(" "), ...inner.flatMap(attributesIn)];
  return [...own, children.filter((each) => typeof each === "string").join(" "), ...inner.flatMap(wordsIn)];
};
const attributesIn = (element: XmlElement): string[] => [
  ...element.attributes.filter((each) => wordy.test(each.name)).map(({value}) => value),
  ...elementsIn(element).flatMap(attributesIn),
];
const peopleIn = (element: XmlElement): string[] => [
  ...(namedElements.has(element.name) ? [textIn(element)] : []),
  ...element.attributes.filter(({name}) => namedAttributes.has(name) && element.name !== "table").map(({value}) => value),
  ...elementsIn(element).flatMap(peopleIn),
];
/** Texts of an element and all that is in it. */
export const textsIn = (element: XmlElement): PartTexts => ({texts: said(wordsIn(element)), names: peopleIn(element)});

/** Tags taken out of what is no well-formed XML; old drawings often are not. */
const withoutTags = (xml: string): string[] => [
  ...xml.replace(/<!\[CDATA\[(.*?)\]\]>/gs, "$1").split(/<[^<>]*>/),
  ...[...xml.matchAll(/\s(?:title|descr|alt|name)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g)].map(([, double, single]) => double ?? single ?? ""),
];
/** The root of a part; null where it is no well-formed XML. */
export const rootOrNull = (bytes: Uint8Array): XmlElement | null => {
  try {
    return treeOf(bytes);
  } catch {
    return null;
  }
};
/** Texts of a part of any kind, XML or not. */
export const textsOfPart = (bytes: Uint8Array): PartTexts => {
  const root = rootOrNull(bytes);
  if (root !== null) return textsIn(root);
  const text = decoded(bytes);
  return {texts: said((text.includes("<") ? withoutTags(text) : text.split(/[\r\n]+/)).map(unescaped)), names: []};
};
/** An old vector drawing: what its boxes say, without the places and switches beside. */
export const textsOfOldDrawing = (bytes: Uint8Array): PartTexts => {
  const root = rootOrNull(bytes);
  if (root === null) return textsOfPart(bytes);
  const boxes = (element: XmlElement): string[] =>
    element.name === "textbox"
      ? [textIn(element)]
      : [...element.attributes.filter(({name}) => name === "alt" || name === "title").map(({value}) => value), ...elementsIn(element).flatMap(boxes)];
  return {texts: said(boxes(root)), names: []};
};
/** Attribute without prefix, empty where there is none. */
export const attributeText = (element: XmlElement, name: string): string => attributeOf(element, name) ?? "";
