/** A row key taken apart: `E01,NAG=UKR` is plain `E01` with part NAG; `ABH:05334004` has the part ABH. */
export type RowParts = {readonly plain: string; readonly parts: ReadonlyMap<string, string>; readonly names: string};

const named = /(?:^|,)([A-Z]+)=([^,]+)/g;
const authority = /^([A-Z]+):(.+)$/;
const taken = new Map<string, RowParts>();

const takeApart = (row: string): RowParts => {
  const office = authority.exec(row);
  const pairs = office === null ? [...row.matchAll(named)].map(([, name, value]) => [name!, value!] as const) : [[office[1]!, office[2]!] as const];
  const names = pairs
    .map(([name]) => name)
    .toSorted()
    .join(",");
  return {plain: office === null ? row.replaceAll(named, "") : row, parts: new Map(pairs), names};
};
/** The same key is asked for a million times. */
export const rowParts = (row: string): RowParts => {
  const known = taken.get(row);
  if (known !== undefined) return known;
  const made = takeApart(row);
  taken.set(row, made);
  return made;
};
/** Names of parts in one order, however they are declared. */
export const partNames = (declared: string): string => declared.split(",").toSorted().join(",");
