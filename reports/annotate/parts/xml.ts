/** An element in the text of a part, by its offsets: parts are changed by cutting and inserting, so that every byte we have no business with stays. */
export type Element = {
  readonly name: string;
  readonly prefix: string;
  readonly start: number;
  readonly end: number;
  readonly inner: readonly [number, number];
  readonly closed: boolean;
};

const token = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<!|<(\/?)([\w.-]+:)?([\w.-]+)(?:[^<>"']|"[^"]*"|'[^']*')*?(\/?)>/g;

/** Where the content of an element ends, found without looking into it; its beginning, if it holds another of its name. */
const endOfContent = (xml: string, name: string, from: number): number => {
  const end = xml.indexOf(`</${name}>`, from);
  return end < 0 || xml.slice(from, end).includes(`<${name}`) ? from : end;
};
/** The elements between two offsets that lie in no other. @throws Error `invalid part` */
const elementsIn = (xml: string, from: number, to: number): Element[] => {
  const found: Element[] = [];
  const open: {name: string; prefix: string; start: number; inner: number}[] = [];
  const pattern = new RegExp(token);
  pattern.lastIndex = from;
  for (let match = pattern.exec(xml); match !== null && match.index < to; match = pattern.exec(xml)) {
    const [text, slash, prefix = "", name, closed] = match;
    if (text === "<!") throw new Error("invalid part: declaration");
    if (name === undefined) continue;
    const end = match.index + text.length;
    if (slash === "" && closed === "") {
      open.push({name, prefix, start: match.index, inner: end});
      if (open.length === 1) pattern.lastIndex = endOfContent(xml, prefix + name, end);
      continue;
    }
    const {start, inner} = closed === "/" ? {start: match.index, inner: end} : (open.pop() ?? {start: -1, inner: 0});
    if (start < 0) break;
    if (open.length === 0) found.push({name, prefix, start, end, inner: [inner, closed === "/" ? end : match.index], closed: closed === "/"});
  }
  if (open.length > 0) throw new Error("invalid part: unclosed element");
  return found;
};

/** @throws Error `invalid part` */
export const rootOf = (xml: string): Element => {
  const root = elementsIn(xml, 0, xml.length)[0];
  if (root === undefined) throw new Error("invalid part: no element");
  return root;
};
export const childrenOf = (xml: string, {inner: [from, to]}: Element): Element[] => elementsIn(xml, from, to);

const escapes: Readonly<Record<string, string>> = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"};
// Characters that XML cannot hold would make the whole file unreadable.
export const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => escapes[sign]!).replace(/[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "\uFFFD");
/** A spreadsheet repairs a file with a longer cell. */
const longest = 32_767;
/** Text of a cell: a spreadsheet reads `_x0041_` in it as the letter A, and XML makes a plain line feed of a carriage return. */
export const cellEscaped = (text: string): string =>
  escaped((text.length > longest ? `${text.slice(0, longest - 1)}…` : text).replace(/_(?=x[\da-f]{4}_)/gi, "_x005F_")).replaceAll("\r", "_x000D_");
const named: Readonly<Record<string, string>> = {amp: "&", lt: "<", gt: ">", quot: '"', apos: "'"};
export const unescaped = (text: string): string =>
  text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (all, hex, number, name: string) =>
    hex || number ? String.fromCodePoint(Number.parseInt(hex ?? number, hex ? 16 : 10)) : (named[name] ?? all),
  );

/** Start tag of an element, as it stands. */
export const tagOf = (xml: string, {start, inner}: Element): string => xml.slice(start, inner[0]);
/** An attribute of a start tag; `id` also finds `r:id`. */
export const attribute = (tag: string, name: string): string | undefined => {
  const match = new RegExp(`\\s(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return match === null ? undefined : unescaped(match[1] ?? match[2] ?? "");
};
/** A start tag with an attribute set, or without it (`null`). */
export const withAttribute = (tag: string, name: string, value: string | null): string => {
  const bare = tag.replace(new RegExp(`\\s${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`), "");
  return value === null ? bare : bare.replace(/\s*(\/?)>$/, (_, slash: string) => ` ${name}="${escaped(value)}"${slash}>`);
};

export const replaced = (xml: string, from: number, to: number, text: string): string => xml.slice(0, from) + text + xml.slice(to);
export const without = (xml: string, {start, end}: Element): string => replaced(xml, start, end, "");
export const withTag = (xml: string, element: Element, tag: string): string => replaced(xml, element.start, element.inner[0], tag);
/** Text added at the end of an element's content. */
export const appended = (xml: string, element: Element, text: string): string =>
  element.closed
    ? replaced(xml, element.start, element.end, `${tagOf(xml, element).replace(/\s*\/>$/, ">")}${text}</${element.prefix}${element.name}>`)
    : replaced(xml, element.inner[1], element.inner[1], text);
/** Our own elements, in the prefix a part uses for the main namespace. */
export const prefixed = (text: string, prefix: string): string => (prefix === "" ? text : text.replace(/<(\/?)(?=[A-Za-z])/g, `<$1${prefix}`));

/** Adds a child where the schema wants it: behind the last sibling whose name comes before or at its place in `order`. */
export const insertedInOrder = (xml: string, order: readonly string[], name: string, text: string): string => {
  const root = rootOf(xml);
  const rank = order.indexOf(name);
  const before = childrenOf(xml, root)
    .filter((child) => order.includes(child.name) && order.indexOf(child.name) <= rank)
    .at(-1);
  const at = before?.end ?? root.inner[0];
  return replaced(xml, at, at, prefixed(text, root.prefix));
};
