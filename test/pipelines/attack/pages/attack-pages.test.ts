import {expect, test} from "vitest";
import {attackPages} from "../../../../pipelines/attack/pages/attack-pages.ts";
import {shelfOf} from "../../../../pipelines/attack/pages/placed-numbers.ts";
import type {PublishedTable} from "../../../../pipelines/attack/publication/published-table.ts";
import {bodies, districts, spokenName} from "../../../../schemas/codes/bodies.ts";
import {tableFor} from "../../../../schemas/disclosure/audience-tables.ts";

const keys = {half_year: "2025-H2", level: "body"};
const products: readonly PublishedTable[] = [
  {
    table: "residence_authorities",
    rows: [
      {
        ...keys,
        area: "05111",
        p25a_erteilt: null,
        p25a_erteilt_status: "withheld",
        erteilungsquote_num: null,
        erteilungsquote_den: null,
        erteilungsquote_status: "withheld",
      },
      {
        ...keys,
        area: "05113",
        p25a_erteilt: 1240n,
        p25a_erteilt_status: "known",
        erteilungsquote_num: 2n,
        erteilungsquote_den: 3n,
        erteilungsquote_status: "known",
      },
    ],
  },
];
const shelf = shelfOf(products, (table) => tableFor("public", table));
const leaksIn = (files: Readonly<Record<string, string>>) => attackPages(new Map(Object.entries(files)), shelf, 5).leaks;
const page = (body: string) => ({"index.html": `<!doctype html><html><body>${body}</body></html>`});
const placed = (text: string, area: string, figure = "p25a_erteilt") =>
  page(`<p><b data-place="residence_authorities.${figure}|2025-H2|body|${area}">${text}</b></p>`);

test.each([
  ["the number", placed("1.240", "05113")],
  ["the sign of what is withheld, and its word", placed('<i aria-hidden="true">.</i><span>geheim</span>', "05111")],
  ["a rate with its unit", placed("66,7 %", "05113", "erteilungsquote")],
])("%s as the product has it is no leak", (_, files) => expect(leaksIn(files)).toEqual([]));
test.each([
  ["a withheld number", placed("3", "05111"), "3", "keine Zahl (withheld)"],
  ["a withheld number behind its sign", placed('.<span class="kern-sr-only">geheim 3</span>', "05111"), ".geheim 3", "keine Zahl (withheld)"],
  ["another number than the product's", placed("1.241", "05113"), "1.241", "1.240"],
  ["a withheld rate", placed("66,7 %", "05111", "erteilungsquote"), "66,7 %", "keine Zahl (withheld)"],
  ["a place no product has", placed("7", "05119"), "7", "eine Zelle der veröffentlichten Datenprodukte"],
])("%s is found", (_, files, found, expected) =>
  expect(leaksIn(files)).toEqual([expect.objectContaining({kind: "page", file: "index.html", found, expected})]),
);

const list = (entries: readonly (readonly [string, string])[]) =>
  `<table><caption>Erteilt</caption><tr><th>Gebiet</th><th>Erteilt</th></tr>${entries.map(([name, text]) => `<tr><th>${name}</th><td>${text}</td></tr>`).join("")}</table>`;
const perDistrict = (numbers: readonly string[], total: string) => page(list([...districts.map((name, i) => [name, numbers[i]!] as const), ["Land", total]]));
test("one withheld part is its total minus the others", () =>
  expect(leaksIn(perDistrict(["12", ".", "31", "7", "20"], "73"))).toEqual([
    {kind: "sum", file: "index.html", table: "Erteilt", cell: "Köln · Erteilt", found: "genau 3", expected: "offen"},
  ]));
test("two withheld parts of a small rest are small", () =>
  expect(leaksIn(perDistrict(["12", ".", ".", "7", "20"], "42"))).toEqual([expect.objectContaining({kind: "sum", found: "0 bis 3"})]));
test("two withheld parts of a large rest are open", () => expect(leaksIn(perDistrict(["12", ".", ".", "7", "20"], "98"))).toEqual([]));
test("numbers rounded to 5 leave it open, as long as the total is rounded, too", () => {
  expect(leaksIn(perDistrict(["15", ".", "30", "5", "20"], "75"))).toEqual([]);
  expect(leaksIn(perDistrict(["12", ".", "30", "5", "20"], "70"))).toEqual([expect.objectContaining({kind: "sum", found: "genau 3"})]);
});
test("a list of some bodies only is no sum; a list of all is", () => {
  const all = bodies.map((body, i) => [spokenName(body), i === 0 ? "." : "2"] as const);
  expect(leaksIn(page(list([...all.slice(0, 6), ["Land", "500"]])))).toEqual([]);
  expect(leaksIn(page(list([...all, ["Land", "146"]])))).toEqual([expect.objectContaining({kind: "sum", found: "genau 40"})]);
});
test("totals in a row give away, too", () =>
  expect(
    leaksIn(
      page(
        "<table><caption>c</caption><tr><th></th><th>weiblich</th><th>männlich</th><th>zusammen</th></tr><tr><th>Essen</th><td>.</td><td>.</td><td>3</td></tr></table>",
      ),
    ),
  ).toEqual([expect.objectContaining({kind: "sum", found: "0 bis 3"})]));

const figure = (texts: readonly string[]) =>
  page(
    `<figure id="bild"><div class="fig-head"><h2>Titel mit 17</h2></div><svg aria-label="Titel mit 17">${texts.map((text) => `<text>${text}</text>`).join("")}</svg>${list(
      [
        ["Essen", "1.240"],
        ["Bonn", "138,15"],
        ["Hagen", "."],
      ],
    )}</figure>`,
  );
test("a picture may print its data, what is said beside it, and its axis", () =>
  expect(leaksIn(figure(["1.240", "138,2", "17", "0", "500", "1.000", "1.500", "2025", "2. Hj. 2025"]))).toEqual([]));
test("an empty picture has an axis from 0 to 1", () => expect(leaksIn(figure(["0", "1"]))).toEqual([]));
test("a number in a picture that its data do not hold is found, in a title or label too", () => {
  expect(leaksIn(figure(["1.240", "0", "500", "1.000", "3"]))).toEqual([expect.objectContaining({kind: "chart", table: "bild", found: "3"})]);
  const titled = page('<figure id="b"><svg><title>Hagen: 3</title></svg></figure>');
  expect(leaksIn(titled)).toEqual([expect.objectContaining({kind: "chart", found: "Hagen: 3"})]);
});

const csv = (hagen: string) => ({"csv/index-bild.csv": `\uFEFFGebiet;Erteilt\r\nEssen;1240\r\nBonn;138,15\r\nHagen;${hagen}\r\n\r\nQuelle: Blatt 7\r\n`});
const svg = (text: string) => ({"svg/index-bild.svg": `<svg xmlns="http://www.w3.org/2000/svg"><text>${text}</text></svg>`});
test("downloads that say what the page says are no leak", () => expect(leaksIn({...figure(["1.240"]), ...csv("geheim"), ...svg("1.240")})).toEqual([]));
test("a withheld number in the download of a chart is found", () =>
  expect(leaksIn({...figure([]), ...csv("3")})).toEqual([
    {kind: "chart", file: "csv/index-bild.csv", table: "Erteilt", cell: "Hagen · Erteilt", found: "3", expected: "."},
  ]));
test("a withheld number in a picture file is found", () =>
  expect(leaksIn({...figure([]), ...svg("3")})).toEqual([expect.objectContaining({kind: "chart", file: "svg/index-bild.svg", found: "3"})]));
test("a download of no picture, and what stands behind a page, are found", () => {
  expect(leaksIn({...figure([]), "csv/index-anderes.csv": "a;b\r\n1;2\r\n"})).toEqual([expect.objectContaining({kind: "plan", file: "csv/index-anderes.csv"})]);
  expect(leaksIn(page("<script>const hagen = 3</script><!-- 3 -->"))).toHaveLength(2);
});
