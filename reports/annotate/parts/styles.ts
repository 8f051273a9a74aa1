import {appended, childrenOf, type Element, insertedInOrder, prefixed, rootOf, tagOf, withAttribute, withTag} from "./xml.ts";

const order = ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles", "colors", "extLst"];
/** The collections of a stylesheet that we add to. */
export type Collection = "numFmts" | "fonts" | "fills" | "borders" | "cellXfs" | "dxfs";

type Listed = {readonly texts: string[]; readonly known: number};

/** A stylesheet that grows at the ends of its collections only, so that no format of the sender changes its number. */
export class Stylesheet {
  readonly #xml: string;
  readonly #prefix: string;
  readonly #lists = new Map<Collection, Listed>();
  constructor(xml: string) {
    this.#xml = xml;
    this.#prefix = rootOf(xml).prefix;
  }

  #list(name: Collection): Listed {
    const element = collectionOf(this.#xml, name);
    const texts = element === undefined ? [] : childrenOf(this.#xml, element).map(({start, end}) => this.#xml.slice(start, end));
    const list = this.#lists.get(name) ?? {texts, known: texts.length};
    this.#lists.set(name, list);
    return list;
  }
  /** Number of a format, added unless it is there already: annotating twice adds nothing the second time. */
  number(name: Collection, text: string): number {
    const {texts} = this.#lists.get(name) ?? this.#list(name);
    const item = prefixed(text, this.#prefix);
    const known = texts.indexOf(item);
    return known >= 0 ? known : texts.push(item) - 1;
  }
  /** The part as it is now. */
  get xml(): string {
    return [...this.#lists]
      .filter(([, {texts, known}]) => texts.length > known)
      .reduce((xml, [name, {texts, known}]) => grown(xml, name, texts.slice(known).join(""), texts.length), this.#xml);
  }
}
const collectionOf = (xml: string, name: Collection): Element | undefined => childrenOf(xml, rootOf(xml)).find((each) => each.name === name);
const grown = (before: string, name: Collection, added: string, count: number): string => {
  const xml = collectionOf(before, name) === undefined ? insertedInOrder(before, order, name, `<${name}></${name}>`) : before;
  const longer = appended(xml, collectionOf(xml, name)!, added);
  const list = collectionOf(longer, name)!;
  return withTag(longer, list, withAttribute(tagOf(longer, list), "count", String(count)));
};
