import {expect, test} from "vitest";
import {attackPublication} from "../../../../pipelines/attack/publication/attack-publication.ts";
import type {Publication} from "../../../../pipelines/attack/publication/publication.ts";
import {ownOf, publicationOf, published} from "./small-publication.ts";

const found = (publication: Publication) =>
  attackPublication(publication).breaches.map(
    ({table, place, attacker, who, low, high, why}) => `${attacker}${who && ` ${who}`}: ${table} ${place} ${why} ${low} ${high}`,
  );

/** Two Düsseldorf bodies and what they have together, true and as the public sees it. */
const trueAccess = published(
  "access",
  ["zugang"],
  ["zugang_n"],
  "05111 01 11\n05111 02 9\n05112 01 6\n05112 02 14\nDüsseldorf 01 17\nDüsseldorf 02 23\nNRW 01 17\nNRW 02 23",
);
const access = published(
  "access",
  ["zugang"],
  ["zugang_n"],
  "05111 01 10\n05111 02 10\n05112 01 5\n05112 02 15\nDüsseldorf 01 15\nDüsseldorf 02 25\nNRW 01 15\nNRW 02 25",
);
const trueCases = (figures = "05111 20\n05112 20\nDüsseldorf 40\nNRW 40") => published("caseload", [], ["cm_neu"], figures);
const cases = published("caseload", [], ["cm_neu"], "05111 20\n05112 20\nDüsseldorf 40\nNRW 40");
const owns = ["05111", "05112"].map((body) => ownOf(body, trueAccess, trueCases()));

test("rounded numbers that rule nothing out are safe, and nobody has to be asked", () => {
  const {breaches, tables, questions} = attackPublication(publicationOf([access, cases], {rules: {attackers: ["outsider"]}, own: owns}));
  expect(breaches).toEqual([]);
  expect(tables).toEqual([
    {table: "access", judged: 8, withheld: 0, narrowest: 1, breaches: 0},
    {table: "caseload", judged: 4, withheld: 0, narrowest: 1, breaches: 0},
  ]);
  expect(questions).toBe(0);
});
test("of two bodies each knows the other's part of a total too well", () =>
  expect(found(publicationOf([access, cases], {own: owns}))).toContain("body 05111: access access.zugang_n|2025-H2|body|05112|01 narrow 3 6"));

const tight = published("residence_authorities", [], ["erteilt_count", "p25a_erteilt", "p25b_erteilt"], "05111 24 10 10");
test("a total left exact beside rounded parts gives them away", () => {
  const rounded = Object.fromEntries(["p25a_erteilt", "p25b_erteilt"].map((figure) => [`residence_authorities.${figure}`, "round"] as const));
  expect(found(publicationOf([tight], {methods: rounded}))).toEqual([
    "outsider: residence_authorities residence_authorities.p25a_erteilt|2025-H2|body|05111 narrow 12 12",
    "outsider: residence_authorities residence_authorities.p25b_erteilt|2025-H2|body|05111 narrow 12 12",
  ]);
});
const topics = published("topics", ["handlungsfeld"], ["thema_haupt"], "05111 01 10\n05111 02 10");
test("codes add up also to a total that is not printed but follows from others", () =>
  expect(found(publicationOf([topics, published("caseload", [], ["cm_bestand_ende", "cm_beendet"], "05111 15 10")]))).toEqual([
    "outsider: topics topics.thema_haupt|2025-H2|body|05111|01 narrow 9 12",
    "outsider: topics topics.thema_haupt|2025-H2|body|05111|02 narrow 9 12",
    "outsider: caseload caseload.cm_beendet|2025-H2|body|05111 narrow 8 11",
    "outsider: caseload caseload.cm_bestand_ende|2025-H2|body|05111 narrow 13 16",
  ]));

const authorities = (rows: string) => published("residence_authorities", [], ["p25a_antrag"], rows);
const shown = authorities("05111 .\n05112 6\n05113 .\n05114 .\nDüsseldorf 26\nNRW 26");
const alone = authorities("05111 .\n05112 6\n05113 20\nDüsseldorf 28\nNRW 28");
test("a number withheld alone is the difference", () =>
  expect(found(publicationOf([alone]))).toEqual(["outsider: residence_authorities residence_authorities.p25a_antrag|2025-H2|body|05111 narrow 2 2"]));
test("a number that is not among all that were added up is no difference", () =>
  expect(found(publicationOf([authorities("05111 .\n05112 6\n05113 20\nNRW 28")].map(missingOne)))).toEqual([]));

const truth = authorities("05111 1\n05113 9\n05114 10");
const ownTables = ["05111", "05113", "05114"].map((body) => ownOf(body, truth));
test("three withheld are safe from each other", () => expect(found(publicationOf([shown], {own: ownTables}))).toEqual([]));
test("of two withheld the one person in one of them knows the other", () =>
  expect(
    found(
      publicationOf([authorities("05111 .\n05112 6\n05113 .\nDüsseldorf 9\nNRW 9")], {
        own: [ownOf("05111", authorities("05111 1"))],
        rules: {attackers: ["single"], threshold: 3},
      }),
    ),
  ).toEqual([
    "single residence_authorities.p25a_antrag|2025-H2|body|05111: residence_authorities residence_authorities.p25a_antrag|2025-H2|body|05113 narrow 2 2",
  ]));
test("who knows that zeros are always shown narrows what is withheld", () => {
  const tables = [authorities("05111 .\n05112 .\nDüsseldorf 4\nNRW 4")];
  const rules = {attackers: ["outsider", "zero-knower"], threshold: 4} as const;
  expect(found(publicationOf(tables, {rules}))).toEqual([]);
  expect(found(publicationOf(tables, {rules: {...rules, zeros: "shown"}}))).toContain(
    "zero-knower: residence_authorities residence_authorities.p25a_antrag|2025-H2|body|05111 narrow 1 3",
  );
});
test("another body's exact number in a body's folder is published to it", () => {
  const folder = {body: "05111", tables: truth.rows.map((row) => ({table: truth.table, rows: [row]}))};
  expect(found(publicationOf([shown], {own: [folder]}))).toContain(
    "second-audience 05111: residence_authorities residence_authorities.p25a_antrag|2025-H2|body|05113 narrow 9 9",
  );
});
test("what one table withholds and another shows is not withheld", () =>
  expect(found(publicationOf([published("caseload", [], ["cm_bestand_ende"], "05334002 ."), unit("10")]))).toEqual([
    "outsider: caseload caseload.cm_bestand_ende|2025-H2|body|05334002 narrow 8 12",
  ]));
test("a body whose own number is not what the public sees of it finds the contradiction", () =>
  expect(found(publicationOf([cases], {own: [ownOf("05111", trueCases("05111 31"))]}))).toContain(
    "body 05111: caseload caseload.cm_neu|2025-H2|body|05111 contradiction NaN NaN",
  ));

const before = (rows: string) => [{release: "2026-01", tables: [authorities(rows)], methods: {}}];
test("an earlier release that showed the number gives it away", () =>
  expect(found(publicationOf([shown], {earlier: before("05111 1\n05112 6")}))).toContain(
    "earlier-release 2026-01: residence_authorities residence_authorities.p25a_antrag|2025-H2|body|05111 narrow 1 1",
  ));
test("a small change since an earlier release is itself a small number", () =>
  expect(found(publicationOf([shown], {earlier: before("05112 8\n05111 .")}))).toContain(
    "earlier-release 2026-01: residence_authorities residence_authorities.p25a_antrag|2025-H2|body|05112 increment -2 -2",
  ));
test("the same release again says nothing new", () =>
  expect(found(publicationOf([shown], {earlier: [{release: "2026-01", tables: [shown], methods: {}}]}))).toEqual([]));

test("only the half-years asked for are attacked", () => expect(found(publicationOf([alone], {only: ["2025-H1"]}))).toEqual([]));
test("a table that is not planned is refused", () =>
  expect(() => attackPublication(publicationOf([published("sites", [], ["cm_neu"], "05111 1")]))).toThrow("unknown public table: sites"));

/** The same table in which one body more was added up than is shown. */
function missingOne({table, rows}: ReturnType<typeof authorities>) {
  return {table, rows: rows.map((row) => (row["level"] === "state" ? {...row, p25a_antrag_bodies: 4} : row))};
}
/** The rate table shows areas of official statistics instead of bodies. */
function unit(value: string) {
  const {rows} = published("caseload_per_residents", [], ["cm_bestand_ende"], `05334002 ${value}`);
  return {table: "caseload_per_residents", rows: rows.map((row) => ({...row, level: "unit"}))};
}
test("a small number left exact among withheld ones is told outright", () =>
  expect(found(publicationOf([authorities("05111 3\n05112 6\nDüsseldorf .\nNRW .")], {rules: {attackers: ["outsider"]}}))).toContain(
    "outsider: residence_authorities residence_authorities.p25a_antrag|2025-H2|body|05111 narrow 3 3",
  ));
test("a number that is not rounded among rounded ones is told outright", () =>
  expect(
    found(publicationOf([published("caseload", [], ["cm_neu"], "05111 20\n05112 21\nDüsseldorf 40\nNRW 40")], {rules: {attackers: ["outsider"]}})),
  ).toContain("outsider: caseload caseload.cm_neu|2025-H2|body|05112 narrow 21 21"));
