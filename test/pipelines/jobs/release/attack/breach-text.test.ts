import {expect, test} from "vitest";
import type {PublicationBreach} from "../../../../../pipelines/attack/publication/attacked.ts";
import {breachText, leakText} from "../../../../../pipelines/jobs/release/attack/breach-text.ts";

const breach: PublicationBreach = {
  table: "residence_authorities",
  place: "residence_authorities.p25a_erteilt|2025-H2|body|05111",
  number: "residence_authorities.p25a_erteilt|area=05111|half_year=2025-H2",
  attacker: "body",
  who: "05113",
  low: 2,
  high: 3,
  scale: 0,
  width: 4,
  why: "narrow",
};

test("a breach names table, cell, attacker and interval", () =>
  expect(breachText(breach)).toBe(
    "residence_authorities, Zelle p25a_erteilt · 2025-H2 · 05111: als Stelle 05113 auf 2 bis 3 einzugrenzen (nötig ist mindestens die Breite 4).",
  ));
test("one value is said as one value, hundredths as decimals", () =>
  expect(breachText({...breach, attacker: "outsider", who: "", low: 50, high: 50, scale: 2, width: 50})).toContain(
    "für alle, die das Veröffentlichte lesen, auf genau 0,50 einzugrenzen (nötig ist mindestens die Breite 0,50)",
  ));
test("what a revision gives away is said as such", () => {
  const earlier = {...breach, attacker: "earlier-release", who: "2026-02"} as const;
  expect(breachText({...earlier, why: "increment", low: 2, high: 2})).toContain("mit der früheren Veröffentlichung 2026-02 um 2 verändert");
  expect(breachText({...earlier, why: "pattern", low: Number.NaN, high: Number.NaN})).toContain("einmal gezeigt und einmal gesperrt");
  expect(breachText({...breach, why: "contradiction", low: Number.NaN, high: Number.NaN})).toContain("in Widerspruch");
});
test("a leak names file, cell, what was found and what was expected", () =>
  expect(leakText({kind: "format", file: "products/public/x.csv", table: "x", cell: "n · 2025-H2 · 05111", found: "3", expected: "kein Wert"})).toBe(
    "Die Formate eines Datenprodukts widersprechen sich: products/public/x.csv, x, n · 2025-H2 · 05111: gefunden 3, erwartet kein Wert.",
  ));
