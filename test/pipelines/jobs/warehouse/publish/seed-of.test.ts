import {expect, test} from "vitest";
import {seedOf} from "../../../../../pipelines/jobs/warehouse/publish/seed-of.ts";
import type {LedgerLine} from "../../../../../schemas/events.ts";

const emptied = (seq: number): LedgerLine => ({type: "quarantine-emptied", sha256: "00", seq, prev: `h${seq - 1}`, hash: `h${seq}`, recorded: ""});
const policy = (seq: number, prev = `h${seq - 1}`): LedgerLine => ({type: "policy", policy: "p", version: 1, seq, prev, hash: `h${seq}`, recorded: ""});
const lines = [emptied(1), policy(2)];

test("the seed stays what it was, whatever comes later", () => expect(seedOf([...lines, emptied(3), policy(4)], "p")).toBe(seedOf(lines, "p")));
test("another past, another seed: the policy alone does not tell it", () => expect(seedOf([emptied(1), policy(2, "other")], "p")).not.toBe(seedOf(lines, "p")));
test("another policy, another seed", () => expect(seedOf(lines, "q")).not.toBe(seedOf(lines, "p")));
test("where nothing happened yet there is a seed too", () => expect(seedOf([], "p")).toBeTypeOf("number"));
