import {appended, childrenOf, type Element, insertedInOrder, prefixed, rootOf, tagOf, withAttribute, withTag} from "./xml.ts";

const order = ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles", "colors", "extLst"];
/** The collections of a stylesheet that we add to. */
export type Collection = "numFmts" | "fonts" | "fills" | "borders" | "cellXfs" | "dxfs";

const collectionOf = (xml: string, name: Collection): Element | undefined => childrenOf(xml, rootOf(xml)).find((each) => each.name === name);
const counted = (xml: string, name: Collection): string => {
  const list = collectionOf(xml, name)!;
  return withTag(xml, list, withAttribute(tagOf(xml, list), "count", String(childrenOf(xml, list).length)));
};

/** A stylesheet that grows at the ends of its collections only, so that no format of the sender changes its number. */
export class Stylesheet {
  xml: string;
  constructor(xml: string) { this.xml = xml; }

  /** Number of a format, added unless it is there already: annotating twice adds nothing the second time. */
  number(name: Collection, text: string): number {
    if (collectionOf(this.xml, name) === undefined) this.xml = insertedInOrder(this.xml, order, name, `<${name} count="0"></${name}>`);
    const item = prefixed(text, rootOf(this.xml).prefix);
    const list = collectionOf(this.xml, name)!;
    const items = childrenOf(this.xml, list);
    const known = items.findIndex(({start, end}) => this.xml.slice(start, end) === item);
    if (known >= 0) return known;
    this.xml = counted(appended(this.xml, list, item), name);
    return items.length;
  }
}
