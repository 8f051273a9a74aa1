import {afterAll, beforeAll, describe, expect, test} from "vitest";
import type {Warehouse} from "../../../pipelines/effects/warehouse.ts";
import {modelFiles} from "../../../pipelines/jobs/warehouse/model-files.ts";
import {runAudits} from "../../../pipelines/model/build.ts";
import {handmade, stateOf} from "./handmade.ts";

const model = modelFiles();
const site = {
  cm_bestand_anfang: 0n,
  cm_neu: 0n,
  cm_beendet: 0n,
  cm_bestand_ende: 0n,
  cm_personen_ende: 0n,
  erstberatungen: 1n,
  verweisberatungen: 0n,
  folgeberatungen_ohne_cm: 0n,
  folgeberatungen: 0n,
};
const post = {funktion: "CM", traeger: "K1", vzae_bewilligt: 100n, vzae_besetzt: 50n, koepfe: 1n, vzae_monate: 300n};

let state: Warehouse;
beforeAll(async () => {
  state = await stateOf([handmade({body: "05111", full: true, lists: {T03: {E01: site}, T02: {"CM-01": post}}})]);
});
afterAll(() => state.close());
/** Names of the audits that a change of the finished state breaks; the change is taken back. */
const brokenBy = async (change: string): Promise<string[]> => {
  await state.run("begin");
  await state.run(change);
  const broken = await runAudits(state, model);
  await state.run("rollback");
  return broken.map(({audit}) => audit);
};

test("nothing breaks a sound state", async () => expect(await runAudits(state, model)).toEqual([]));

/** One seeded fault for each audit, by its name. */
const faults: Readonly<Record<string, string>> = {
  one_counting_return: "insert into staging.submission select * replace ('second' as submission) from staging.submission",
  only_bodies_of_ours: "insert into raw.submission select * replace ('foreign' as submission, '09162' as body) from raw.submission",
  everybody_is_due: "delete from staging.due where body = '05112'",
  no_cell_is_lost: "update raw.cell set value = value + 100 where field = 'erstberatungen'",
  parts_are_totals: "update mart.access set zugang_n = 1 where area = '05111' and zugang = '01'",
  land_is_districts: "update mart.returns set meldungen_count = 2 where level = 'state'",
  baustein_is_all_posts: "update mart.posts_by_baustein set vzae_bewilligt = 9 where area = '05111'",
};
describe("an audit", () => {
  test("is each broken by some seeded fault", () => expect(model.audits.map(({name}) => name).toSorted()).toEqual(Object.keys(faults).toSorted()));
  for (const [name, change] of Object.entries(faults)) test(`${name} finds its fault`, async () => expect(await brokenBy(change)).toContain(name));
});

describe("the declarations audit", () => {
  test("a value where the status says that there is none", async () =>
    expect(await brokenBy("update mart.caseload set cm_neu = 1 where area = '05112'")).toEqual(["caseload: ein Wert steht genau dort, wo er bekannt ist"]));
  test("a known status without a value", async () =>
    expect(await brokenBy("update mart.topics set thema_haupt = null where area = '05111' and handlungsfeld = '01'")).toEqual([
      "topics: ein Wert steht genau dort, wo er bekannt ist",
    ]));
  test("a missing status", async () =>
    expect(await brokenBy("update mart.gaps set neu_count_status = null where area = '05112'")).toEqual([
      "gaps: ein Wert steht genau dort, wo er bekannt ist",
    ]));
  test("more bodies in a sum than were due", async () =>
    expect(await brokenBy("update mart.gaps set neu_count_bodies = 55 where level = 'state'")).toEqual(["gaps: ein Wert steht genau dort, wo er bekannt ist"]));
  test("a rate without denominator", async () =>
    expect(await brokenBy("update mart.caseload set faelle_je_vzae_den = null where area = '05111'")).toEqual([
      "caseload: ein Wert steht genau dort, wo er bekannt ist",
    ]));
  test("a row twice", async () =>
    expect(await brokenBy("insert into mart.steering select * from mart.steering where area = '05112'")).toContain("steering: jeder Schlüssel genau einmal"));
  test("a row that is missing", async () =>
    expect(await brokenBy("delete from mart.referrals where area = '05112' and verweis = '03'")).toEqual(["referrals: alle Stellen und Gebiete vollständig"]));
  test("a level nobody declared", async () => expect(await brokenBy("update mart.sites set level = 'unit'")).toEqual(["sites: nur erklärte Ebenen"]));
});
