import {expect, test} from "vitest";
import {leakedAtPlaces} from "../../../bench/publication/secrets/in-pages.ts";
import {leakedFromExact} from "../../../bench/publication/secrets/beside-exact.ts";
import {printDecimal} from "../../../schemas/units.ts";

const secretly = new Map([["caseload.cm_neu|2025-H2|state|NRW", {exact: () => "1.233", shown: () => "1.235"}]]);
const at = (text: string) => leakedAtPlaces("seite.html", `<td class="num" data-place="caseload.cm_neu|2025-H2|state|NRW">${text}</td>`, secretly);

test("the true number at its place is a leak, the public one is none", () => {
  expect(at("1.233")).toEqual([{by: "Seite", file: "seite.html", what: "caseload.cm_neu|2025-H2|state|NRW: 1.233"}]);
  expect(at("1.235")).toEqual([]);
  expect(at('<span class="gap">.</span><span>geheim</span>')).toEqual([]);
});
test("what rounds to the same few digits is no leak", () => {
  const posts = new Map([
    ["posts.vzae|2025-H2|body|05111", {exact: (places: number) => printDecimal(1248n, 2, places), shown: (places: number) => printDecimal(1250n, 2, places)}],
  ]);
  const printed = (text: string) => leakedAtPlaces("seite.html", `<p data-place="posts.vzae|2025-H2|body|05111">${text}<small> VZÄ</small></p>`, posts);
  expect(printed("12,5")).toEqual([]);
  expect(printed("12,48")).toHaveLength(1);
});

const table = (number: string) => `<figure id="liste"><table><tr><th>Ort</th><th>Fälle</th></tr><tr><th>Köln</th><td>${number}</td></tr></table></figure>`;
test("a number of the controlling's page on the public page is found by its headings", () =>
  expect(leakedFromExact("seite.html", {site: table("13"), rebuilt: table("15"), exact: table("13")})).toEqual([
    {by: "Zahl der Controlling-Seite", file: "seite.html", what: "liste · Köln · Fälle: 13"},
  ]));
test("where both say the same there is nothing to find", () =>
  expect(leakedFromExact("seite.html", {site: `${table("15")} `, rebuilt: table("15"), exact: table("15")})).toEqual([]));
