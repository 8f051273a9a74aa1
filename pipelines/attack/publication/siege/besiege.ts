import {type Criterion, criterionOf} from "../../criterion.ts";
import {type System, systemOf} from "../../system.ts";
import {baseTable} from "../moves/base-table.ts";
import {boardOf} from "../moves/board.ts";
import {insidersOf} from "../moves/keep-out.ts";
import {type Need, settle} from "../moves/settle.ts";
import {type Move, shiftOn} from "../moves/shift.ts";
import type {PublishedNumber} from "../numbers/published-number.ts";
import {askerOf} from "./ask.ts";
import {hearingOf} from "./hearing.ts";
import {knowersOf} from "./knowers.ts";
import type {Besieged, Fallen, Siege} from "./siege.ts";

/** The threshold belongs to the method: a number withheld among rounded ones must be as open as a rounded one. */
const thresholdOf = ({method, base}: PublishedNumber, threshold: number) => (method === "round" ? base : threshold);
const needOf = (number: PublishedNumber, threshold: number): Need =>
  number.withheld ? {withheld: true, threshold: thresholdOf(number, threshold)} : {withheld: false, low: number.low, high: number.high};

/** How wide a number must at least be open, in 10^-scale units. */
export const widthNeeded = (number: PublishedNumber, threshold: number): number =>
  number.withheld || number.low === number.high ? thresholdOf(number, threshold) - 1 : number.high - number.low;

/** Numbers that something hides. */
export const judgedOf = ({numbers}: Pick<Siege, "numbers">): [string, PublishedNumber][] => [...numbers].filter(([, {low, high}]) => low < high);

const widthOf = (cell: number, moves: readonly Move[]): number => {
  const reached = moves.map(({cells, amounts}) => amounts[cells.indexOf(cell)] ?? 0);
  return Math.max(0, ...reached) - Math.min(0, ...reached);
};
const impossible = ({attacker, who}: Siege, name: string): Fallen => ({name, attacker, who, low: Number.NaN, high: Number.NaN, why: "contradiction"});

/** What falls before any number is moved: known by its sums alone, or contradicted by them. */
const fallenAtOnce = (siege: Siege, {fixed, contradictions}: System, criterion: (number: PublishedNumber) => Criterion): Fallen[] => {
  const {attacker, who} = siege;
  const given = judgedOf(siege).filter(([name, number]) => fixed.has(name) && !criterion(number).harmless(fixed.get(name)!));
  return [
    ...contradictions.map(({left}) => impossible(siege, left[0]!)),
    ...given.map(([name]): Fallen => ({name, attacker, who, low: fixed.get(name)!, high: fixed.get(name)!, why: "narrow"})),
  ];
};

/** Attacks every hidden number of a half-year: shown to be safe by moves where some are found, asked exactly where not. */
export const besiege = (siege: Siege): Besieged => {
  const criterion = (number: PublishedNumber) => criterionOf(number, thresholdOf(number, siege.threshold));
  const known = systemOf(siege.knowledge, siege.equations);
  const {system, base, dropped} = baseTable(known, siege.owned.values);
  const fallen = fallenAtOnce(siege, known, criterion);
  const nothing = {widths: new Map(), questions: 0, dropped, evidence: {keys: system.keys, base: [], cells: []}};
  if (base === null) return {...nothing, fallen: [...fallen, impossible(siege, system.keys[0]!)]};
  const knowers = knowersOf(siege, system, base);
  const board = boardOf(system, base, knowers.owner);
  const [shift, insiders, asker] = [shiftOn(board), insidersOf(board, knowers.bodies.length, knowers.singles), askerOf(system, base, siege.integer)];
  const hearing = hearingOf({siege, system, knowers, insiders, asker});
  const widths = new Map<string, number>();
  const verdicts = judgedOf(siege).flatMap(([name, number]) => {
    const cell = system.columns.get(name);
    if (cell === undefined) return [];
    const heard = hearing(name, cell, criterion(number), () => settle(shift, insiders, cell, base[cell]!, needOf(number, siege.threshold)));
    const seen = [...(heard.moves.length > 0 ? [widthOf(cell, heard.moves)] : []), ...heard.fallen.map(({low, high}) => high - low)];
    if (seen.length > 0) widths.set(name, Math.min(...seen));
    return [{cell, ...heard}];
  });
  asker.leave();
  return {
    fallen: [...fallen, ...verdicts.flatMap((verdict) => verdict.fallen)],
    widths,
    questions: asker.asked(),
    dropped,
    evidence: {keys: system.keys, base: [...base], cells: verdicts.map(({cell, moves, large}) => ({cell, moves, large}))},
  };
};
