import {bodies, type Body, bodyOf, hasMunicipalities} from "../../codes/bodies.ts";

/** So many bodies make up a group of comparison. */
const groupSize = 12;
const distance = (a: Body, b: Body) => Math.abs(Math.log(a.inhabitants / b.inhabitants));

/** What a body's group is called in a message. */
export const groupName = (key: string): string => (hasMunicipalities(bodyOf(key)) ? "12 nach Einwohnerzahl nächste Kreise" : "12 nach Einwohnerzahl nächste Städte");

/**
 * The bodies a body is compared with: of its kind (Kreise with the StädteRegion; Städte with Stadt Aachen), the twelve nearest by inhabitants (as a ratio).
 * The kind decides how the work is organised (municipalities of their own or not), the inhabitants decide how many posts were approved; the counts
 * themselves are compared per occupied VZÄ-month. @throws Error `unknown body: KEY`
 */
export const neighboursOf = (key: string): readonly string[] => {
  const own = bodyOf(key);
  return bodies
    .filter((body) => body.key !== key && hasMunicipalities(body) === hasMunicipalities(own))
    .toSorted((a, b) => distance(a, own) - distance(b, own))
    .slice(0, groupSize)
    .map((body) => body.key);
};
