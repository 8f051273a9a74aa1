import {expect, test} from "vitest";
import {attackPublication} from "../../../../pipelines/attack/publication/attack-publication.ts";
import {wronglyDerived} from "../../../../pipelines/attack/publication/numbers/recomputed.ts";
import type {PublishedTable} from "../../../../pipelines/attack/publication/published-table.ts";
import {publicationOf, published} from "./small-publication.ts";

const changed = ({table, rows}: PublishedTable, change: PublishedTable["rows"][number]): PublishedTable => ({
  table,
  rows: rows.map((row) => ({...row, ...change})),
});
const wrong = (...tables: readonly PublishedTable[]) => wronglyDerived(tables).map(({figure, row}) => `${figure} ${row["area"]}`);

const stock = (text: string) => published("caseload", [], ["cm_bestand_anfang", "cm_neu", "cm_beendet", "cm_bestand_ende", "bearbeitet_count"], text);
test("figures that follow from what is shown say nothing new", () => expect(wrong(stock("05111 15 20 10 25 35\n05112 0 20 0 15 15"))).toEqual([]));
test("a true number among derived ones is seen, and told by table and place", () => {
  const tables = [stock("05111 15 20 10 25 35\n05112 17 20 10 25 35")];
  expect(wrong(...tables)).toEqual(["cm_bestand_anfang 05112"]);
  expect(attackPublication(publicationOf(tables, {rules: {attackers: ["outsider"]}})).breaches).toContainEqual(
    expect.objectContaining({table: "caseload", place: "caseload.cm_bestand_anfang|2025-H2|body|05112", attacker: "outsider", why: "contradiction"}),
  );
  expect(attackPublication(publicationOf(tables, {rules: {attackers: ["outsider"]}, only: ["2025-H1"]})).breaches).toEqual([]);
});
test("a derived number beside one that is withheld is seen", () => expect(wrong(stock("05111 15 20 . 25 ."))).toEqual(["cm_bestand_anfang 05111"]));
test("less than nothing is shown as nothing, and as nothing else", () =>
  expect(wrong(stock("05111 5 20 0 15 15\n05112 0 20 0 15 15"))).toEqual(["cm_bestand_anfang 05111"]));

const kinds = ["erstberatungen", "verweisberatungen", "folgeberatungen_ohne_cm", "folgeberatungen", "beratungen_ohne_zuordnung", "beratungen_count"];
const counselling = (text: string) => published("caseload", [], kinds, text);
test("a voluntary part that nobody reported adds nothing, one that is withheld hides the total", () =>
  expect(wrong(counselling("05111 5 5 5 5 - 20\n05112 5 5 5 5 . 20\n05113 5 5 5 5 5 20\n05114 5 5 5 - 5 20"))).toEqual([
    "beratungen_count 05112",
    "beratungen_count 05113",
    "beratungen_count 05114",
  ]));

const posts = published("posts", [], ["vzae_bewilligt", "vzae_besetzt", "unbesetzt_vzae"], "05111 300 250 50");
const quote = (num: bigint, den: bigint) => changed(posts, {besetzungsquote_num: num, besetzungsquote_den: den, besetzungsquote_status: "known"});
test("a difference is recomputed with its factors", () => {
  expect(wrong(posts)).toEqual([]);
  expect(wrong(changed(posts, {unbesetzt_vzae: 62n}))).toEqual(["unbesetzt_vzae 05111"]);
});
test("a rate is made of the shown numbers, above and below the line", () => {
  expect(wrong(quote(250n, 300n))).toEqual([]);
  expect(wrong(quote(238n, 300n))).toEqual(["besetzungsquote 05111"]);
  expect(wrong(quote(250n, 275n))).toEqual(["besetzungsquote 05111"]);
});
test("a rate over a number that is withheld is seen; one that is withheld itself says nothing", () => {
  const hidden = {vzae_besetzt: null, vzae_besetzt_status: "withheld", unbesetzt_vzae: null, unbesetzt_vzae_status: "withheld"};
  expect(wrong(changed(quote(250n, 300n), hidden))).toEqual(["besetzungsquote 05111"]);
  expect(wrong(changed(quote(0n, 0n), {...hidden, besetzungsquote_status: "withheld", besetzungsquote_num: null, besetzungsquote_den: null}))).toEqual([]);
});
