import {attribute} from "../container/xml.ts";
import {builtInFormat} from "../number-format.ts";

/** Number formats of the cell styles of an .xlsx by style index; null if one of them is not plain. */
export const formatsOf = (styles: string): readonly string[] | null => {
  const custom = new Map([...styles.matchAll(/<numFmt\s[^>]*>/g)].map(([tag]) => [attribute(tag, "numFmtId"), attribute(tag, "formatCode")]));
  const cellFormats = /<cellXfs\b.*?<\/cellXfs>/s.exec(styles)?.[0] ?? "";
  const formats = [...cellFormats.matchAll(/<xf\s[^>]*>/g)].map(([tag]) => {
    const id = attribute(tag, "numFmtId") ?? "0";
    const own = custom.get(id);
    // An empty format is none.
    return own === "" ? "General" : (own ?? builtInFormat(Number(id)));
  });
  return formats.every((format) => format !== undefined) ? formats : null;
};
