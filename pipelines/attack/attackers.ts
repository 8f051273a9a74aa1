import type {Attacker} from "../../schemas/disclosure.ts";
import type {Knowledge} from "./knowledge.ts";

/** A reader with a table of their own: the body, and what it sees exactly. */
export type Own = {readonly body: string; readonly knowledge: Knowledge};
/** Somebody who knows a few cells beforehand; `who` names them in a report. */
export type Reader = {readonly attacker: Attacker; readonly who: string; readonly knows: ReadonlyMap<string, number>};

const exact = (knowledge: Knowledge): Map<string, number> =>
  new Map([...knowledge].flatMap(([key, {low, high}]) => (low === high ? [[key, low] as const] : [])));
/** What is not already published. */
const beyond = (published: Knowledge, own: Knowledge): Map<string, number> =>
  new Map([...exact(own)].filter(([key]) => published.get(key) !== undefined && published.get(key)!.low < published.get(key)!.high));

/** The one person in a withheld cell of a body's own table knows that it is 1. */
const singles = (published: Knowledge, owns: readonly Own[]): Reader[] =>
  owns.flatMap(({knowledge}) =>
    [...beyond(published, knowledge)]
      .filter(([key, value]) => value === 1 && published.get(key)!.withheld)
      .map(([key]): Reader => ({attacker: "single", who: key, knows: new Map([[key, 1]])})),
  );
const bodies = (published: Knowledge, owns: readonly Own[]): Reader[] =>
  owns.map(({body, knowledge}) => ({attacker: "body", who: body, knows: beyond(published, knowledge)}));

/** Everybody who reads one publication, with what they know beside it. */
export const readers = (attackers: readonly Attacker[], published: Knowledge, owns: readonly Own[]): Reader[] => [
  ...(attackers.includes("outsider") ? [{attacker: "outsider", who: "", knows: new Map()} as const] : []),
  ...(attackers.includes("single") ? singles(published, owns) : []),
  ...(attackers.includes("body") ? bodies(published, owns) : []),
];
