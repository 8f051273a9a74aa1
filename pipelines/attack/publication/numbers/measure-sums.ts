import {tableFor} from "../../../../schemas/disclosure/audience-tables.ts";
import {atMost, identities} from "../../../../schemas/disclosure/plan.ts";
import type {Equation} from "../../equations.ts";
import type {Numbers, PublishedNumber} from "./published-number.ts";

/** At the finest places a table shows; above them it follows. */
const isFinest = ({slots, level}: PublishedNumber) => slots.some(({table}) => tableFor("public", table).levels[0] === level);
/** Where a measure stands at its finest: what follows its name. */
const placesOf = (numbers: Numbers): ReadonlyMap<string, readonly string[]> => {
  const names = [...numbers].filter(([, number]) => isFinest(number)).map(([name]) => name);
  const grouped = Map.groupBy(names, (name) => name.split("|", 1)[0]!);
  return new Map([...grouped].map(([measure, all]) => [measure, all.map((name) => name.slice(measure.length))]));
};
const shownAt = (measures: readonly string[], place: string, numbers: Numbers) =>
  measures.map((measure) => measure + place).filter((name) => numbers.has(name));

/** What adds up between measures by the rules of the form, wherever all of the whole is shown; a part that a body left out adds nothing. */
export const measureSums = (numbers: Numbers): Equation[] => {
  const places = placesOf(numbers);
  return identities.flatMap(({whole, parts}) =>
    (places.get(whole[0]!) ?? []).flatMap((place) => {
      const [left, right] = [shownAt(whole, place, numbers), shownAt(parts, place, numbers)];
      return left.length === whole.length && right.length > 0 ? [{left, right}] : [];
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
