import {expect, test} from "vitest";
import {hashOf, policyHash} from "../../../pipelines/protect/policy-hash.ts";
import {audiences} from "../../../schemas/disclosure.ts";

test("is the same for the same rules in another order", () => expect(hashOf({a: 1n, b: [true, null]})).toBe(hashOf({b: [true, null], a: 1n})));
test("changes with a threshold", () => {
  const {policy} = audiences.public;
  expect(hashOf({...policy, threshold: 4})).not.toBe(hashOf(policy));
});
test("tells a number from a bigint", () => expect(hashOf({a: 1n})).not.toBe(hashOf({a: 1})));
test("of our own policy is a SHA-256", () => expect(policyHash()).toMatch(/^[0-9a-f]{64}$/));
