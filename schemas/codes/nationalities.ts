import declared from "./nationalities.json" with {type: "json"};

/** A nationality key of the Federal Statistical Office with its origin group (CL_STAAT_GRUPPE). */
export type Nationality = {readonly key: string; readonly iso3: string; readonly name: string; readonly from: string | null; readonly until: string | null; readonly group: string};

export const nationalities: readonly Nationality[] = declared;

const groups = new Map(nationalities.map(({key, group}) => [key, group]));
/** Origin group of a row of the origin table: a nationality key, or a rest row `G-AFR`. @throws Error `unknown nationality: KEY` */
export const originGroup = (key: string): string => {
  const group = key.startsWith("G-") ? key.slice(2) : groups.get(key);
  if (group === undefined) throw new Error(`unknown nationality: ${key}`);
  return group;
};
