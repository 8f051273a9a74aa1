import {bodies, districts} from "../../../../schemas/codes/bodies.ts";
import type {Equation} from "../../equations.ts";
import type {Numbers, PublishedNumber} from "./published-number.ts";

const keys = bodies.map(({key}) => key);
const bodiesIn = ({level, area}: PublishedNumber): string[] => {
  if (level === "state") return keys;
  if (level === "district") return bodies.filter(({district}) => district === area).map(({key}) => key);
  return level === "unit" ? keys.filter((key) => key.startsWith(area)) : [];
};
/** The same number of another area. */
const elsewhere = (name: string): ((area: string) => string) => {
  const [before, after] = name.split(/(?<=\|area=)[^|]*/) as [string, string];
  return (area) => before + area + after;
};

/** The parts of an area's number, if all bodies in it are among them. */
const partsOf = (name: string, number: PublishedNumber, numbers: Numbers): string[] => {
  const at = elsewhere(name);
  const shown = bodiesIn(number)
    .map(at)
    .filter((part) => numbers.has(part));
  if (shown.length > 0) return shown.length === number.bodies && !shown.includes(name) ? shown : [];
  const above = number.level === "state" ? districts.map(at) : [];
  const contributors = above.reduce((sum, part) => sum + (numbers.get(part)?.bodies ?? Number.NaN), 0);
  return contributors === number.bodies ? above : [];
};

/** A district, a shared area of official statistics and the Land are each the sum of their bodies; where no body is shown, the Land is the sum of the districts. */
export const areaSums = (numbers: Numbers): Equation[] =>
  [...numbers].flatMap(([name, number]) => {
    const parts = number.level === "body" ? [] : partsOf(name, number, numbers);
    return parts.length === 0 ? [] : [{left: [name], right: parts}];
  });
