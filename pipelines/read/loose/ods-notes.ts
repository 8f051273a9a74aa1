import type {LooseText} from "../../../schemas/flow.ts";
import {decoded} from "../package/xml.ts";
import {attribute, unescaped} from "../container/xml.ts";

const partText = (parts: ReadonlyMap<string, Uint8Array>, name: string) => decoded(parts.get(name) ?? new Uint8Array());
const paragraphsIn = (xml: string) =>
  [...xml.matchAll(/<text:p\b[^>]*>(.*?)<\/text:p>/gs)].map(([, inner]) => unescaped(inner!.replace(/<[^>]*>/g, ""))).join(" ");
/** Who wrote a comment, and when, is not read. */
const written = (xml: string) => paragraphsIn(xml.replace(/<(dc:creator|dc:date|meta:creator-initials)\b[^>]*>.*?<\/\1>/gs, ""));

/** Comments and text boxes of an .ods by sheet, headers and footers for the file. */
export const notesInOds = (parts: ReadonlyMap<string, Uint8Array>): LooseText[] => {
  const tables = partText(parts, "content.xml").matchAll(/<table:table\b([^>]*)>(.*?)<\/table:table>/gs);
  const notes = [...tables].flatMap(([, tag, body]) =>
    [...body!.matchAll(/<(office:annotation|draw:text-box)\b.*?<\/\1>/gs)].map(([note]) => ({
      at: {sheet: attribute(tag!, "table:name") ?? ""},
      text: written(note),
    })),
  );
  const pages = [...partText(parts, "styles.xml").matchAll(/<style:(header|footer)(?:-left|-first)?\b.*?<\/style:\1(?:-left|-first)?>/gs)];
  return [...notes, ...pages.map(([page]) => ({at: {file: true} as const, text: written(page)}))].filter(({text}) => text !== "");
};
