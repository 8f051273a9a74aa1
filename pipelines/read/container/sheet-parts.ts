import {attribute} from "./xml.ts";

/** A sheet of an .xlsx as the workbook part lists it, with the text of its own part. */
export type SheetPart = {readonly title: string; readonly hidden: boolean; readonly path: string; readonly xml: string};

const decoder = new TextDecoder();
/** Text of a part; empty if there is none. */
export const partText = (parts: ReadonlyMap<string, Uint8Array>, name: string) => decoder.decode(parts.get(name));

/** Targets of a part's relationships by id. */
export const relationships = (xml: string) =>
  new Map([...xml.matchAll(/<Relationship\b[^>]*>/g)].map(([tag]) => [attribute(tag, "Id"), attribute(tag, "Target")]));
const pathOf = (target: string | undefined) => (target === undefined ? "" : target.startsWith("/") ? target.slice(1) : `xl/${target}`);

/** The sheets of an .xlsx in their order. */
export const sheetParts = (parts: ReadonlyMap<string, Uint8Array>): SheetPart[] => {
  const targets = relationships(partText(parts, "xl/_rels/workbook.xml.rels"));
  return [...partText(parts, "xl/workbook.xml").matchAll(/<(?:\w+:)?sheet\b[^>]*>/g)].map(([tag]) => {
    const path = pathOf(targets.get(attribute(tag, "r:id")));
    return {title: attribute(tag, "name") ?? "", hidden: /^(?:hidden|veryHidden)$/.test(attribute(tag, "state") ?? ""), path, xml: partText(parts, path)};
  });
};
