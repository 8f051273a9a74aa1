const fold = (text: string) =>
  text
    .normalize("NFKC")
    .toLocaleLowerCase("de")
    .replaceAll("ß", "ss")
    .replace(/[^\p{L}\p{N}§±€*]/gu, "");
/** The same titles and labels stand in every workbook. */
const known = new Map<string, string>();
const enoughKnown = 5000;
/** A title without what people and programs change by accident: case, blanks, punctuation, umlaut spelling. */
export const folded = (text: string): string => {
  const before = known.get(text);
  if (before !== undefined) return before;
  if (known.size >= enoughKnown) known.clear();
  const made = fold(text);
  known.set(text, made);
  return made;
};

/** Whether two titles are the same but for such accidents. */
export const sameTitle = (left: string, right: string) => left === right || folded(left) === folded(right);

const withoutUnit = (text: string) => text.replace(/\s*\([^()]*\)\s*$/, "");
/** Whether two titles differ in nothing but such accidents and the unit in brackets. */
export const sameButUnit = (left: string, right: string) => sameTitle(withoutUnit(left), withoutUnit(right));
const total = /^(?:(?:zwischen|gesamt|end)?summen?|(?:ins)?gesamt|total|[Σ∑])(?![\p{L}-])/iu;
/** A row that adds up others, by the word it starts with. */
export const saysTotal = (text: string) => /^[zgesitΣ∑]/i.test(text) && total.test(text);

const pairs = (text: string) => Array.from({length: Math.max(0, text.length - 1)}, (_, i) => text.slice(i, i + 2));
const dice = (left: string, right: string) => {
  if (left === right) return 1;
  const rest = pairs(right);
  const size = pairs(left).length + rest.length;
  const shared = pairs(left).filter((pair) => {
    const at = rest.indexOf(pair);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  }).length;
  return size === 0 ? 0 : (2 * shared) / size;
};
const numbersIn = (text: string) => (withoutUnit(text).match(/\d+\p{L}?/gu) ?? []).join();
/** Likeness of two titles from 0 to 1, units in brackets aside. § 25a and § 25b, 04 and 05 are never alike. */
export const likeness = (left: string, right: string) =>
  numbersIn(left) !== numbersIn(right) ? 0 : Math.max(dice(folded(left), folded(right)), dice(folded(withoutUnit(left)), folded(withoutUnit(right))));

const enough = 0.6;
const margin = 0.1;
/** The one candidate most like the wanted title; null if none is like enough, if a second is nearly as like, or if it is more like another title that is wanted too. */
export const mostLike = <T>(wanted: string, rivals: readonly string[], candidates: readonly T[], titleOf: (candidate: T) => string): T | null => {
  const [best, second] = candidates.map((candidate) => ({candidate, like: likeness(wanted, titleOf(candidate))})).sort((a, b) => b.like - a.like);
  if (best === undefined || best.like < enough || (second !== undefined && best.like - second.like < margin)) return null;
  return rivals.some((rival) => rival !== wanted && likeness(rival, titleOf(best.candidate)) > best.like - margin) ? null : best.candidate;
};
