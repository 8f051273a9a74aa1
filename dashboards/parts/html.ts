/** Markup that is safe to print as it stands. */
export type Html = {readonly html: string};
type Value = Html | string | number | bigint | false | null | undefined | readonly Value[];

export const escaped = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
const printed = (value: Value): string => {
  if (value === false || value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(printed).join("");
  return typeof value === "object" ? (value as Html).html : escaped(String(value));
};

/** Everything put in is text and escaped, unless it is markup made the same way: free text of a return can never become markup. */
export const html = (parts: TemplateStringsArray, ...values: readonly Value[]): Html => ({html: parts.map((part, i) => part + printed(values[i])).join("")});
/** Markup made elsewhere (pictures). */
export const trusted = (markup: string): Html => ({html: markup});
/** The words without the markup. */
export const plain = (text: Html | string): string =>
  typeof text === "string"
    ? text
    : text.html
        .replace(/<[^>]+>/g, "")
        .replace(/&quot;/g, '"')
        .replace(/&lt;/g, "<")
        .replace(/&gt;/g, ">")
        .replace(/&amp;/g, "&");
