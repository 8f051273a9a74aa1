import {districts} from "../../../schemas/codes/bodies.ts";
import {residentsOfLand} from "../../../schemas/codes/residents.ts";
import {dumbbell} from "../../charts/dumbbell.ts";
import {type Piece, stacks} from "../../charts/stacks.ts";
import {type Category, districtOf, land, type Shown} from "../../data/shown.ts";
import {compared, isKnown, orZero, shareOf, sizeOf, together} from "../../data/size.ts";
import {inOrder} from "../../data/middle.ts";
import type {View} from "../../data/view.ts";
import {pairKeys, pieceOf, restPiece} from "../../parts/colours.ts";
import {figure} from "../../parts/figure.ts";
import type {Part} from "../../parts/part.ts";
import {dayOf} from "../../words/edition.ts";
import {brief, gapText, pointsText, said} from "../../words/numbers.ts";
import {firstTrue, listed} from "../../words/sentences.ts";
import {bySize, codesOf, leading, sharesOf, wholeOf} from "../kinds/categories.ts";

const path = "origins.n_bestand";
const population = Object.values(residentsOfLand).reduce((sum, count) => sum + count, 0);
/** Share of an origin group among all foreign residents of the Land, 31.12.2024; nobody is German there. */
const residentShare = ({code, shown}: Category): Shown => ({
  ...shown,
  value: BigInt(residentsOfLand[code] ?? 0),
  den: BigInt(population),
  slack: 0n,
  denSlack: 0n,
  place: null,
  status: code in residentsOfLand ? "known" : "not_applicable",
  pending: false,
});

type Row = {readonly label: string; readonly code: string; readonly cases: Shown; readonly share: Shown; readonly residents: Shown};
const rowsOf = (view: View): Row[] => {
  const categories = codesOf(view, path);
  const shares = new Map(sharesOf(categories).map((each) => [each.code, each.shown]));
  return bySize(categories).map((each) => ({
    label: each.label,
    code: each.code,
    cases: each.shown,
    share: shares.get(each.code)!,
    residents: residentShare({...each, shown: shares.get(each.code)!}),
  }));
};
const flight = ["SYR", "UKR", "AFG"];

/** Origin of cases beside that of the foreign population. */
export const shares = (view: View): Part => {
  const rows = rowsOf(view);
  const drawn = rows.filter(({share, residents}) => isKnown(share) && isKnown(residents));
  const main = drawn.filter(({code}) => flight.includes(code));
  const above =
    main.length === flight.length &&
    main.every(({share, residents}) => (orZero(share) - share.slack) * residents.den! > 2n * orZero(residents) * (share.den! + share.denSlack));
  const [first] = drawn;
  const rare = drawn.toSorted(
    (a, b) =>
      compared(a.share, b.share) &&
      Number(orZero(b.residents) * b.share.den! - orZero(b.share) * b.residents.den!) -
        Number(orZero(a.residents) * a.share.den! - orZero(a.share) * a.residents.den!),
  )[0];
  return figure(view, {
    id: "anteile",
    page: "herkunft",
    of: path,
    title: firstTrue(
      [[above, "Menschen aus Syrien, der Ukraine und Afghanistan sind im Case Management mehr als doppelt so häufig wie in der Bevölkerung"]],
      "Herkunft im Case Management und in der ausländischen Bevölkerung",
    ),
    sub: `Anteil an allen Fällen (Hauptperson, ${dayOf(view.edition)}) und Anteil an der ausländischen Bevölkerung (31.12.2024), Land`,
    draw: (width) =>
      dumbbell(
        width,
        drawn.map(({label, share, residents}) => ({name: label, a: sizeOf(share)!, b: sizeOf(residents)!, textA: brief(share), textB: brief(residents)})),
      ),
    keys: pairKeys("Case Management", "ausländische Bevölkerung"),
    finding:
      first === undefined || rare === undefined
        ? "Für dieses Halbjahr wird keine Landessumme gebildet."
        : `${first.label}: ${brief(first.share)} der Fälle, ${brief(first.residents)} der ausländischen Bevölkerung. Umgekehrt ${rare.label}: ${brief(rare.share)} gegen ${brief(rare.residents)}.`,
    read: "Ein langer Strich heißt: Die Gruppe ist im Case Management viel häufiger oder seltener als in der Bevölkerung. Unterschiede sind gewollt: KIM richtet sich an neu Zugewanderte.",
    source: "Meldebogen KIM, Blatt 04; IT.NRW 12521-03i (AZR), auf 5 gerundet",
    covered: wholeOf(codesOf(view, path)),
    data: {
      head: ["Herkunft", "Fälle", "Anteil Fälle", "Anteil Bevölkerung", "Abstand"],
      rows: rows.map(({label, cases, share, residents}) => [
        label,
        cases,
        share,
        residents,
        isKnown(share) && isKnown(residents) ? pointsText(residents, share) : "–",
      ]),
    },
  });
};

const merged: readonly (readonly [string, readonly string[]])[] = [
  ["Syrien", ["SYR"]],
  ["Ukraine", ["UKR"]],
  ["Afghanistan, Irak", ["AFG", "IRQ"]],
  ["Bulgarien, Rumänien", ["EU2"]],
];
const pieces: readonly Piece[] = [...merged.map(([name], i) => pieceOf(name, i)), restPiece("übrige")];
const groupsOf = (categories: readonly Category[]): Shown[] => {
  const named = merged.flatMap(([, codes]) => codes);
  const pick = (keep: (code: string) => boolean) => together(categories.filter(({code}) => keep(code)).map(({shown}) => shown));
  return [...merged.map(([, codes]) => pick((code) => codes.includes(code))), pick((code) => !named.includes(code))];
};
const places = [...districts.map((name) => ({name, place: districtOf(name)})), {name: "Land", place: land}];

/** Five groups in each district. */
export const byDistrict = (view: View): Part => {
  const rows = places.map(({name, place}) => {
    const categories = codesOf(view, path, place);
    const [groups, whole] = [groupsOf(categories), wholeOf(categories)];
    const shares = groups.map((group) => shareOf(group, whole));
    return {name, groups, shares, whole, withheld: [whole, ...shares].find(({status}) => status === "withheld")};
  });
  const known = rows.filter(({whole}) => isKnown(whole));
  const largest = known
    .filter(({name}) => name !== "Land")
    .map(({name, groups}) => {
      const codes = codesOf(view, path, districtOf(name));
      return {name, groups, top: leading(codes.filter(({code}) => !["UEB", "AFR", "ASI", "AME", "SON", "EUS", "SOE"].includes(code)))?.label};
    })
    .filter(({top}) => top !== undefined);
  const tops = [...Map.groupBy(largest, ({top}) => top)].map(([top, list]) => `${top} in ${listed(list.map(({name}) => name))}`);
  const ofDistricts = rows.filter(({name}) => name !== "Land").map(({shares: [share]}) => share!);
  const syria = ofDistricts.some(({status}) => status === "withheld") ? [] : inOrder(ofDistricts);
  return figure(view, {
    id: "bezirke",
    page: "herkunft",
    of: path,
    title: firstTrue(
      [
        [tops.length === 1 && largest.length === districts.length, `${largest[0]?.top} ist in allen fünf Regierungsbezirken das häufigste Herkunftsland`],
        [tops.length > 1 && largest.length === districts.length, `Häufigstes Herkunftsland: ${tops.join(", ")}`],
      ],
      "Herkunft der Fälle je Regierungsbezirk",
    ),
    sub: `Zusammensetzung der Fälle nach Herkunft je Regierungsbezirk, ${dayOf(view.edition)}, Anteile in Prozent`,
    draw: (width) =>
      stacks(
        width,
        rows
          .filter(({whole, withheld}) => isKnown(whole) || withheld !== undefined)
          .map(({name, shares: all, withheld}) =>
            withheld === undefined
              ? {name, values: all.map((share) => sizeOf(share)!), texts: all.map((share) => String(Math.round(sizeOf(share)!)))}
              : {name, values: [], texts: [], gap: gapText(withheld)},
          ),
        pieces,
        {share: true, left: 120},
      ),
    keys: pieces,
    finding:
      syria.length < 2
        ? "Für dieses Halbjahr lassen sich die Regierungsbezirke nicht vergleichen."
        : `Syrien reicht von ${brief(syria[0]!)} bis ${brief(syria.at(-1)!)} der Fälle.`,
    covered: wholeOf(codesOf(view, path)),
    data: {head: ["Regierungsbezirk", ...pieces.map(({name}) => name), "Fälle"], rows: rows.map(({name, shares: all, whole}) => [name, ...all, whole])},
  });
};

/** How much of the cases three countries make up, beside their share of the population. */
export const lead = (view: View): string => {
  const rows = rowsOf(view).filter(({code, share, residents}) => flight.includes(code) && isKnown(share) && isKnown(residents));
  if (rows.length < flight.length) return "Für dieses Halbjahr wird keine Landessumme gebildet; die Zahlen der Stellen stehen auf ihren Seiten.";
  const sum = (of: (row: Row) => Shown): Shown => together(rows.map(of));
  return `${said(sum(({share}) => share))} der Fälle betreffen Menschen aus Syrien, der Ukraine und Afghanistan. In der ausländischen Bevölkerung stellen sie ${said(sum(({residents}) => residents))}.`;
};
