import {bodies, type Body, spokenName} from "../../../schemas/codes/bodies.ts";
import {type Tile, tileMap} from "../../charts/tile-map.ts";
import type {Key} from "../../charts/base/standalone.ts";
import {classesOf, classOf, edgeNames} from "../../data/classes.ts";
import {medianOf, quantileOf} from "../../data/middle.ts";
import {land, placeOf, type Shown, shown} from "../../data/shown.ts";
import {isKnown, sizeOf, surelyMore} from "../../data/size.ts";
import type {View} from "../../data/view.ts";
import {figure} from "../../parts/figure.ts";
import type {Part} from "../../parts/part.ts";
import {dayOf} from "../../words/edition.ts";
import {brief, said, signOf, wordOf} from "../../words/numbers.ts";
import {firstTrue} from "../../words/sentences.ts";

type Placed = {readonly body: Body; readonly rate: Shown; readonly cases: Shown};
/** Both Aachen bodies carry the rate of the unit they share. */
const unitOf = ({key}: Body) => ({level: "unit", area: key.slice(0, 5)}) as const;
const placed = (view: View): Placed[] =>
  bodies.map((body) => ({
    body,
    rate: shown(view, "caseload_per_residents.faelle_je_1000", unitOf(body)),
    cases: shown(view, "caseload.cm_bestand_ende", placeOf(body)),
  }));

const tileOf = ({body, rate}: Placed, edges: readonly number[]): Tile => {
  const {label, row, col} = body.tile;
  const size = sizeOf(rate);
  return {
    name: spokenName(body),
    label,
    row,
    col,
    text: isKnown(rate) ? brief(rate) : signOf(rate),
    level: size === null ? null : classOf(size, edges),
    word: wordOf(rate),
  };
};
const keysOf = (rows: readonly Placed[], edges: readonly number[]): Key[] => {
  const gaps = new Map(rows.filter(({rate}) => !isKnown(rate)).map(({rate}) => [wordOf(rate), signOf(rate)]));
  return [
    ...edgeNames(edges).map((name, i) => ({name, fill: `var(--seq${i + 1})`})),
    ...[...gaps].map(([word, sign]): Key => ({name: `${sign} ${word}`, fill: "none", shape: "open"})),
  ];
};

const inWords = (each: Shown | undefined): string => (each === undefined ? "" : brief(each));
/** The middle of each kind of body and the Land; a middle that cannot be told has a sentence of its own. */
const middles = (county: Shown | undefined, city: Shown | undefined, whole: Shown): string => {
  const groups = [
    {of: "Kreise", middle: county},
    {of: "kreisfreien Städte", middle: city},
  ];
  const known = groups.flatMap(({of, middle}) => (middle === undefined ? [] : [`in der Mitte der ${of} ${brief(middle)}`]));
  const hidden = groups
    .filter(({middle}) => middle === undefined)
    .map(({of}) => ` Die Mitte der ${of} lässt sich nicht nennen, weil Zahlen fehlen oder geheim sind.`);
  return `Fälle je 1.000: ${[...known, `im Land ${said(whole)}`].join(", ")}.${hidden.join("")}`;
};

/** Cases per foreign residents, every body a tile. */
export const map = (view: View): Part => {
  const rows = placed(view);
  const edges = classesOf(rows.map(({rate}) => sizeOf(rate)).filter((size) => size !== null));
  const middle = (city: boolean) =>
    medianOf(rows.filter(({body}) => (body.type === "kreisfreie Stadt") === city && body.key !== "05334002").map(({rate}) => rate));
  const [county, city] = [middle(false), middle(true)];
  const rates = rows.filter(({body}) => body.key !== "05334002").map(({rate}) => rate);
  const whole = shown(view, "caseload_per_residents.faelle_je_1000", land);
  const both = county !== undefined && city !== undefined && brief(county) !== brief(city);
  const ahead = both && surelyMore(county, city);
  const more = ahead || (both && surelyMore(city, county));
  const [low, high] = [quantileOf(rates, 0.25), quantileOf(rates, 0.75)];
  return figure(view, {
    id: "karte",
    page: "index",
    of: "caseload_per_residents.faelle_je_1000",
    kind: "fig-map",
    level: 3,
    title: firstTrue(
      [
        [more, `Gemessen an der ausländischen Bevölkerung begleiten Kreise ${ahead ? "mehr" : "weniger"} Fälle als kreisfreie Städte`],
        [county !== undefined && city !== undefined, `Fälle je 1.000 ausländische Einwohner: Kreise ${inWords(county)}, kreisfreie Städte ${inWords(city)}`],
      ],
      `Fälle je 1.000 ausländische Einwohner: im Land ${said(whole)}`,
    ),
    sub: `Fälle im Case Management je 1.000 ausländische Einwohnerinnen und Einwohner, ${dayOf(view.edition)} (Einwohner: 31.12.2024). Eine Kachel ist eine Stelle.`,
    draw: (width) =>
      tileMap(
        width,
        rows.map((row) => tileOf(row, edges)),
      ),
    keys: keysOf(rows, edges),
    finding: `${middles(county, city, whole)}${low !== undefined && high !== undefined ? ` Die mittlere Hälfte der Stellen liegt zwischen ${brief(low)} und ${brief(high)}.` : ""}`,
    read: "Die Kacheln liegen ungefähr wie auf der Landkarte, sind aber gleich groß. StädteRegion (ACS) und Stadt Aachen (AC) tragen denselben Wert: Die Bezugszahl gibt es nur gemeinsam.",
    covered: whole,
    data: {
      head: ["Stelle", "Regierungsbezirk", "Fälle", "je 1.000 ausländische Einwohner"],
      text: [1],
      rows: rows.map(({body, rate, cases}) => [spokenName(body), body.district, cases, rate]),
    },
  });
};
