import {atMost, identities, plannedFor} from "../../../schemas/disclosure/plan.ts";
import type {Level} from "../../../schemas/tables/table.ts";
import type {Sum} from "../engine/cells.ts";
import type {Slot} from "./slots.ts";

/** A true number that is to be published, once, whatever tables it stands in. */
export type TrueNumber = Pick<Slot, "name" | "halfYear" | "level" | "area" | "bodies" | "publication"> & {
  readonly value: bigint;
  readonly slots: readonly Slot[];
};
export type Numbers = ReadonlyMap<string, TrueNumber>;

const isPlanned = ({table, level}: Slot) => plannedFor(table).levels?.includes(level) ?? true;

/** The known numbers of planned levels by name. @throws Error `ambiguous number: NAME` where two tables differ */
export const numbersOf = (slots: readonly Slot[]): Numbers => {
  const known = Map.groupBy(
    slots.filter((slot) => slot.status === "known" && isPlanned(slot)),
    ({name}) => name,
  );
  return new Map(
    [...known].map(([name, same]) => {
      const [{halfYear, level, area, bodies, publication, value}] = same as [Slot];
      if (same.some((slot) => slot.value !== value)) throw new Error(`ambiguous number: ${name}`);
      return [name, {name, halfYear, level, area, bodies, publication, value: value!, slots: same}];
    }),
  );
};

const totalOf = (numbers: Numbers, names: readonly string[]): bigint => names.reduce((sum, name) => sum + numbers.get(name)!.value, 0n);
const inArea = (name: string, area: string) => name.replace(/\|area=[^|]*/, `|area=${area}`);

/** An area is the sum of its bodies, and the Land also of its districts. */
const areaSums = (numbers: Numbers, districtOf: (body: string) => string): Sum[] => {
  const families = Map.groupBy(numbers.values(), ({name}) => inArea(name, ""));
  return [...families.values()].flatMap((family) => {
    const {
      body = [],
      district = [],
      unit = [],
      state = [],
    } = Object.fromEntries(Map.groupBy(family, ({level}) => level)) as Partial<Record<Level, TrueNumber[]>>;
    const sum = (whole: TrueNumber, parts: readonly TrueNumber[]): Sum => ({whole: [whole.name], parts: parts.map(({name}) => name)});
    return [
      ...unit.map((whole) =>
        sum(
          whole,
          body.filter(({area, name}) => name !== whole.name && area.startsWith(whole.area)),
        ),
      ),
      ...district.map((whole) =>
        sum(
          whole,
          body.filter(({area}) => districtOf(area) === whole.area),
        ),
      ),
      ...state.flatMap((whole) => [sum(whole, body), sum(whole, district)]),
    ];
  });
};

const withoutCodes = ({name, at}: Slot) =>
  name
    .split("|")
    .filter((part) => !Object.entries(at).some(([dimension, code]) => part === `${dimension}=${code}`))
    .join("|");
/** A number that is printed nowhere, but that sums go through. */
export const isUnprinted = (name: string): boolean => name.startsWith("unprinted ");
/** What a total that is printed nowhere is by an identity: the sum of those parts that are printed. Empty if none is. */
const partsOfUnprinted = (numbers: Numbers, whole: string): string[] => {
  const [measure] = whole.split("|", 1);
  const parts = identities.find((identity) => identity.whole.length === 1 && identity.whole[0] === measure)?.parts ?? [];
  return parts.map((part) => part + whole.slice(measure!.length)).filter((part) => numbers.has(part));
};
/** The codes of a table add up to the number that is not broken down, be it printed or not. */
const codeSums = (numbers: Numbers, slots: readonly Slot[]): Sum[] =>
  [...Map.groupBy(slots, ({table, figure}) => `${table}.${figure}`).values()].flatMap((same) => {
    const broken = same.filter((slot) => isPlanned(slot) && Object.keys(slot.at).length > 0 && slot.name.startsWith(`${slot.publication.measure}|`));
    return [...Map.groupBy(broken, withoutCodes)].flatMap(([whole, codes]): Sum[] => {
      const parts = codes.map(({name}) => name);
      if (!codes.every(({status}) => status === "known")) return [];
      if (numbers.has(whole)) return [{whole: [whole], parts}];
      const instead = partsOfUnprinted(numbers, whole);
      const holds = instead.length > 0 && totalOf(numbers, instead) === totalOf(numbers, parts);
      return holds ? [instead, parts].map((each) => ({whole: [`unprinted ${whole}`], parts: each})) : [];
    });
  });

/** Identities between measures that are published themselves. */
const measureSums = (numbers: Numbers): Sum[] =>
  identities.flatMap(({whole, parts}) => {
    const first = whole[0]!;
    const places = [...numbers.values()].filter(({name}) => name.startsWith(`${first}|area=`)).map(({name}) => name.slice(first.length));
    const known = (measures: readonly string[], place: string) => measures.map((measure) => measure + place).filter((name) => numbers.has(name));
    return places.map((place): Sum => ({whole: known(whole, place), parts: known(parts, place)}));
  });

/** What a whole has beside a part that is never more than it is printed nowhere, but never below zero. */
const ceilings = (numbers: Numbers): Sum[] => {
  const placesOf = Map.groupBy(numbers.keys(), (name) => name.split("|", 1)[0]!);
  return atMost.flatMap(({part, whole}) =>
    (placesOf.get(part) ?? []).flatMap((name) => {
      const above = whole + name.slice(part.length);
      return numbers.has(above) && numbers.get(above)!.value >= numbers.get(name)!.value
        ? [{whole: [above], parts: [name, `unprinted rest of ${above} beside ${name}`]}]
        : [];
    }),
  );
};

/** Every sum between published numbers that truly holds. What the returns themselves contradict nobody can know. */
export const sumsOf = (numbers: Numbers, slots: readonly Slot[], districtOf: (body: string) => string): Sum[] => {
  const sums = [...areaSums(numbers, districtOf), ...codeSums(numbers, slots), ...measureSums(numbers)];
  const holds = ({whole, parts}: Sum) => whole.length > 0 && parts.length > 0 && totalOf(numbers, whole) === totalOf(numbers, parts);
  return [...sums.filter((sum) => sum.whole.some(isUnprinted) || holds(sum)), ...ceilings(numbers)];
};
