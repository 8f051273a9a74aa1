import {type Bounds, type Concluded, concluded, type IndexedSum, saidBy, type Touching, touchingOf} from "./bounds.ts";
import type {Sum} from "../engine/cells.ts";
import {roundTo} from "../engine/round.ts";
import {unbounded} from "../engine/solver.ts";
import {isUnprinted, type TrueNumber} from "./numbers.ts";

/** The rounding unit of a number. */
export type BaseOf = (number: TrueNumber) => bigint;

/** `boxes` has what is printed nowhere behind the numbers: free, and judged by nobody. */
type Room = {
  readonly numbers: readonly TrueNumber[];
  readonly sums: readonly IndexedSum[];
  readonly touching: Touching;
  readonly bases: readonly number[];
  readonly boxes: Bounds;
  readonly hidden: Uint8Array;
};
/** Who reads: nobody in particular, or a body with its own numbers; `sums`: those in which that makes a difference. */
type Reader = {readonly own: ReadonlySet<number>; readonly sums: readonly number[]};

const boxOf = (value: bigint, base: bigint) => {
  const shown = Number(roundTo(value, base));
  return {low: Math.max(0, shown - Math.floor(Number(base) / 2)), high: shown + Math.ceil(Number(base) / 2) - 1};
};
const hide = ({boxes, hidden}: Room, cell: number) => {
  hidden[cell] = 1;
  boxes.low[cell] = 0;
  boxes.high[cell] = unbounded;
};
const roomOf = (numbers: readonly TrueNumber[], sums: readonly Sum[], baseOf: BaseOf, first: ReadonlySet<string>): Room => {
  const unprinted = [...new Set(sums.flatMap(({whole, parts}) => [...whole, ...parts].filter(isUnprinted)))];
  const index = new Map([...numbers.map(({name}) => name), ...unprinted].map((name, i) => [name, i]));
  const indexed = (names: readonly string[]) => names.map((name) => index.get(name)!);
  const boxes = numbers.map((number) => boxOf(number.value, baseOf(number)));
  const all = sums.map(({whole, parts}) => ({whole: indexed(whole), parts: indexed(parts)}));
  const room: Room = {
    numbers,
    sums: all,
    touching: touchingOf(index.size, all),
    bases: numbers.map((number) => Number(baseOf(number))),
    boxes: {
      low: Float64Array.from([...boxes.map(({low}) => low), ...unprinted.map(() => 0)]),
      high: Float64Array.from([...boxes.map(({high}) => high), ...unprinted.map(() => unbounded)]),
    },
    hidden: new Uint8Array(numbers.length),
  };
  for (const [i, {name}] of numbers.entries()) if (first.has(name)) hide(room, i);
  return room;
};
/** Also a total to which nobody else contributes is a body's own number. */
const withOwnTotals = ({numbers, sums, touching}: Room, own: ReadonlySet<number>): Set<number> => {
  const all = new Set(own);
  for (const cell of all)
    for (const sum of touching[cell]!)
      if (sums[sum]!.parts.every((part) => all.has(part)) && sums[sum]!.whole.length === 1 && sums[sum]!.whole[0]! < numbers.length)
        all.add(sums[sum]!.whole[0]!);
  return all;
};
const readersOf = (room: Room): Reader[] => {
  const {numbers, sums, touching} = room;
  const cells = [...numbers.keys()].filter((cell) => numbers[cell]!.level === "body");
  const owns = [...Map.groupBy(cells, (cell) => numbers[cell]!.area).values()].map((own) => withOwnTotals(room, new Set(own)));
  return [{own: new Set(), sums: [...sums.keys()]}, ...owns.map((own) => ({own, sums: [...new Set([...own].flatMap((cell) => touching[cell]!))]}))];
};
const knownTo = ({numbers, boxes}: Room, {own}: Reader): Bounds => {
  const bounds = {low: Float64Array.from(boxes.low), high: Float64Array.from(boxes.high)};
  for (const cell of own) bounds.low[cell] = bounds.high[cell] = Number(numbers[cell]!.value);
  return bounds;
};

/** Do these bounds rule out a value that rounding leaves open? A withheld number must stay as open as a rounded one. */
const isNarrow = ({boxes, hidden, bases}: Room, cell: number, low: number, high: number): boolean =>
  cell < bases.length && (hidden[cell] === 1 ? high < bases[cell]! || high - low < bases[cell]! - 1 : low > boxes.low[cell]! || high < boxes.high[cell]!);

/** Withheld, would it be as open as a rounded number? In a sum with little else it would not. */
const staysOpen = (room: Room, known: Bounds, cell: number): boolean => {
  const [low, high] = [known.low[cell]!, known.high[cell]!];
  [known.low[cell], known.high[cell]] = [0, unbounded];
  const said = room.touching[cell]!.flatMap((sum) => saidBy(known, room.sums[sum]!).filter((each) => each.cell === cell));
  [known.low[cell], known.high[cell]] = [low, high];
  const [least, most] = [Math.max(0, ...said.map((each) => each.low)), Math.min(unbounded, ...said.map((each) => each.high))];
  return most >= room.bases[cell]! && most - least >= room.bases[cell]! - 1;
};
/** What to withhold to loosen a sum: of codes the largest, of areas the whole, but of the Land rather the largest part; and what stays open then. */
const loosest = (room: Room, known: Bounds, {whole, parts}: IndexedSum, own: ReadonlySet<number>): number | undefined => {
  const {numbers, hidden, boxes} = room;
  const free = [...parts, ...whole].filter((cell) => cell < numbers.length && hidden[cell] === 0 && !own.has(cell));
  const isArea = numbers[whole[0]!]?.level !== numbers[parts[0]!]?.level;
  const rank = (cell: number) => (isArea && numbers[cell]!.level !== "state" && whole.includes(cell) ? 2 : whole.includes(cell) ? 0 : 1);
  const sorted = free.sort((a, b) => rank(b) - rank(a) || boxes.low[b]! - boxes.low[a]! || a - b);
  return sorted.find((cell) => staysOpen(room, known, cell)) ?? sorted[0];
};

/** Loosens every sum that alone says too much to the reader. */
const loosenSingle = (room: Room, reader: Reader): boolean => {
  const known = knownTo(room, reader);
  let found = false;
  for (const number of reader.sums) {
    const sum = room.sums[number]!;
    const narrow = saidBy(known, sum).some(({cell, low, high}) => !reader.own.has(cell) && isNarrow(room, cell, low, high));
    const chosen = narrow ? loosest(room, known, sum, reader.own) : undefined;
    if (chosen === undefined) continue;
    hide(room, chosen);
    [known.low[chosen], known.high[chosen], found] = [0, unbounded, true];
  }
  return found;
};
/** Loosens the first sum through which several together say too much; a body goes on from what everybody concludes. */
const loosenTogether = (room: Room, forAll: () => Concluded, reader: Reader): boolean => {
  const all = forAll();
  const own = {...all, low: Float64Array.from(all.low), high: Float64Array.from(all.high)};
  for (const cell of reader.own) own.low[cell] = own.high[cell] = Number(room.numbers[cell]!.value);
  const {low, high, by} = reader.own.size === 0 ? all : concluded(own, room.sums, room.touching, reader.own);
  const narrow = [...room.hidden.keys()].filter((cell) => by[cell]! >= 0 && !reader.own.has(cell) && isNarrow(room, cell, low[cell]!, high[cell]!));
  const chosen = narrow.map((cell) => loosest(room, knownTo(room, reader), room.sums[by[cell]!]!, reader.own)).find((cell) => cell !== undefined);
  if (chosen !== undefined) hide(room, chosen);
  return chosen !== undefined;
};
/** What everybody concludes, as long as nothing more is withheld. */
const remembered = (room: Room) => {
  let [known, withheld]: [Concluded | null, number] = [null, -1];
  return (): Concluded => {
    const now = room.hidden.reduce((sum, each) => sum + each, 0);
    if (known === null || now !== withheld) [known, withheld] = [concluded(room.boxes, room.sums, room.touching), now];
    return known;
  };
};
const untilSafe = (readers: readonly Reader[], loosen: (reader: Reader) => boolean): boolean => {
  const found = readers.map(loosen).includes(true);
  if (found) untilSafe(readers, loosen);
  return found;
};

/**
 * Which of some rounded numbers must be withheld all the same, since sums of few of them, read by anybody or by one of the bodies, rule out values of one.
 * `first`: withheld from the start.
 */
export const roundNumbers = (numbers: readonly TrueNumber[], sums: readonly Sum[], baseOf: BaseOf, first: ReadonlySet<string>): Set<string> => {
  const room = roomOf(numbers, sums, baseOf, first);
  const [readers, forAll] = [readersOf(room), remembered(room)];
  do untilSafe(readers, (reader) => loosenSingle(room, reader));
  while (untilSafe(readers, (reader) => loosenTogether(room, forAll, reader)));
  return new Set(numbers.flatMap(({name}, cell) => (room.hidden[cell] === 1 ? [name] : [])));
};
