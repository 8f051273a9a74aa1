import {describe, expect, test} from "vitest";
import type {Part} from "../../../dashboards/parts/part.ts";
import {byDistrict, movement, stock} from "../../../dashboards/pages/caseload/stock.ts";
import {functions} from "../../../dashboards/pages/posts/filling.ts";
import {board} from "../../../dashboards/pages/returns/board.ts";
import {findings} from "../../../dashboards/pages/returns/findings.ts";
import {stairs} from "../../../dashboards/pages/returns/stairs.ts";
import {gapCourse} from "../../../dashboards/pages/topics/gaps.ts";
import {map} from "../../../dashboards/pages/overview/map.ts";
import {agreements, similar} from "../../../dashboards/pages/body/comparison.ts";
import type {View} from "../../../dashboards/data/view.ts";
import type {ProductRow} from "../../../fixtures/products/rows.ts";
import {bodyOf, findBody} from "../../../schemas/codes/bodies.ts";
import {change, products, titlesIn, type Tweak, viewOf} from "../made-site.ts";

const last = "2025-H2";
const title = (part: Part | false) => (part === false ? "" : titlesIn(part.markup.html)[0]);
const seen = (make: (view: View) => Part | false, tweak: Tweak, back = 0) => title(make(viewOf(products(tweak), back)));
/** A figure multiplied by a fraction. */
const times =
  (name: string, num: bigint, den = 1n) =>
  (row: ProductRow): ProductRow =>
    row[name] == null ? {} : {[name]: ((row[name] as bigint) * num) / den};
const set = (values: ProductRow) => (): ProductRow => values;
const first = "2024-H2";
const own = bodyOf("05334");
const aachen =
  (of: (row: ProductRow) => ProductRow) =>
  (row: ProductRow): ProductRow =>
    row["area"] === own.key ? of(row) : {};

const inKreise =
  (of: (row: ProductRow) => ProductRow) =>
  (row: ProductRow): ProductRow =>
    findBody(row["area"] as string)?.type === "Kreis" ? of(row) : {};

describe("a title says only what is true", () => {
  test.each<[string, (view: View) => Part | false, Tweak, RegExp]>([
    [
      "stock grows",
      stock,
      change("caseload", last, times("cm_bestand_ende", 2n)),
      /^Der Bestand ist seit dem 2\. Halbjahr 2024 um \d.* % gewachsen, auf [\d.]+ Fälle$/,
    ],
    [
      "stock falls",
      stock,
      change("caseload", last, times("cm_bestand_ende", 1n, 2n)),
      /^Der Bestand ist seit dem 2\. Halbjahr 2024 um \d.* % gesunken, auf [\d.]+ Fälle$/,
    ],
    [
      "stock stays",
      stock,
      (row, table) => (table === "caseload" ? {...row, cm_bestand_ende: row["cm_bestand_ende"] == null ? null : row["level"] === "state" ? 5400n : 100n} : row),
      /^Bestand am 31\.12\.2025: 5\.400 Fälle$/,
    ],
    [
      "no total of the Land",
      stock,
      change("caseload", last, (row) => (row["level"] === "state" ? {cm_bestand_ende: null, cm_bestand_ende_status: "not_reported"} : {})),
      /^Bestand am 31\.12\.2025: noch keine Landessumme$/,
    ],
    ["more come in every half-year", movement, (row) => row, /^In jedem Halbjahr kommen mehr Fälle hinzu/],
    ["more come, but not always", movement, change("caseload", first, times("cm_beendet", 3n)), /^In diesem Halbjahr kamen mehr Fälle hinzu/],
    ["more end", movement, change("caseload", last, times("cm_beendet", 3n)), /^In diesem Halbjahr wurden mehr Fälle abgeschlossen/],
    [
      "as many come as end",
      movement,
      change("caseload", last, (row) => (row["cm_neu"] == null ? {} : {cm_beendet: row["cm_neu"]})),
      /^Aufgenommen: [\d.]+, beendet: [\d.]+$/,
    ],
    [
      "one district grows most",
      byDistrict,
      change("caseload", last, (row) => (row["level"] === "body" && String(row["area"]).startsWith("057") ? times("cm_bestand_ende", 3n)(row) : {})),
      /^Am stärksten wuchs der Bestand im Regierungsbezirk Detmold$/,
    ],
    ["no district grows", byDistrict, change("caseload", last, times("cm_bestand_ende", 1n, 2n)), /^Bestand in den fünf Regierungsbezirken/],
    ["more gaps solved", gapCourse, change("gaps", last, set({geloest_count: 9n, neu_count: 5n})), /mehr Systemlücken gelöst als neu gemeldet$/],
    ["more gaps found", gapCourse, change("gaps", last, set({geloest_count: 5n, neu_count: 9n})), /mehr Systemlücken neu gemeldet als gelöst$/],
    ["as many gaps solved as found", gapCourse, change("gaps", last, set({geloest_count: 5n, neu_count: 5n})), /^Offene Systemlücken: \d+$/],
    [
      "most vacancies in case management",
      functions,
      (row, table) => (table === "posts_by_function" && row["funktion"] === "CM" && row["unbesetzt_vzae"] != null ? {...row, unbesetzt_vzae: 9_000_00n} : row),
      /^Mehr als die Hälfte der freien Stellen liegt im Case Management$/,
    ],
    [
      "few vacancies in case management",
      functions,
      (row, table) => (table === "posts_by_function" && row["funktion"] === "CM" && row["unbesetzt_vzae"] != null ? {...row, unbesetzt_vzae: 1n} : row),
      /^[\d.,]+ von [\d.,]+ bewilligten Vollzeitstellen sind besetzt$/,
    ],
    ["two returns missing", board, (row) => row, /^Es fehlen zwei Meldungen$/],
    [
      "one return missing",
      board,
      change("return_register", last, (row) => (row["area"] === "05916" ? {state: "counted", in_time: true, received: "2026-01-05", version: 1n} : {})),
      /^Es fehlt eine Meldung$/,
    ],
    [
      "all returns there",
      board,
      change("return_register", last, set({state: "counted", in_time: true, received: "2026-01-05", version: 1n})),
      /^Alle Meldungen liegen vor$/,
    ],
    ["more in time", stairs, change("return_register", last, set({first_received: "2026-01-05"})), /^Bis zur Frist kamen mehr Meldungen als im Vorhalbjahr$/],
    [
      "fewer in time",
      stairs,
      change("return_register", last, set({first_received: "2026-03-05"})),
      /^Bis zur Frist kamen weniger Meldungen als im Vorhalbjahr$/,
    ],
    [
      "more in the Kreise",
      map,
      change("caseload_per_residents", last, inKreise(times("faelle_je_1000_num", 9n))),
      /^Gemessen an der ausländischen Bevölkerung begleiten Kreise mehr Fälle als kreisfreie Städte$/,
    ],
    [
      "fewer in the Kreise",
      map,
      change("caseload_per_residents", last, inKreise(times("faelle_je_1000_num", 1n, 9n))),
      /^Gemessen an der ausländischen Bevölkerung begleiten Kreise weniger Fälle als kreisfreie Städte$/,
    ],
    [
      "as many in Kreise as in cities",
      map,
      change("caseload_per_residents", last, (row) => (row["faelle_je_1000_num"] === null ? {} : {faelle_je_1000_num: 1n, faelle_je_1000_den: 400n})),
      /^Fälle je 1\.000 ausländische Einwohner: Kreise 2,5, kreisfreie Städte 2,5$/,
    ],
    [
      "the middle of the Kreise cannot be told",
      map,
      change("caseload_per_residents", last, (row) =>
        row["area"] === "05762" ? {faelle_je_1000_num: null, faelle_je_1000_den: null, faelle_je_1000_status: "withheld"} : {},
      ),
      /^Fälle je 1\.000 ausländische Einwohner: im Land [\d,]+$/,
    ],
    [
      "own load above all alike",
      (view) => similar(view, own),
      change("caseload", last, aachen(times("faelle_je_vzae_num", 5n))),
      /mehr als bei jeder der sechs ähnlichsten Stellen$/,
    ],
    [
      "own load below all alike",
      (view) => similar(view, own),
      change("caseload", last, aachen(times("faelle_je_vzae_num", 1n, 5n))),
      /weniger als bei jeder der sechs ähnlichsten Stellen$/,
    ],
    [
      "own share beyond chance",
      (view) => agreements(view, own),
      change(
        "caseload",
        last,
        aachen((row) => ({vereinbarung_quote_num: row["vereinbarung_quote_den"]!})),
      ),
      /deutlich mehr als im Land$/,
    ],
    ["own share within chance", (view) => agreements(view, own), (row) => row, /der Abstand zum Land kann Zufall sein$/],
  ])("%s", (_, make, tweak, expected) => expect(seen(make, tweak)).toMatch(expected));

  test("an error that was released is no warning", () => {
    const released = change("findings_by_rule", last, (row) =>
      row["level"] === "state" ? {rule: "PRG-005", befunde_count: 1n, befunde_count_status: "known"} : {},
    );
    const {html} = findings(viewOf(products(released))).markup;
    expect(titlesIn(html)).toEqual(["In den zählenden Meldungen gibt es keine Warnung"]);
    expect(html).toMatch(/reigegebene[rn]? Fehler, kein Hinweis, keine Warnung\./);
  });
  test("in the first half-year nothing is compared", () => {
    expect(seen(stock, (row) => row, 2)).toMatch(/^Bestand am 31\.12\.2024/);
    expect(seen(stairs, (row) => row, 2)).toMatch(/Meldungen kamen bis zur Frist$/);
  });
});
