import type {Attacker} from "../../../../schemas/disclosure.ts";
import {leastIncrement} from "../../../../schemas/disclosure.ts";
import {stillKnown, tracesOf} from "../../earlier.ts";
import type {Equation} from "../../equations.ts";
import {type Known, type Knowledge, limitless} from "../../knowledge.ts";
import {areaSums} from "../numbers/area-sums.ts";
import {codeSums} from "../numbers/code-sums.ts";
import {ceilings, measureSums} from "../numbers/measure-sums.ts";
import {ownNumbers, withOwnTotals} from "../numbers/own-numbers.ts";
import {type Reading, readNumbers} from "../numbers/read-numbers.ts";
import type {EarlierRelease, Publication} from "../publication.ts";
import type {PublishedTable} from "../published-table.ts";
import type {Fallen, Siege} from "./siege.ts";
import {toldOutright} from "./told-outright.ts";

type Rules = {readonly only: (halfYear: string) => boolean; readonly publication: Publication};

const unseen: Known = {low: 0, high: limitless, withheld: true, method: "open", tables: []};
/** What must add up between numbers, and what they are then known with: a rest is never printed, but never below zero. */
const arithmetic = (tables: readonly PublishedTable[], {numbers}: Reading, {only}: Rules): {equations: Equation[]; knowledge: Map<string, Known>} => {
  const rests = ceilings(numbers);
  return {
    equations: [...areaSums(numbers), ...codeSums(tables, numbers, only), ...measureSums(numbers), ...rests],
    knowledge: new Map<string, Known>([...numbers, ...rests.map(({right}): [string, Known] => [right[1]!, unseen])]),
  };
};

const isSharper = (now: Knowledge, then: Knowledge) => [...now].some(([key, {low, high}]) => low > then.get(key)!.low || high < then.get(key)!.high);
/** Somebody who draws from zeros being always shown that what is withheld by suppression is at least 1. */
const neverZero = (knowledge: Knowledge): Knowledge =>
  new Map([...knowledge].map(([key, known]) => [key, known.withheld && known.method === "suppress" ? {...known, low: Math.max(1, known.low)} : known]));

type Drawn = {readonly sieges: readonly Siege[]; readonly traces: readonly Fallen[]};

const fromEarlier = (
  main: Siege,
  {tables, publication}: {tables: readonly PublishedTable[]; publication: Publication},
  {release, ...earlier}: EarlierRelease,
  rules: Rules,
): Drawn => {
  const read = readNumbers(earlier.tables, {methods: earlier.methods, policy: publication.policy, only: rules.only});
  const then = arithmetic(earlier.tables, read, rules);
  const equations = [...arithmetic(tables, {numbers: main.numbers, disagreeing: new Map()}, rules).equations, ...then.equations];
  const {increments, flipped} = tracesOf(main.numbers, read.numbers, equations, Number(leastIncrement));
  const fallen = (name: string, low: number, why: Fallen["why"]): Fallen => ({name, attacker: "earlier-release", who: release, low, high: low, why});
  const knowledge = stillKnown(main.knowledge, read.numbers, equations);
  const siege: Siege = {...main, knowledge, attacker: "earlier-release", who: release, insiders: []};
  return {
    sieges: isSharper(knowledge, main.knowledge) ? [siege] : [],
    traces: [...increments.map(([name, change]) => fallen(name, change, "increment")), ...flipped.map((name) => fallen(name, Number.NaN, "pattern"))],
  };
};

/** What is known at once: two printings of one number that do not agree. */
const fallenAsRead = ({disagreeing}: Reading): Fallen[] =>
  [...disagreeing].map(([name, shown]) => ({
    name,
    attacker: "outsider",
    who: "",
    low: shown?.low ?? Number.NaN,
    high: shown?.high ?? Number.NaN,
    why: shown === null ? "contradiction" : "narrow",
  }));
const middle = (low: number, high: number) => (low === 0 ? 0 : Math.ceil((low + high) / 2));
/** Numbers of others in a body's folder are published to it; its own must be what the public sees of it. */
const fallenInFolders = ({numbers, owned}: Siege, attackers: readonly Attacker[]): Fallen[] => {
  const foreign = attackers.includes("second-audience") ? owned.foreign : [];
  const given = foreign.flatMap(({name, value, body}): Fallen[] => {
    const number = numbers.get(name);
    const isShown = number === undefined || number.low === number.high || (!number.withheld && value === middle(number.low, number.high));
    return isShown ? [] : [{name, attacker: "second-audience", who: body, low: value, high: value, why: "narrow"}];
  });
  const wrong = [...owned.values].flatMap(([name, value]): Fallen[] => {
    const {low, high} = numbers.get(name) ?? {low: value, high: value};
    return value >= low && value <= high
      ? []
      : [{name, attacker: "body", who: owned.owner.get(name)!, low: Number.NaN, high: Number.NaN, why: "contradiction"}];
  });
  return [...given, ...wrong];
};

/** The attacks on one half-year: on what is published now, and once more for each way to know more. */
export const siegesOn = (publication: Publication, halfYear: string): Drawn & {readonly reading: Reading} => {
  const {tables, methods, own, earlier, policy, integer = false} = publication;
  const rules: Rules = {only: (each) => each === halfYear, publication};
  const reading = readNumbers(tables, {methods, policy, only: rules.only});
  const drawn = arithmetic(tables, reading, rules);
  const main: Siege = {
    numbers: reading.numbers,
    ...drawn,
    owned: withOwnTotals(ownNumbers(own, rules.only), areaSums(reading.numbers)),
    attacker: "outsider",
    who: "",
    insiders: (["body", "single"] as const).filter((attacker) => policy.attackers.includes(attacker)),
    threshold: policy.threshold,
    integer,
  };
  const zero: Siege = {...main, knowledge: neverZero(main.knowledge), attacker: "zero-knower", insiders: []};
  const knowsZeros = policy.zeros === "shown" && policy.attackers.includes("zero-knower") && isSharper(zero.knowledge, main.knowledge);
  const before = policy.attackers.includes("earlier-release") ? earlier.map((release) => fromEarlier(main, {tables, publication}, release, rules)) : [];
  return {
    reading,
    sieges: [main, ...(knowsZeros ? [zero] : []), ...before.flatMap(({sieges}) => sieges)],
    traces: [
      ...fallenAsRead(reading),
      ...toldOutright(reading.numbers, policy.threshold),
      ...fallenInFolders(main, policy.attackers),
      ...before.flatMap(({traces}) => traces),
    ],
  };
};
