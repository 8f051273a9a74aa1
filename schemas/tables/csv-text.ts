/**
 * How text stands in the CSV products so that no spreadsheet runs it and every reader gets it back exactly. One apostrophe is put in front of what is guarded,
 * and a text that begins with an apostrophe is always guarded: so whatever begins with one in a file has exactly one too many.
 */

/** A spreadsheet may skip blanks, invisible characters and quotes before it looks for the sign that makes a formula. */
const formula = /^[\s\p{C}"'`´‘’“”„«»]*[=+\-@＝＋－＠﹢﹣﹦﹫−]/u;
/** An apostrophe, a tab or a line end in front; then what follows does not matter. */
const front = /^['\t\r\n]/;
const isFormula = (text: string) => front.test(text) || formula.test(text);

const months = "jan|feb|mär|mrz|maer|mar|apr|mai|may|jun|jul|aug|sep|okt|oct|nov|dez|dec";
const retyped = [
  // Anything made of digits and the signs of numbers, dates and times; a plain whole number that keeps all its digits is left as it is.
  /^(?=.*\d)[\d.,:/\s%€$-]+$/,
  /^\d+([.,]\d+)?e[+-]?\d+$/i,
  new RegExp(`^(\\d{1,4}[. /-]*)?(${months})[a-zä]*\\.?([. /-]*\\d{1,4})?$`, "i"),
  /^(wahr|falsch|true|false)$/i,
];
const plainWhole = /^(0|[1-9]\d{0,14})$/;
const isRetyped = (text: string) => !plainWhole.test(text) && retyped.some((form) => form.test(text.trim()));

/** Products say the same names and words in many thousand cells; each is looked at once. */
const keeping = (isOf: (text: string) => boolean): ((text: string) => string) => {
  const guards = new Map<string, string>();
  return (text) => {
    const before = guards.get(text);
    if (before !== undefined) return before;
    const shown = isOf(text) ? `'${text}` : text;
    if (guards.size < 10_000) guards.set(text, shown);
    return shown;
  };
};

/** Text that nothing runs. Undone by taking one apostrophe away from the front of every text that has one there. */
export const guarded = keeping(isFormula);
/** The same for a table that people open in a spreadsheet: also text that it would take for another number or a date (`007`, `1-2`, `1E5`). */
export const guardedForSpreadsheets = keeping((text) => isFormula(text) || isRetyped(text));

/** A field of a CSV: in quotes where a reader could end or trim it; an empty text is `""`, nothing at all is nothing. */
export const csvField = (text: string, separator: "," | ";"): string =>
  text === "" || text.includes(separator) || /["\r\n\u0085\u2028\u2029]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** As codebooks say it to those who read the files. */
export const csvNote =
  'In beiden CSV steht vor Texten, die ein Tabellenprogramm als Formel ausführen könnte, ein Apostroph (\') mehr, ebenso vor jedem Text, der selbst mit einem Apostroph beginnt; in der CSV für Excel auch vor Texten, die es für eine andere Zahl oder ein Datum hielte. Rückgängig: Beginnt ein Feld einer Textspalte mit einem Apostroph, genau diesen einen wegnehmen. Zahlen, Daten und Kennzeichen sind nie betroffen. Ein leerer Text steht als "", ein fehlender Wert als leeres Feld. Parquet und Arrow enthalten die Texte unverändert.';
