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
  /** Readers one after the other; tables that also keep out others spare asking for those. */
  const each = (name: string, cell: number, criterion: Criterion, readers: ReadonlySet<number>, before: readonly Move[]): Heard => {
    let left = new Set(readers);
    const [fallen, moves]: [Fallen[], Move[]] = [[], [...before]];
    for (let [reader] = left; reader !== undefined; [reader] = left) {
      left.delete(reader);
      const verdict = judge(reader, cell, criterion);
      if ("moves" in verdict) {
        moves.push(...verdict.moves);
        const touched = new Set(verdict.moves.flatMap(({cells}) => cells.flatMap(insiders.whoKnow)));
        if (verdict.moves.length > 0) left = new Set([...left].filter((other) => touched.has(other)));
      } else {
        const {attacker, who} = named(reader);
        fallen.push({name, attacker, who, low: verdict.low, high: verdict.high, why: verdict.why});
      }
    }
    return {fallen, moves};
  };
  return (name, cell, criterion, settle) => {
    if (atOnce(outsider, cell, criterion) !== null) return each(name, cell, criterion, new Set([outsider]), []);
    const {open, moves} = settle();
    if (open !== "everybody") return each(name, cell, criterion, open, moves);
    const first = each(name, cell, criterion, new Set([outsider]), moves);
    if (first.fallen.length > 0 || first.moves.length === moves.length) return first;
    const touched = new Set(first.moves.slice(moves.length).flatMap(({cells}) => cells.flatMap(insiders.whoKnow)));
    for (const reader of insiders.whoKnow(cell)) touched.delete(reader);
    return each(name, cell, criterion, touched, first.moves);
  };
};
