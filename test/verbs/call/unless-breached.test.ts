import {expect, test} from "vitest";
import {Breached} from "../../../pipelines/jobs/warehouse/publish/breached.ts";
import {unlessBreached} from "../../../verbs/call/unless-breached.ts";
import {done} from "../../../verbs/call/outcome.ts";

const breach = (at: number) =>
  ({
    table: "caseload",
    place: `caseload.cm_neu|2025-H2|body|05${at}`,
    number: "",
    attacker: "body",
    who: "05111",
    low: 2,
    high: 3,
    scale: 0,
    width: 4,
    why: "narrow",
  }) as const;
const breached = (count: number) => new Breached({breaches: Array.from({length: count}, (_, i) => breach(100 + i)), leaks: []});

test("work that is safe is done", async () => expect(await unlessBreached(async () => done("fertig", 1))).toEqual({exit: 0, text: "fertig", json: 1}));
test("a number somebody could have back closes the gate: table, cell, attacker and interval are named", async () => {
  const {exit, text, json} = await unlessBreached(() => Promise.reject(breached(1)));
  expect([exit, json]).toEqual([1, {breaches: [breach(100)], leaks: []}]);
  expect(text).toMatch(
    /Es wurde nichts veröffentlicht; der Stand davor bleibt\.\n– caseload, Zelle cm_neu · 2025-H2 · 05100: als Stelle 05111 auf 2 bis 3 einzugrenzen/,
  );
});
test("of very many the terminal gets the first, and how many more there are", async () => {
  const {text} = await unlessBreached(() => Promise.reject(breached(60)));
  expect(text.split("\n")).toHaveLength(52);
  expect(text).toMatch(/– und 10 weitere; „--json“ nennt alle\.$/);
});
test("any other fault is none of ours", () => expect(unlessBreached(() => Promise.reject(new Error("kaputt")))).rejects.toThrow("kaputt"));
