import {afterEach, beforeEach, expect, test} from "vitest";
import {oneReturn} from "../../../../fixtures/sample/one-return.ts";
import {checkFiles} from "../../../../pipelines/jobs/intake/check-files.ts";
import {ingest} from "../../../../pipelines/jobs/intake/ingest.ts";
import {judgedBody} from "../../../../pipelines/jobs/intake/judging/judged-body.ts";
import {verifyLedger} from "../../../../pipelines/ledger/verify.ts";
import {freshDesk} from "./desk.ts";

const body = "05170";
const doubtful = await oneReturn({body, change: {"03_Fallzahlen!D5": "Neuaufnahmen CM (Fälle)"}});
const faulty = await oneReturn({body, change: {"03_Fallzahlen!D5": "Neuaufnahmen CM (Fälle)", "03_Fallzahlen!E8": 99}});

let fresh: Awaited<ReturnType<typeof freshDesk>>;
beforeEach(async () => {
  fresh = await freshDesk();
});
afterEach(() => fresh.remove());
const take = async (bytes: Uint8Array, acceptRepairs = false) => {
  await fresh.drop("a.xlsx", bytes);
  return (await ingest(fresh.desk, [], {acceptRepairs})).files[0]!.outcome;
};
/** What counts when everything is judged anew from archive and ledger. */
const verdicts = async () => (await judgedBody(fresh.desk, body)).judged.map(({checked}) => checked.verdict);
const events = async () => (await fresh.desk.ledger.read()).map(({type}) => type);

test("unconfirmed, a doubtful reading is rejected", async () => {
  expect(await take(doubtful)).toBe("rejected");
  expect(await verdicts()).toEqual(["rejected"]);
});
test("confirmed with the file, it is accepted, and whoever builds from the ledger sees the same", async () => {
  expect(await take(doubtful, true)).toBe("accepted");
  expect(await events()).toEqual(["received", "checked", "repairs-accepted"]);
  expect(await verdicts()).toEqual(["accepted"]);
  expect((await verifyLedger(fresh.desk)).faults).toEqual([]);
});
test("confirmed later, by sending it again, it counts from when it came; a third time changes nothing", async () => {
  expect([await take(doubtful), await take(doubtful, true), await take(doubtful, true)]).toEqual(["rejected", "accepted", "known"]);
  expect(await events()).toEqual(["received", "checked", "repairs-accepted", "checked"]);
  expect(await verdicts()).toEqual(["accepted"]);
});
test("a confirmation accepts no other error, and there is nothing to confirm where nothing is doubtful", async () => {
  expect(await take(faulty, true)).toBe("rejected");
  expect(await take(await oneReturn({body: "05914"}), true)).toBe("accepted");
  expect((await events()).filter((type) => type === "repairs-accepted")).toHaveLength(1);
});
test("checking can try the confirmation without writing it down", async () => {
  const path = await fresh.drop("a.xlsx", doubtful);
  const verdict = async (acceptRepairs: boolean) => (await checkFiles([path], fresh.desk, {acceptRepairs}))[0]!.verdict;
  expect([await verdict(false), await verdict(true)]).toEqual(["rejected", "accepted"]);
  expect(await events()).toEqual([]);
});
