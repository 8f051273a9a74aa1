import type {KeyFigures} from "../../schemas/context.ts";
import {bodies} from "../../schemas/codes/bodies.ts";
import {type KeyFigure, keyFigures, managerMonths} from "../../schemas/rules/pla/key-figures.ts";
import type {Draws} from "./draws.ts";

/** From where a world is drawn; said in the output. `unrest`: coefficient of variation of the true level from one half-year to the next. */
export type Ranges = {readonly name: string; readonly unrest: readonly [number, number]};

/** What all worlds have in common. Nothing of it is known to the models. */
export const common = {
  halfYears: 6,
  /** Typical count of a figure in a body of middling size; bodies lie around it by their size and by a factor of their own. */
  middle: [0.8, 900],
  smallest: 0.3,
  largest: 3000,
  /** Scatter of bodies of the same size (standard deviation of the logarithm). */
  bodies: 0.3,
  growthOfBodies: [-0.04, 0.08],
  growthOfFigures: 0.015,
  /** How often staff changes in a half-year, by up to how much, and how far the work follows it (1: wholly). */
  staffChanges: 0.3,
  staffBy: 0.2,
  followsStaff: [0.5, 1],
  /** Bodies where a figure that does not hang on the case managers is 0 throughout. */
  structuralZero: 0.03,
} as const;

/** One figure of one body: its true levels, its unrest and the counts drawn from them, by half-year. */
export type Course = {readonly name: string; readonly levels: readonly number[]; readonly unrest: number; readonly counts: readonly number[]};
/** One body over six half-years without any change but growth, staff, unrest and chance. */
export type Life = {readonly body: string; readonly courses: readonly Course[]; readonly returns: readonly KeyFigures[]};

const pick = (draws: Draws, [low, high]: readonly [number, number]) => draws.uniform(low, high);
export const drawCount = (draws: Draws, level: number, unrest: number): number => draws.poisson(level * draws.factor(unrest));

const staffOf = (draws: Draws, months: number): number[] => {
  const staff = [months];
  while (staff.length < common.halfYears) {
    const changes = draws.uniform(0, 1) < common.staffChanges;
    staff.push(Math.round(staff.at(-1)! * (changes ? Math.exp(draws.uniform(-common.staffBy, common.staffBy)) : 1)));
  }
  return staff;
};

const courseOf = (draws: Draws, {unrest}: Ranges, {name, exposure}: KeyFigure, typical: number, work: readonly number[], growth: number): Course => {
  const own = pick(draws, unrest);
  const speed = growth + draws.normal(0, common.growthOfFigures);
  const base = Math.exp(draws.normal(0, common.bodies)) * typical;
  const start = exposure === null && draws.uniform(0, 1) < common.structuralZero ? 0 : Math.min(common.largest, Math.max(common.smallest, base));
  const levels = work.map((factor, i) => start * factor * Math.exp(speed * i));
  return {name, levels, unrest: own, counts: levels.map((level) => drawCount(draws, level, own))};
};

const lifeOf = (draws: Draws, ranges: Ranges, body: (typeof bodies)[number], middles: ReadonlyMap<string, number>): Life => {
  const size = body.inhabitants / 300_000;
  const staff = staffOf(draws, Math.round(3600 * size));
  const follows = pick(draws, common.followsStaff);
  const work = staff.map((months) => (months / staff[0]!) ** follows);
  const growth = pick(draws, common.growthOfBodies);
  const courses = keyFigures.map((figure) => courseOf(draws, ranges, figure, middles.get(figure.name)! * size, work, growth));
  const returns = staff.map(
    (months, i): KeyFigures => ({
      ...Object.fromEntries(courses.map(({name, counts}) => [name, BigInt(counts[i]!)])),
      [managerMonths]: BigInt(months),
    }),
  );
  return {body: body.key, courses, returns};
};

/** The 54 bodies, each with the inhabitants it has, over six half-years. */
export const drawWorld = (draws: Draws, ranges: Ranges): Life[] => {
  const middles = new Map(keyFigures.map(({name}) => [name as string, draws.logUniform(...common.middle)]));
  return bodies.map((body) => lifeOf(draws, ranges, body, middles));
};
