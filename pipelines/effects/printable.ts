/** Signs that move the cursor, hide text or turn its direction: controls, marks of format and direction, halves of pairs, line and paragraph separators. */
const unruly = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** Controls have pictures of their own (␛); what has none is shown by its number. */
const visible = (sign: string) => {
  const code = sign.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  return code === 0x7f ? "␡" : `<U+${code.toString(16).toUpperCase().padStart(4, "0")}>`;
};

/** Text for terminal, log and job states: what could act on the terminal is shown instead. Line breaks stay; names go through {@link oneLine} before they enter a text. */
export const printable = (text: string): string =>
  text.replaceAll("\r\n", "\n").replace(unruly, (sign) => (sign === "\n" || sign === "\t" ? sign : visible(sign)));

/** A name from outside within a line of ours: it cannot begin a line of its own. */
export const oneLine = (name: string): string => name.replace(unruly, visible);

/** The same for JSON, which stays what it is: signs are written by their number. Controls are written so already. */
export const printableJson = (json: string): string =>
  json.replace(unruly, (sign) =>
    sign === "\n" ? sign : [...Array(sign.length).keys()].map((i) => `\\u${sign.charCodeAt(i).toString(16).padStart(4, "0")}`).join(""),
  );
