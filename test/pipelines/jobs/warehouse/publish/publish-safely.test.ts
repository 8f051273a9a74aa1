import {expect, test} from "vitest";
import type {PublicationBreach} from "../../../../../pipelines/attack/publication/attacked.ts";
import {Breached} from "../../../../../pipelines/jobs/warehouse/publish/breached.ts";
import {publishSafely} from "../../../../../pipelines/jobs/warehouse/publish/publish-safely.ts";
import type {AttackOutcome} from "../../../../../schemas/disclosure/protection.ts";

const outcome: AttackOutcome = {attackers: [], cells: 1, breaches: 0, certificate: "c"};
const breach = (number: string, why: PublicationBreach["why"] = "narrow"): PublicationBreach => ({
  table: "caseload",
  place: "caseload.cm_neu|2025-H1|body|05111",
  number,
  attacker: "outsider",
  who: "",
  low: 3,
  high: 4,
  scale: 0,
  width: 4,
  why,
});
/** An attack that has each of these back until it is withheld; `tried`: what was withheld in each attempt. */
const siege = (open: readonly PublicationBreach[], more: (fallen: ReadonlySet<string>) => readonly PublicationBreach[] = () => []) => {
  const tried: string[][] = [];
  let withheld: ReadonlySet<string> = new Set();
  const write = async (fallen: ReadonlySet<string>) => {
    withheld = fallen;
    tried.push([...fallen]);
    return {products: [], protection: {methods: {}, shares: []}};
  };
  const attack = async () => {
    const got = [...open, ...more(withheld)].filter(({number, why}) => why !== "narrow" || !withheld.has(number));
    if (got.length > 0) throw new Breached({breaches: got, leaks: []});
    return outcome;
  };
  return {tried, done: publishSafely(write, attack)};
};

test("what is safe at once is written once", async () => {
  const {tried, done} = siege([]);
  expect((await done).outcome).toEqual(outcome);
  expect(tried).toEqual([[]]);
});
test("a number that falls is withheld, and what lies there then is attacked anew", async () => {
  const {tried, done} = siege([breach("a")], (withheld) => (withheld.has("a") ? [breach("b")] : []));
  await done;
  expect(tried).toEqual([[], ["a"], ["a", "b"]]);
});
test("what withholding cannot mend stops the run", async () => {
  const {tried, done} = siege([breach("a", "contradiction")]);
  await expect(done).rejects.toThrow(Breached);
  expect(tried).toHaveLength(1);
});
test("it does not go on for ever", async () => {
  const {tried, done} = siege([], (withheld) => [breach(`next ${withheld.size}`)]);
  await expect(done).rejects.toThrow("Es wurde nichts veröffentlicht");
  expect(tried).toHaveLength(4);
});
