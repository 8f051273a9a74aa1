import type {FigurePath} from "../../data/shown.ts";
import {isKnown, shareOf, together} from "../../data/size.ts";
import type {View} from "../../data/view.ts";
import type {Part} from "../../parts/part.ts";
import {dayOf} from "../../words/edition.ts";
import {brief, said} from "../../words/numbers.ts";
import {firstTrue} from "../../words/sentences.ts";
import {bySize, categoryBars, codesOf, leading, wholeOf} from "../kinds/categories.ts";

type Trait = {
  readonly id: string;
  readonly of: FigurePath;
  readonly name: string;
  readonly ordered?: boolean;
  readonly about: string;
  readonly title: (label: string, share: string) => string;
};
/** Traits of the main person at the reference date. */
const traits: readonly Trait[] = [
  {
    id: "status",
    of: "residence_status.n_bestand",
    name: "Aufenthaltsstatus",
    about: "Aufenthaltsstatus",
    title: (label, share) => `Häufigster Aufenthaltsstatus: ${label}, ${share}`,
  },
  {
    id: "dauer",
    of: "duration_of_stay.n_bestand",
    name: "Aufenthaltsdauer",
    ordered: true,
    about: "Aufenthaltsdauer in Deutschland",
    title: (label, share) => `Am häufigsten ist eine Aufenthaltsdauer von ${label}: ${share}`,
  },
  {
    id: "alter",
    of: "age.n_bestand",
    name: "Alter in Jahren",
    ordered: true,
    about: "Alter",
    title: (label, share) => `Die größte Altersgruppe ist ${label} Jahre alt: ${share}`,
  },
  {
    id: "haushalt",
    of: "households.n_bestand",
    name: "Haushaltstyp",
    ordered: true,
    about: "Haushaltstyp",
    title: (label, share) => `Häufigster Haushaltstyp: ${label}, ${share}`,
  },
];
const trait = (view: View, {id, of, name, ordered, about, title}: Trait): Part => {
  const codes = codesOf(view, of);
  const categories = ordered === true ? codes : bySize(codes);
  const first = leading(codes.filter(({label}) => label !== "keine Angabe"));
  const share = first === undefined ? undefined : shareOf(first.shown, wholeOf(codes));
  const known = share !== undefined && isKnown(share);
  const silent = together(
    codes.filter(({label}) => /keine Angabe|unbekannt/.test(label)).map(({shown}) => shown),
    "keine Angabe",
  );
  return categoryBars(view, {
    id,
    page: "herkunft",
    of,
    name,
    categories,
    title: firstTrue([[known, title(first?.label ?? "", known ? brief(share) : "")]], `Fälle nach ${about}`),
    sub: `Fälle (Hauptperson) nach ${about}, ${dayOf(view.edition)}, Land`,
    finding: `${first === undefined ? "" : `${first.label}: ${brief(first.shown)} von ${said(wholeOf(codes))} Fällen. `}Ohne Angabe: ${said(silent)}.`,
    options: {left: 300},
  });
};
export const people = (view: View): Part[] => traits.map((each) => trait(view, each));
