/** What a text was taken for. `fixed` says that it was not the canonical entry ("code label") but clear all the same. */
export type Reading = {readonly code: string; readonly fixed: boolean} | {readonly ignored: true} | null;

/** A closed list of codes: known with labels, known misspellings (fixes), entries that mean nothing (ignored). The three are disjoint. */
export type CodeList = {
  readonly name: string;
  readonly known: ReadonlyMap<string, string>;
  /** Half-years in which a code may be used, where not always. */
  readonly valid: Readonly<Record<string, {from?: string; until?: string}>>;
  readonly source: string;
  /** What stands in the drop-down: code and label; plain words for ja/nein and x. */
  readonly entry: (code: string) => string;
  readonly read: (text: string) => Reading;
  /** Every text that stands for a code by itself, in lower case. */
  readonly spellings: ReadonlyMap<string, string>;
};
type Declared = {
  name: string;
  known: Readonly<Record<string, string>>;
  fixes?: Readonly<Record<string, string>>;
  ignored?: readonly string[];
  valid?: CodeList["valid"];
  source: string;
  /** Words instead of "code label": ja, nein, x. */
  plainWords?: boolean;
};

const folded = (text: string) => text.normalize("NFKC").replace(/\s+/g, " ").trim().toLocaleLowerCase("de");

/** JavaScript puts keys like "10" before "01"; the rows of the form stand in the order of the numbers. */
const inOrder = (codes: [string, string][]) => (codes.every(([code]) => /^\d+$/.test(code)) ? codes.toSorted(([a], [b]) => (a < b ? -1 : 1)) : codes);

export const codeList = ({name, known, fixes = {}, ignored = ["-", "–"], valid = {}, source, plainWords = false}: Declared): CodeList => {
  const entry = (code: string) => (plainWords ? (name === "CL_X" ? code : known[code]!) : `${code} ${known[code]}`);
  const canonical = new Map(Object.keys(known).map((code) => [entry(code), code]));
  const clear = new Map<string, string>();
  const add = (text: string, code: string) => clear.set(folded(text), code);
  for (const [code, label] of Object.entries(known)) for (const text of [label, `${code} ${label}`, code]) add(text, code);
  for (const [text, code] of Object.entries(fixes)) add(text, code);
  const nothing = new Set(ignored.map(folded));
  const firstWord = (text: string) => (Object.hasOwn(known, text.split(" ", 1)[0]!) ? text.split(" ", 1)[0]! : undefined);
  const read = (text: string): Reading => {
    const exact = canonical.get(text);
    if (exact !== undefined) return {code: exact, fixed: false};
    if (nothing.has(folded(text))) return {ignored: true};
    const code = clear.get(folded(text)) ?? (plainWords ? undefined : firstWord(text));
    return code === undefined ? null : {code, fixed: true};
  };
  return {name, known: new Map(inOrder(Object.entries(known))), valid, source, entry, read, spellings: clear};
};

/** Whether a code may be used in a half-year. */
export const isValidIn = (list: CodeList, code: string, halfYear: string) => {
  const {from, until} = list.valid[code] ?? {};
  return (from === undefined || from <= halfYear) && (until === undefined || halfYear <= until);
};
