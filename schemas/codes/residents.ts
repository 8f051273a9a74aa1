import type {Body} from "./bodies.ts";
import declared from "./residents.json" with {type: "json"};

/** Foreign residents of a Kreis or kreisfreie Stadt by origin group (CL_STAAT_GRUPPE without DEU) on 31.12.2024: IT.NRW 12521-03i (AZR), rounded to 5, dl-de/by-2-0. */
export type Residents = Readonly<Record<string, number>>;

const byKreis = new Map<string, Residents>(declared.map(({kreis, groups}) => [kreis, groups]));
/** For both Aachen bodies the StädteRegion as a whole: official tables do not part them. @throws Error `missing residents: KEY` */
export const residentsOf = ({key}: Body): Residents => {
  const residents = byKreis.get(key.slice(0, 5));
  if (residents === undefined) throw new Error(`missing residents: ${key}`);
  return residents;
};
/** Of the whole Land; each Kreis once. */
export const residentsOfLand: Residents = declared.reduce<Record<string, number>>((land, {groups}) => {
  for (const [group, count] of Object.entries(groups)) land[group] = (land[group] ?? 0) + count;
  return land;
}, {});
