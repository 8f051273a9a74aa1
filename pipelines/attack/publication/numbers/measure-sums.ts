import {atMost, identities} from "../../../../schemas/disclosure/plan.ts";
import type {Equation} from "../../equations.ts";
import type {Numbers} from "./published-number.ts";

/** Where a measure stands, body by body: what follows its name. */
const placesOf = (numbers: Numbers): ReadonlyMap<string, readonly string[]> => {
  const names = [...numbers].filter(([, {level}]) => level === "body").map(([name]) => name);
  const grouped = Map.groupBy(names, (name) => name.split("|", 1)[0]!);
  return new Map([...grouped].map(([measure, all]) => [measure, all.map((name) => name.slice(measure.length))]));
};

/** What adds up between measures by the rules of the form, wherever a body shows all of them. */
export const measureSums = (numbers: Numbers): Equation[] => {
  const places = placesOf(numbers);
  return identities.flatMap(({whole, parts}) =>
    (places.get(whole[0]!) ?? []).flatMap((place) => {
      const [left, right] = [whole, parts].map((measures) => measures.map((measure) => measure + place)) as [string[], string[]];
      return [...left, ...right].every((name) => numbers.has(name)) ? [{left, right}] : [];
    }),
  );
};

/** A part and what the whole has besides, which is nowhere printed but never below zero: `rest of …`. */
export const ceilings = (numbers: Numbers): Equation[] => {
  const places = placesOf(numbers);
  return atMost.flatMap(({part, whole}) =>
    (places.get(part) ?? []).flatMap((place) =>
      numbers.has(whole + place) ? [{left: [whole + place], right: [part + place, `rest of ${whole} beside ${part}${place}`]}] : [],
    ),
  );
};
