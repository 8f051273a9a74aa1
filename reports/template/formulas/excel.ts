/** Formulas as text, as they are stored in a file: English names, commas, nothing newer than COUNTIFS, no array entry. */

export const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const joined = (name: string, neutral: string, absorbing: string) => (conditions: readonly string[]) => {
  const left = [...new Set(conditions)].filter((each) => each !== neutral);
  return left.includes(absorbing) ? absorbing : left.length === 0 ? neutral : left.length === 1 ? left[0]! : `${name}(${left.join(",")})`;
};
export const all = joined("AND", "TRUE", "FALSE");
export const any = joined("OR", "FALSE", "TRUE");
export const not = (condition: string): string => (condition === "TRUE" ? "FALSE" : condition === "FALSE" ? "TRUE" : `NOT(${condition})`);
export const choice = (condition: string, yes: string, no: string): string =>
  condition === "TRUE" ? yes : condition === "FALSE" ? no : `IF(${condition},${yes},${no})`;
/** Whether a value is one of some texts. */
export const oneOf = (value: string, texts: readonly string[]): string => `ISNUMBER(MATCH(${value},{${texts.map(quoted).join(",")}},0))`;
/** A sheet name in front of an address; only names of our own, which need no escapes. */
export const onSheet = (sheet: string, address: string): string => (/^[A-Za-z_]+$/.test(sheet) ? `${sheet}!${address}` : `'${sheet}'!${address}`);

/** 1 for A, 27 for AA, and back. */
export const columnNumber = (letters: string): number => [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
export const columnLetters = (number: number): string =>
  number > 26 ? columnLetters(Math.floor((number - 1) / 26)) + columnLetters(((number - 1) % 26) + 1) : String.fromCharCode(64 + number);
