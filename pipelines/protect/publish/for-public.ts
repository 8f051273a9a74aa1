import {bodyOf} from "../../../schemas/codes/bodies.ts";
import {audiences, type Policy} from "../../../schemas/disclosure.ts";
import {type PublicTable, plan} from "../../../schemas/disclosure/plan.ts";
import type {ProtectionReport} from "../../../schemas/disclosure/protection.ts";
import {chanceOf} from "../engine/chance.ts";
import {roundTo} from "../engine/round.ts";
import {componentsOf} from "./components.ts";
import {type Numbers, numbersOf, sumsOf, type TrueNumber} from "./numbers.ts";
import {publicRows} from "./rows.ts";
import {roundNumbers} from "./round-numbers.ts";
import {type Marts, type ProductRow, type Slot, slotsOf} from "./slots.ts";
import {suppressNumbers} from "./suppress-numbers.ts";
import {withheldStaff} from "./staff.ts";

/** How the numbers were made safe; what the attack says comes later. */
export type Protection = Omit<ProtectionReport, "attack">;
type Method = Protection["methods"][string];
type Methods = ReadonlyMap<string, Method>;
type Known = {readonly slots: readonly Slot[]; readonly numbers: Numbers; readonly sums: ReturnType<typeof sumsOf>; readonly staff: ReadonlySet<string>};

const districtOf = (body: string) => bodyOf(body).district;
const measureOf = ({publication}: Pick<TrueNumber, "publication">) => publication.measure;
const tableOfMeasure = (measure: string) => measure.split(".")[0]!;

/** Which numbers are withheld, by the method of each; measures of which no pattern keeps a reader out, or too much would be withheld, come back as `tooMuch`. */
const withheldBy = (methods: Methods, {numbers, sums, staff}: Known, policy: Policy, seed: number) => {
  const hidden = new Set<string>();
  const tooMuch = new Set<string>();
  const baseOf = ({publication}: TrueNumber) => publication.base ?? policy.roundTo;
  for (const component of componentsOf(sums, [...numbers.keys()])) {
    const own = component.names.flatMap((name) => numbers.get(name) ?? []);
    const suppressed = methods.get(measureOf(own[0]!)) === "suppress";
    const found = suppressed ? suppressNumbers(own, component.sums, policy, chanceOf(seed)) : roundNumbers(own, component.sums, baseOf, staff);
    for (const name of found ?? []) hidden.add(name);
    if (found === null) for (const number of own) tooMuch.add(measureOf(number));
  }
  return {hidden, tooMuch};
};

const sharesOf = ({numbers}: Known, hidden: ReadonlySet<string>): Protection["shares"] => {
  const cells = [...numbers.values()].flatMap(({name, slots}) => slots.map(({table}) => ({table, withheld: hidden.has(name)})));
  return [...Map.groupBy(cells, ({table}) => table)].map(([table, all]) => ({table, cells: all.length, withheld: all.filter(({withheld}) => withheld).length}));
};
const overfull = ({mostWithheld: {num, den}}: Policy, shares: Protection["shares"]) =>
  new Set(shares.filter(({cells, withheld}) => withheld * den > cells * num).map(({table}) => table));

/** Suppression as long as it withholds no more than the policy allows; a table that needs more is rounded, in all half-years. */
const settle = (known: Known, policy: Policy, seed: number, methods: Methods): {methods: Methods; hidden: ReadonlySet<string>} => {
  const {hidden, tooMuch} = withheldBy(methods, known, policy, seed);
  const full = overfull(policy, sharesOf(known, hidden));
  const failing = [...methods].filter(([measure, method]) => method === "suppress" && (tooMuch.has(measure) || full.has(tableOfMeasure(measure))));
  if (failing.length === 0) return {methods, hidden};
  const tables = new Set(failing.map(([measure]) => tableOfMeasure(measure)));
  return settle(
    known,
    policy,
    seed,
    new Map([...methods].map(([measure, method]): [string, Method] => [measure, tables.has(tableOfMeasure(measure)) ? "round" : method])),
  );
};

const knownFrom = (marts: Marts): Known => {
  const slots = slotsOf(marts);
  const numbers = numbersOf(slots);
  return {slots, numbers, sums: sumsOf(numbers, slots, districtOf), staff: withheldStaff([...numbers.values()], slots, districtOf)};
};

/** A number that fell is withheld from now on; where suppression let it fall, its table is rounded. */
const withoutFallen = (planned: Methods, {numbers, staff}: Known, fallen: ReadonlySet<string>): {methods: Methods; first: ReadonlySet<string>} => {
  const isSuppressed = (measure: string) => planned.get(measure) === "suppress";
  const given = [...fallen].flatMap((name) => numbers.get(name) ?? []).map(measureOf);
  const tables = new Set(given.filter(isSuppressed).map(tableOfMeasure));
  const methods = [...planned].map(([measure, method]): [string, Method] => [
    measure,
    isSuppressed(measure) && tables.has(tableOfMeasure(measure)) ? "round" : method,
  ]);
  return {methods: new Map(methods), first: new Set([...staff, ...fallen])};
};

/**
 * What the public gets of the marts, and how it was made safe. `seed` is secret: which partners are withheld must not be computed backwards.
 * `fallen`: names of numbers that an attack on an earlier attempt had back.
 */
export const forPublic = (
  marts: Marts,
  seed: number,
  fallen: ReadonlySet<string> = new Set(),
): {readonly tables: ReadonlyMap<string, readonly ProductRow[]>; readonly protection: Protection} => {
  const {policy} = audiences.public;
  const known = knownFrom(marts);
  const planned = new Map([...known.numbers.values()].map((number): [string, Method] => [measureOf(number), number.publication.method as Method]));
  const {methods: start, first} = withoutFallen(planned, known, fallen);
  const {methods, hidden} = settle({...known, staff: first}, policy, seed, start);
  const nameAt = new Map(known.slots.map(({table, figure, row, name, publication}) => [`${table}.${figure}.${row}`, {name, publication}]));
  const print = (table: PublicTable, figure: string, row: number, value: bigint): bigint | null => {
    const {name, publication} = nameAt.get(`${table}.${figure}.${row}`)!;
    if (hidden.has(name)) return null;
    return methods.get(publication.measure) === "suppress" ? value : roundTo(value, publication.base ?? policy.roundTo);
  };
  const names = Object.keys(plan) as PublicTable[];
  return {
    tables: new Map(names.map((table) => [table, publicRows(marts, table, print)])),
    protection: {methods: Object.fromEntries([...methods].toSorted(([a], [b]) => (a < b ? -1 : 1))), shares: sharesOf(known, hidden)},
  };
};
