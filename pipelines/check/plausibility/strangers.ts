import type {KeyFigures, Peers} from "../../../schemas/context.ts";
import {keyFigures, managerMonths} from "../../../schemas/rules/pla/key-figures.ts";
import {leastPeers, type Levels} from "../../../schemas/rules/pla/levels.ts";
import {neighboursOf} from "../../../schemas/rules/pla/neighbours.ts";
import {chanceBeyond} from "./negative-binomial.ts";

/** A figure per VZÄ-month among those of a body's neighbours: logarithms, for the smallest and the largest of them are ratios. */
export type Group = {
  readonly name: string;
  readonly months: number;
  readonly mean: number;
  readonly variance: number;
  readonly chance: number;
  readonly peers: number;
  readonly level: number;
};

/** Where fewer are to be expected, a rate says nothing. */
const leastExpected = 5;
/** Half a case more keeps a zero apart from nothing. */
const rate = (count: number, months: number) => Math.log((count + 0.5) / months);

const groupOf = (name: string, months: number, known: readonly KeyFigures[]): Omit<Group, "level"> | null => {
  const counts = known.map((figures) => ({count: Number(figures[name]), months: Number(figures[managerMonths])}));
  if (counts.length < leastPeers) return null;
  const rates = counts.map((each) => rate(each.count, each.months));
  const mean = rates.reduce((sum, each) => sum + each, 0) / rates.length;
  const variance = rates.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (rates.length - 1);
  const chance = counts.reduce((sum, {count}) => sum + 1 / (count + 0.5), 0) / counts.length;
  return {name, months, mean, variance, chance, peers: counts.length};
};

/** The groups a body can be compared with: of the figures that it reports and that enough neighbours report per VZÄ-month. */
export const groupsOf = (body: string, now: KeyFigures, peers: Peers, {peers: level}: Levels): Group[] => {
  const months = now[managerMonths] ?? 0n;
  if (months <= 0n) return [];
  const near = new Set(neighboursOf(body));
  const known = peers.filter((peer) => near.has(peer.body) && (peer.figures[managerMonths] ?? 0n) > 0n).map(({figures}) => figures);
  const groups = keyFigures
    .filter(({name, exposure}) => exposure !== null && now[name] !== undefined)
    .flatMap(
      ({name}) =>
        groupOf(
          name,
          Number(months),
          known.filter((figures) => figures[name] !== undefined),
        ) ?? [],
    )
    .filter(({mean}) => Math.exp(mean) * Number(months) >= leastExpected);
  return groups.map((group) => ({...group, level: level / groups.length}));
};

/**
 * Whether a count lies outside the group: Student's t on logarithms, because a dozen neighbours do not know their scatter exactly. A body with fewer cases than
 * its neighbours has more chance in its rate than they have.
 */
export const isStrange = ({mean, variance, chance, peers, months, level}: Group, count: number): boolean => {
  const own = Math.max(0, 1 / (Math.exp(mean) * months + 0.5) - chance);
  const deviation = (rate(count, months) - mean) / Math.sqrt(variance * (1 + 1 / peers) + own);
  return chanceBeyond(deviation, peers - 1) <= level;
};
