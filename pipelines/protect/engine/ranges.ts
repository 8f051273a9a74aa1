import {type Group, groupsOf} from "./groups.ts";
import type {Matrix} from "./matrix.ts";
import {type Solver, solverOf, tolerance, unbounded} from "./solver.ts";
import {unknownsOf, type Watched, watched} from "./unknowns.ts";

/** What a pattern has to withstand: a reader who knows some cells beforehand. `judged`: cells that must stay open to them; without it all withheld ones, for nobody can tell why a cell is withheld. */
export type Threat = {readonly name: string; readonly knownAtoms: readonly number[]; readonly judged?: ReadonlySet<number>};

/** What has been seen of a withheld cell so far. */
type Range = Watched & {low: number; high: number};

type Direction = 1 | -1;
/** Every solution is a whole table that fits what is published, so it widens the range of all cells at once. */
const push = (solver: Solver, targets: readonly Range[], all: readonly Range[], direction: (target: number) => Direction) => {
  const columns = new Set(targets.flatMap((target) => target.columns));
  for (const [number, target] of targets.entries()) for (const column of target.columns) solver.cost(column, -direction(number));
  const solution = solver.solve();
  for (const column of columns) solver.cost(column, 0);
  if (solution === null) return;
  for (const each of all) {
    const value = each.columns.reduce((sum, column) => sum + solution[column]!, each.base);
    each.low = Math.min(each.low, value);
    each.high = Math.max(each.high, value);
  }
};

/** Open enough: the cell could be at least the threshold, and takes threshold − 1 steps or more. */
const isOpen = ({low, high}: Range, threshold: number) => high >= threshold - tolerance && high - low >= threshold - 1 - tolerance;

/** Cells that add up to something shown cannot all be large: so some are pushed up while others are pushed down, in patterns that part any two. */
const sides = [0, 1, 2, 3].flatMap((bit) => ([1, -1] as const).map((up) => (target: number) => ((target >> bit) & 1 ? up : -up) as Direction));

/** Cells that are narrow and could be small, although they were asked for their least and largest value. */
const narrow = (solver: Solver, all: readonly Range[], threshold: number): number[] => {
  const open = () => all.filter((each) => !isOpen(each, threshold));
  for (const side of sides) if (open().length > 1) push(solver, open(), all, side);
  return all.flatMap((each) => {
    for (const direction of [1, -1] as const) if (!isOpen(each, threshold)) push(solver, [each], all, () => direction);
    return isOpen(each, threshold) || each.low >= threshold - tolerance ? [] : [each.cell];
  });
};

/** A group under attack by one who knows some of its columns. */
const besieged = (matrix: Matrix, {atoms, watched: cells}: Group, solver: Solver, known: ReadonlySet<number>, threshold: number, floor: 0 | 1) => {
  const value = (column: number) => matrix.cells[matrix.atomCells[atoms[column]!]!]!.value;
  for (const column of known) solver.bound(column, value(column), value(column));
  const concerned = cells.filter(({columns}) => columns.some((column) => !known.has(column)));
  const found = narrow(
    solver,
    concerned.map((each) => ({...each, low: matrix.cells[each.cell]!.value, high: matrix.cells[each.cell]!.value})),
    threshold,
  );
  for (const column of known) solver.bound(column, floor, unbounded);
  return found;
};

/**
 * For each threat the cells that a pattern does not protect from it; what is open to everybody is not asked again for those who know more. `floor` is the least an atom can be in the eyes of all: 1 where zeros are always shown.
 */
export const openTo = (matrix: Matrix, hidden: ReadonlySet<number>, threats: readonly Threat[], threshold: number, floor: 0 | 1): Map<Threat, number[]> => {
  const unknowns = unknownsOf(matrix, hidden);
  const all = [...hidden].map((cell) => watched(matrix, unknowns, cell));
  const result = new Map<Threat, number[]>();
  const note = (threat: Threat, found: readonly number[]) => {
    if (found.length > 0) result.set(threat, [...(result.get(threat) ?? []), ...found]);
  };
  const exposed = all.filter(({columns, cell}) => columns.length === 0 && matrix.cells[cell]!.value < threshold).map(({cell}) => cell);
  for (const threat of threats) note(threat, threat.knownAtoms.length > 0 ? [] : exposed.filter((cell) => threat.judged?.has(cell) ?? true));
  for (const group of groupsOf(unknowns, all)) {
    const {atoms, rows, equals, at} = group;
    const openToAll = new Set<number>();
    const solver = solverOf({lower: atoms.map(() => floor), upper: atoms.map(() => unbounded), cost: atoms.map(() => 0), rows, equals});
    for (const threat of threats) {
      const known = new Set(threat.knownAtoms.flatMap((atom) => at.get(unknowns.columns[atom]!) ?? []));
      if (threat.knownAtoms.length > 0 && known.size === 0) continue;
      const judged = group.watched.filter(({cell}) => !openToAll.has(cell) && (threat.judged?.has(cell) ?? true));
      const found = besieged(matrix, {...group, watched: judged}, solver, known, threshold, floor);
      note(threat, found);
      if (known.size === 0) for (const cell of found) openToAll.add(cell);
    }
    solver.close();
  }
  return result;
};
