import {bodies, type Body, hasMunicipalities} from "../../schemas/codes/bodies.ts";
import {residentsOf} from "../../schemas/codes/residents.ts";

/** What likeness is measured by: inhabitants (on a log scale), share of foreign residents, their origin groups. Facts, never results. */
const profile = (body: Body): number[] => {
  const residents = residentsOf(body);
  const foreigners = Object.values(residents).reduce((sum, count) => sum + count, 0);
  const inhabitants = body.key.startsWith("05334") ? inhabitantsOfBothAachen : body.inhabitants;
  return [1.2 * Math.log(body.inhabitants), (8 * foreigners) / inhabitants, ...Object.values(residents).map((count) => (3 * count) / foreigners)];
};
/** Foreign residents are known for both Aachen bodies only together. */
const inhabitantsOfBothAachen = bodies.filter(({key}) => key.startsWith("05334")).reduce((sum, {inhabitants}) => sum + inhabitants, 0);
const profiles = new Map(bodies.map((body) => [body.key, profile(body)]));
const distance = (a: Body, b: Body) => Math.hypot(...profiles.get(a.key)!.map((value, i) => value - profiles.get(b.key)![i]!));

/** The most alike bodies of the same kind (with or without municipalities of their own), nearest first. */
export const likest = (body: Body, count = 6): Body[] =>
  bodies
    .filter((other) => other !== body && hasMunicipalities(other) === hasMunicipalities(body))
    .toSorted((a, b) => distance(body, a) - distance(body, b) || (a.key < b.key ? -1 : 1))
    .slice(0, count);
