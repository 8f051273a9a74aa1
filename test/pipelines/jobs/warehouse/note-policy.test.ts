import {afterEach, beforeEach, expect, test} from "vitest";
import {notePolicy} from "../../../../pipelines/jobs/warehouse/note-policy.ts";
import {policyHash} from "../../../../pipelines/protect/policy-hash.ts";
import {freshDesk} from "../intake/desk.ts";

let fresh: Awaited<ReturnType<typeof freshDesk>>;
beforeEach(async () => {
  fresh = await freshDesk();
});
const something = () => fresh.desk.ledger.append([{type: "quarantine-emptied", sha256: "00"}]);
afterEach(() => fresh.remove());
const noted = async () => (await fresh.desk.ledger.read()).flatMap((line) => (line.type === "policy" ? [line.policy] : []));

test("the policy is noted when it is new, and not again", async () => {
  await something();
  expect([await notePolicy(fresh.desk.ledger), await notePolicy(fresh.desk.ledger)]).toEqual([true, false]);
  expect(await noted()).toEqual([policyHash()]);
});
test("a change is noted, also back to what there was before", async () => {
  await something();
  await notePolicy(fresh.desk.ledger);
  await fresh.desk.ledger.append([{type: "policy", policy: "another", version: 2}]);
  expect(await notePolicy(fresh.desk.ledger)).toBe(true);
  expect(await noted()).toEqual([policyHash(), "another", policyHash()]);
});
test("as long as nothing happened there is nothing to protect", async () => {
  expect(await notePolicy(fresh.desk.ledger)).toBe(false);
  expect(await noted()).toEqual([]);
});
