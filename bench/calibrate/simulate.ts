import {chance} from "../../fixtures/sample/chance.ts";
import {askedBy} from "../../pipelines/check/plausibility/ask.ts";
import {outlooksOf} from "../../pipelines/check/plausibility/outlook.ts";
import {groupsOf, isStrange} from "../../pipelines/check/plausibility/strangers.ts";
import type {Peers} from "../../schemas/context.ts";
import {leastHistory, type Levels} from "../../schemas/rules/pla/levels.ts";
import {type Draws, drawsOf} from "./draws.ts";
import {common, drawCount, drawWorld, type Life, type Ranges} from "./world.ts";

/** A figure of a return whose history is long enough, with its true level: what happened when nothing changed, half as much again, half. */
export type Trial = {readonly level: number; readonly unrest: number; readonly falsely: boolean; readonly up: boolean; readonly down: boolean};
/** A return of a world without change: by half-year (1 is the second), with the rules that asked all the same. */
export type Quiet = {readonly halfYear: number; readonly asked: readonly string[]; readonly figures: number};
export type Simulated = {readonly returns: readonly Quiet[]; readonly trials: readonly Trial[]};

/** What the models say of one return, and would say if one figure had shifted while all else stayed. */
const judgeReturn = (
  draws: Draws,
  {body, courses, returns}: Life,
  halfYear: number,
  peers: Peers,
  levels: Levels,
): {quiet: Quiet; trials: readonly Trial[]} => {
  const now = returns[halfYear]!;
  const outlooks = outlooksOf(
    now,
    returns.slice(0, halfYear).map((figures, i) => ({ago: halfYear - i, figures})),
    levels,
  );
  const groups = new Map(groupsOf(body, now, peers, levels).map((group) => [group.name, group]));
  const askedAbout = (name: string, count: number): string[] => {
    const outlook = outlooks.find((each) => each.name === name);
    const [own, group] = [outlook === undefined ? null : askedBy(outlook, count), groups.get(name)];
    return [...(own === null ? [] : [own]), ...(group !== undefined && isStrange(group, count) ? ["PLA-003"] : [])];
  };
  const asked = courses.map(({name, counts}) => askedAbout(name, counts[halfYear]!));
  const trials = courses.map(({name, levels: course, unrest}, i): Trial => {
    const level = course[halfYear]!;
    const found = (factor: number) => askedAbout(name, drawCount(draws, level * factor, unrest)).length > 0;
    return {level, unrest, falsely: asked[i]!.length > 0, up: found(1.5), down: found(0.5)};
  });
  return {quiet: {halfYear, asked: asked.flat(), figures: courses.length}, trials: halfYear >= leastHistory ? trials : []};
};

/** Draws so many bodies over six half-years, 54 a world, and judges each of their returns from the second on. */
export const simulate = (ranges: Ranges, size: number, seed: number, levels: Levels): Simulated => {
  const [returns, trials]: [Quiet[], Trial[]] = [[], []];
  for (let world = 0, drawn = 0; drawn < size; world += 1) {
    const draws = drawsOf(chance(seed, "calibrate", ranges.name, world));
    const lives = drawWorld(draws, ranges);
    for (const life of lives.slice(0, size - drawn)) {
      for (let halfYear = 1; halfYear < common.halfYears; halfYear += 1) {
        const peers = lives.filter(({body}) => body !== life.body).map((other) => ({body: other.body, figures: other.returns[halfYear]!}));
        const judged = judgeReturn(draws, life, halfYear, peers, levels);
        returns.push(judged.quiet);
        trials.push(...judged.trials.filter(({level}) => level > 0));
      }
      drawn += 1;
    }
  }
  return {returns, trials};
};
