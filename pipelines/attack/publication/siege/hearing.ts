import type {Criterion} from "../../criterion.ts";
import type {System} from "../../system.ts";
import type {Insiders} from "../moves/keep-out.ts";
import type {Settled} from "../moves/settle.ts";
import type {Move} from "../moves/shift.ts";
import type {Asker} from "./ask.ts";
import type {Knowers} from "./knowers.ts";
import type {Fallen, Siege} from "./siege.ts";
import {type Bounds, tightenerOf} from "./tighten.ts";

type Heard = {readonly fallen: readonly Fallen[]; readonly moves: readonly Move[]};
type Verdict = Pick<Fallen, "low" | "high" | "why"> | {readonly moves: readonly Move[]};
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

export const hearingOf = (court: Court): Hearing => {
  const {siege, knowers, insiders, asker, system} = court;
  const bounds = boundsFor(court);
  const atOnce = (reader: number, cell: number, criterion: Criterion): Verdict | null => {
    const known = bounds(reader);
    if (known === null) return contradiction;
    const [low, high] = [known.low[cell]!, known.high[cell]!];
    if (criterion.harmless(low)) return {moves: []};
    return criterion.open(low, high) ? null : {low, high, why: "narrow"};
  };
  const judge = (reader: number, cell: number, criterion: Criterion): Verdict => {
    const plain = atOnce(reader, cell, criterion);
    if (plain !== null) return plain;
    const answer = asker.ask(cell, reader === outsider ? nobody : knowers.knownTo(reader), criterion);
    if (answer === "impossible") return contradiction;
    return answer.safe ? {moves: answer.moves} : {low: answer.low, high: answer.high, why: "narrow"};
  };
  const named = (reader: number): Pick<Fallen, "attacker" | "who"> => {
    if (reader === outsider) return siege;
    const body = knowers.bodies[reader];
    return body === undefined ? {attacker: "single", who: system.keys[knowers.singles[reader - knowers.bodies.length]!]!} : {attacker: "body", who: body};
  };
  const alone = (name: string, cell: number, criterion: Criterion, reader: number): Heard => {
    const verdict = judge(reader, cell, criterion);
    return "moves" in verdict ? {fallen: [], moves: verdict.moves} : {fallen: [{name, ...named(reader), low: verdict.low, high: verdict.high, why: verdict.why}], moves: []};
  };
  /** Whom all readers together cannot rule out, none of them can; where they can, half of them are asked, and half of those. */
  const each = (name: string, cell: number, criterion: Criterion, readers: readonly number[]): Heard => {
    if (readers.length === 0) return {fallen: [], moves: []};
    if (readers.length === 1) return alone(name, cell, criterion, readers[0]!);
    const together = asker.ask(cell, new Map(readers.flatMap((reader) => [...knowers.knownTo(reader)])), criterion);
    if (together !== "impossible" && together.safe) return {fallen: [], moves: together.moves};
    const halves = [0, 1].map((odd) => each(name, cell, criterion, readers.filter((_, i) => i % 2 === odd)));
    return {fallen: halves.flatMap(({fallen}) => fallen), moves: halves.flatMap(({moves}) => moves)};
  };
  /** Those who know something the tables moved. */
  const reached = (cell: number, moves: readonly Move[]): number[] => {
    const own = insiders.whoKnow(cell);
    return [...new Set(moves.flatMap(({cells}) => cells.flatMap(insiders.whoKnow)))].filter((reader) => !own.includes(reader));
  };
  const everybody = (name: string, cell: number, criterion: Criterion): Heard => {
    const first = alone(name, cell, criterion, outsider);
    const {fallen, moves} = each(name, cell, criterion, reached(cell, first.moves));
    return {fallen: [...first.fallen, ...fallen], moves: [...first.moves, ...moves]};
  };
  return (name, cell, criterion, settle) => {
    if (atOnce(outsider, cell, criterion) !== null) return alone(name, cell, criterion, outsider);
    const {open, moves} = settle();
    const heard = open === "everybody" ? everybody(name, cell, criterion) : each(name, cell, criterion, [...open]);
    return {fallen: heard.fallen, moves: [...moves, ...heard.moves]};
  };
};
