import {levels} from "../../schemas/rules/pla/levels.ts";
import {type Simulated, simulate, type Trial} from "./simulate.ts";
import type {Ranges} from "./world.ts";

/** What is promised, in percent, and for which figures. */
export const promise = {falsely: 5, found: 80, level: 30} as const;

/** The promise is kept in the calm world; the restless one shows how far it carries. */
export const worlds: readonly [Ranges, Ranges] = [
  {name: "ruhige Welt", unrest: [0, 0.08]},
  {name: "unruhige Welt", unrest: [0, 0.2]},
];

/** Shares in percent. `up` and `down`: of shifts by half of the true level, how many any rule asked about. */
export type Power = {
  readonly from: number;
  readonly until: number;
  readonly trials: number;
  readonly up: number;
  readonly down: number;
  readonly falsely: number;
};
export type Calibrated = {
  readonly world: Ranges;
  /** Returns of a world without change with at least one finding, by half-year (2nd to 6th). */
  readonly falsely: readonly number[];
  readonly byRule: Readonly<Record<string, number>>;
  readonly promised: Power;
  readonly byLevel: readonly Power[];
  /** Of the promised figures, by their unrest in percent. */
  readonly byUnrest: readonly Power[];
};
export type Calibration = {readonly ok: boolean; readonly draws: number; readonly seed: number; readonly worlds: readonly Calibrated[]};

const percent = <T>(all: readonly T[], holds: (each: T) => boolean): number => (all.length === 0 ? 0 : (100 * all.filter(holds).length) / all.length);
const powerOf = (trials: readonly Trial[], from: number, until: number): Power => ({
  from,
  until,
  trials: trials.length,
  up: percent(trials, ({up}) => up),
  down: percent(trials, ({down}) => down),
  falsely: percent(trials, ({falsely}) => falsely),
});
const steps = (bounds: readonly number[]) => bounds.slice(1).map((until, i) => [bounds[i]!, until] as const);

const levelSteps = steps([0, 1, 3, 10, 20, 30, 45, 60, 100, 300, 1000, Infinity]);
const unrestSteps = (most: number) => steps([0, 0.25, 0.5, 0.75, 1].map((part) => part * most));

const summed = (world: Ranges, {returns, trials}: Simulated): Calibrated => {
  const promised = trials.filter(({level}) => level >= promise.level);
  const halfYears = [...new Set(returns.map(({halfYear}) => halfYear))].sort();
  return {
    world,
    falsely: halfYears.map((each) =>
      percent(
        returns.filter(({halfYear}) => halfYear === each),
        ({asked}) => asked.length > 0,
      ),
    ),
    byRule: Object.fromEntries(["PLA-001", "PLA-002", "PLA-003", "PLA-008"].map((rule) => [rule, percent(returns, ({asked}) => asked.includes(rule))])),
    promised: powerOf(promised, promise.level, Infinity),
    byLevel: levelSteps.map(([from, until]) =>
      powerOf(
        trials.filter(({level}) => level >= from && level < until),
        from,
        until,
      ),
    ),
    byUnrest: unrestSteps(world.unrest[1]).map(([from, until]) =>
      powerOf(
        promised.filter(({unrest}) => unrest >= from && unrest < until),
        from,
        until,
      ),
    ),
  };
};

export const foundOf = ({up, down}: Power): number => (up + down) / 2;

/** Draws bodies without change and with shifts. `draws`: bodies with six half-years each; the restless world gets a third. */
export const calibrate = (draws: number, seed: number): Calibration => {
  const [calm, restless] = worlds;
  const all = [summed(calm, simulate(calm, draws, seed, levels)), summed(restless, simulate(restless, Math.ceil(draws / 3), seed, levels))];
  const {falsely, promised} = all[0]!;
  return {ok: Math.max(...falsely) <= promise.falsely && foundOf(promised) >= promise.found, draws, seed, worlds: all};
};
