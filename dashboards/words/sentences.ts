/** A claim is printed only if it is true: the first that holds, else the neutral form. */
export const firstTrue = (claims: readonly (readonly [holds: boolean, words: string])[], neutral: string): string =>
  claims.find(([holds]) => holds)?.[1] ?? neutral;

/** A, B und C */
export const listed = (names: readonly string[]): string => (names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} und ${names.at(-1)}`);
/** At most so many names, then "und 7 weitere". */
export const listedUpTo = (names: readonly string[], limit: number): string =>
  names.length <= limit ? listed(names) : `${names.slice(0, limit).join(", ")} und ${names.length - limit} weitere`;

const small = ["null", "eine", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"];
/** Small numbers of things of female gender (Stellen, Meldungen) as words. */
export const counted = (count: number): string => small[count] ?? String(count);
const ordinals = ["ersten", "zweiten", "dritten", "vierten", "fünften", "sechsten", "siebten", "achten", "neunten", "zehnten"];
/** zum dritten Mal */
export const times = (count: number): string => `zum ${ordinals[count - 1] ?? `${count}.`} Mal`;
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
