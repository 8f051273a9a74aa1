import type {Criterion} from "../../criterion.ts";
import type {System} from "../../system.ts";
import type {Insiders} from "../moves/keep-out.ts";
import type {Settled} from "../moves/settle.ts";
import type {Move} from "../moves/shift.ts";
import type {Asker} from "./ask.ts";
import type {Knowers} from "./knowers.ts";
import type {Fallen, Siege} from "./siege.ts";
import {type Bounds, tightenerOf} from "./tighten.ts";

/** `large`: readers who can prove a number to be no small one, so that there is nothing to hide from them; empty for everybody. */
type Heard = {readonly fallen: readonly Fallen[]; readonly moves: readonly Move[]; readonly large: readonly string[]};
type Verdict = Pick<Fallen, "low" | "high" | "why"> | {readonly why: "safe"; readonly moves: readonly Move[]} | {readonly why: "large"};
/** Judges a cell: what sums alone tell everybody, then moves, and then one by one the readers against whom moves showed nothing. */
export type Hearing = (name: string, cell: number, criterion: Criterion, settle: () => Settled) => Heard;
type Court = {readonly siege: Siege; readonly system: System; readonly knowers: Knowers; readonly insiders: Insiders; readonly asker: Asker};

const outsider = -1;
const nobody: ReadonlyMap<number, number> = new Map();
const contradiction = {low: Number.NaN, high: Number.NaN, why: "contradiction"} as const;

/** What sums alone tell each reader; worked out when somebody asks. */
const boundsFor = ({system, knowers}: Court): ((reader: number) => Bounds | null) => {
  const tighten = tightenerOf(system);
  const seen = new Map<number, Bounds | null>([[outsider, tighten({low: Float64Array.from(system.low), high: Float64Array.from(system.high)}, null)]]);
  return (reader) => {
    const common = seen.get(outsider)!;
    if (!seen.has(reader)) seen.set(reader, common && tighten(common, knowers.knownTo(reader)));
    return seen.get(reader)!;
  };
};

const joined = (all: readonly Heard[]): Heard => ({
  fallen: all.flatMap(({fallen}) => fallen),
  moves: all.flatMap(({moves}) => moves),
  large: all.flatMap(({large}) => large),
});

export const hearingOf = (court: Court): Hearing => {
  const {siege, knowers, insiders, asker, system} = court;
  const bounds = boundsFor(court);
  const between = (low: number, high: number, {open, harmless}: Criterion, moves: readonly Move[]): Verdict => {
    if (open(low, high)) return {why: "safe", moves};
    return harmless(low) ? {why: "large"} : {low, high, why: "narrow"};
  };
  /** What sums alone say; nothing if they leave the number open. */
  const atOnce = (reader: number, cell: number, criterion: Criterion): Verdict | null => {
    const known = bounds(reader);
    const verdict = known === null ? contradiction : between(known.low[cell]!, known.high[cell]!, criterion, []);
    return verdict.why === "safe" ? null : verdict;
  };
  const judge = (reader: number, cell: number, criterion: Criterion): Verdict => {
    const plain = atOnce(reader, cell, criterion);
    if (plain !== null) return plain;
    const answer = asker.ask(cell, reader === outsider ? nobody : knowers.knownTo(reader));
    return answer === "impossible" ? contradiction : between(answer.low, answer.high, criterion, answer.moves);
  };
  const named = (reader: number): Pick<Fallen, "attacker" | "who"> => {
    if (reader === outsider) return {attacker: siege.attacker, who: siege.who};
    const body = knowers.bodies[reader];
    return body === undefined ? {attacker: "single", who: system.keys[knowers.singles[reader - knowers.bodies.length]!]!} : {attacker: "body", who: body};
  };
  const alone = (name: string, cell: number, criterion: Criterion, reader: number): Heard => {
    const verdict = judge(reader, cell, criterion);
    if (verdict.why === "safe") return {fallen: [], moves: verdict.moves, large: []};
    if (verdict.why === "large") return {fallen: [], moves: [], large: [reader === outsider ? "" : named(reader).who]};
    return {fallen: [{name, ...named(reader), ...verdict}], moves: [], large: []};
  };
  /** What all readers together leave open, each of them does; where they do not, half of them are asked, and half of those. */
  const each = (name: string, cell: number, criterion: Criterion, readers: readonly number[]): Heard => {
    if (readers.length === 0) return joined([]);
    if (readers.length === 1) return alone(name, cell, criterion, readers[0]!);
    const together = asker.ask(cell, new Map(readers.flatMap((reader) => [...knowers.knownTo(reader)])));
    if (together !== "impossible" && criterion.open(together.low, together.high)) return {fallen: [], moves: together.moves, large: []};
    const half = (odd: number) => readers.filter((_, i) => i % 2 === odd);
    return joined([0, 1].map((odd) => each(name, cell, criterion, half(odd))));
  };
  /** Those who know something the tables moved. */
  const reached = (cell: number, moves: readonly Move[]): number[] => {
    const own = insiders.whoKnow(cell);
    return [...new Set(moves.flatMap(({cells}) => cells.flatMap(insiders.whoKnow)))].filter((reader) => !own.includes(reader));
  };
  const everybody = (name: string, cell: number, criterion: Criterion): Heard => {
    const first = alone(name, cell, criterion, outsider);
    return joined([first, each(name, cell, criterion, reached(cell, first.moves))]);
  };
  return (name, cell, criterion, settle) => {
    if (atOnce(outsider, cell, criterion) !== null) return alone(name, cell, criterion, outsider);
    const {open, moves} = settle();
    const heard = open === "everybody" ? everybody(name, cell, criterion) : each(name, cell, criterion, [...open]);
    return joined([{fallen: [], moves, large: []}, heard]);
  };
};
