import {tableFor} from "../../../schemas/disclosure/audience-tables.ts";
import {numberName} from "../../../schemas/disclosure/published-cell.ts";
import type {PublicationBreach, TableReport} from "./attacked.ts";
import {wronglyDerived} from "./numbers/recomputed.ts";
import {type Numbers, placeOf, type PublishedNumber, type Slot} from "./numbers/published-number.ts";
import type {Publication} from "./publication.ts";
import {besiege, judgedOf, widthNeeded} from "./siege/besiege.ts";
import type {Besieged, Evidence, Fallen} from "./siege/siege.ts";
import {siegesOn} from "./siege/sieges.ts";

/** Why nothing can be had back, attack by attack. It holds true numbers and never leaves the house; only its hash is published. */
export type PublicationCertificate = readonly {readonly halfYear: string; readonly attacker: string; readonly who: string; readonly evidence: Evidence}[];
/** What an attack on a whole publication found, and what was tried. */
export type AttackedPublication = {
  readonly breaches: readonly PublicationBreach[];
  readonly tables: readonly TableReport[];
  /** Linear programs asked. */
  readonly questions: number;
  /** Sums that were no knowledge since the bodies' own numbers contradict them. */
  readonly dropped: number;
  readonly certificate: PublicationCertificate;
};
type Attacked = {
  readonly halfYear: string;
  readonly numbers: Numbers;
  readonly fallen: readonly Fallen[];
  readonly besieged: readonly (Besieged & {attacker: string; who: string})[];
};

/** A single person is told by the place of their number. */
const whoOf = ({attacker, who}: Fallen, numbers: Numbers): string => (attacker === "single" ? placeOf(numbers.get(who)!.slots[0]!) : who);
const breachOf = (fallen: Fallen, numbers: Numbers, threshold: number): PublicationBreach[] => {
  const number = numbers.get(fallen.name);
  return (number?.slots.slice(0, 1) ?? []).map((slot) => ({
    table: slot.table,
    place: placeOf(slot),
    number: fallen.name,
    attacker: fallen.attacker,
    who: whoOf(fallen, numbers),
    low: fallen.low,
    high: fallen.high,
    scale: number!.scale,
    width: widthNeeded(number!, threshold),
    why: fallen.why,
  }));
};

/** A figure that should follow from what is shown, and does not: it is no number of its own, so it has no interval. */
const contradictionAt = (slot: Slot): PublicationBreach => {
  const {table, figure, row} = slot;
  const declaration = tableFor("public", table);
  const {scale} = declaration.figures.find(({name}) => name === figure)!;
  const number = numberName(table, figure, declaration, row);
  return {table, place: placeOf(slot), number, attacker: "outsider", who: "", low: Number.NaN, high: Number.NaN, scale, width: 0, why: "contradiction"};
};
const contradictionsIn = ({tables}: Publication, halfYears: readonly string[]): PublicationBreach[] =>
  wronglyDerived(tables)
    .filter(({row}) => halfYears.includes(String(row["half_year"])))
    .map(contradictionAt);

const attackHalfYear = (publication: Publication, halfYear: string): Attacked => {
  const {sieges, traces, reading} = siegesOn(publication, halfYear);
  const besieged = sieges.map((siege) => ({...besiege(siege), attacker: siege.attacker, who: siege.who}));
  return {halfYear, numbers: reading.numbers, fallen: [...traces, ...besieged.flatMap(({fallen}) => fallen)], besieged};
};

const least = (values: readonly number[]): number | null => (values.length === 0 ? null : values.reduce((a, b) => Math.min(a, b)));
/** How wide a number was seen to be open, in parts of what it must be. */
const openness = (name: string, number: PublishedNumber, besieged: Attacked["besieged"], threshold: number): number[] =>
  besieged.flatMap(({widths}) => (widths.has(name) ? [widths.get(name)! / widthNeeded(number, threshold)] : []));
const reportsOf = (all: readonly Attacked[], breaches: readonly PublicationBreach[], threshold: number): TableReport[] => {
  const printed = all.flatMap(({numbers, besieged}) =>
    judgedOf({numbers}).flatMap(([name, number]) =>
      number.slots.map(({table}) => ({table, withheld: number.withheld, open: openness(name, number, besieged, threshold)})),
    ),
  );
  return [...Map.groupBy(printed, ({table}) => table)].map(([table, numbers]) => ({
    table,
    judged: numbers.length,
    withheld: numbers.filter(({withheld}) => withheld).length,
    narrowest: least(numbers.flatMap(({open}) => open)),
    breaches: breaches.filter((breach) => breach.table === table).length,
  }));
};
const halfYearsIn = ({tables, only}: Publication): string[] => {
  const there = new Set(tables.flatMap(({rows}) => rows.map((row) => String(row["half_year"]))));
  return [...there].filter((halfYear) => only?.includes(halfYear) ?? true).sort();
};

/**
 * Plays the intruder on everything that is published, half-year by half-year, since no sum crosses them.
 * @throws Error `unknown public table: NAME`
 */
export const attackPublication = (publication: Publication): AttackedPublication => {
  const {threshold} = publication.policy;
  const halfYears = halfYearsIn(publication);
  const all = halfYears.map((halfYear) => attackHalfYear(publication, halfYear));
  const fallen = all.flatMap(({fallen: each, numbers}) => each.flatMap((one) => breachOf(one, numbers, threshold)));
  const breaches = [...contradictionsIn(publication, halfYears), ...fallen];
  const besieged = all.flatMap((attacked) => attacked.besieged);
  return {
    breaches,
    tables: reportsOf(all, breaches, threshold),
    questions: besieged.reduce((sum, {questions}) => sum + questions, 0),
    dropped: besieged.reduce((sum, {dropped}) => sum + dropped, 0),
    certificate: all.flatMap(({halfYear, besieged: each}) => each.map(({attacker, who, evidence}) => ({halfYear, attacker, who, evidence}))),
  };
};
