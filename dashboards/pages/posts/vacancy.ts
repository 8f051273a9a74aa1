import {parameterAt} from "../../../schemas/parameters.ts";
import {printDecimal} from "../../../schemas/units.ts";
import {land, shown, split} from "../../data/shown.ts";
import {isKnown, moreThanHalf, shareOf, together} from "../../data/size.ts";
import type {View} from "../../data/view.ts";
import type {Part} from "../../parts/part.ts";
import {dayOf} from "../../words/edition.ts";
import {brief, said} from "../../words/numbers.ts";
import {firstTrue} from "../../words/sentences.ts";
import {bySize, categoryBars, codesOf, leading, wholeOf} from "../kinds/categories.ts";

const euros = (view: View, name: string) => `${printDecimal(parameterAt(name, view.edition.halfYear), 2, 0)} €`;
/** What vacant months would have cost: a computed value, no budget figure. */
export const vacancy = (view: View): Part => {
  const all = shown(view, "posts.vakanz_eur", land);
  const months = split(view, "posts_by_baustein.unbesetzte_monate_vzae", land);
  return categoryBars(view, {
    id: "vakanz",
    page: "personal",
    of: "posts_by_baustein.vakanz_eur",
    name: "Baustein",
    categories: codesOf(view, "posts_by_baustein.vakanz_eur"),
    title: firstTrue(
      [[isKnown(all), `Freie Stellen entsprechen ${isKnown(all) ? brief(all) : ""} nicht genutzter Förderung im Halbjahr`]],
      "Freie Stellen als Rechenwert in Euro",
    ),
    sub: "Unbesetzte Stellenmonate mal Förderbetrag je Monat im Halbjahr, Land",
    finding: `${said(shown(view, "posts.unbesetzte_monate_vzae", land))} VZÄ-Monate waren unbesetzt, davon ${said(months.find(({code}) => code === "B2")!.shown)} im Case Management.`,
    read: `Rechenwert, keine Haushaltszahl: Er sagt, was die Förderung für besetzte Stellen betragen hätte. Beträge je Vollzeitstelle und Jahr: ${euros(view, "foerderbetrag_ko")} (Koordination und Case Management), ${euros(view, "foerderbetrag_va")} (Verwaltungsassistenz), ${euros(view, "foerderbetrag_b3")} (Baustein 3).`,
  });
};

/** Why posts are vacant. */
export const reasons = (view: View): Part => {
  const categories = bySize(codesOf(view, "vacancies.unbesetzt_vzae"));
  const market = together(categories.filter(({code}) => code === "1" || code === "2").map((each) => each.shown));
  const share = shareOf(market, wholeOf(categories));
  const first = leading(categories);
  return categoryBars(view, {
    id: "gruende",
    page: "personal",
    of: "vacancies.unbesetzt_vzae",
    name: "Grund der Vakanz",
    categories,
    title: firstTrue(
      [
        [moreThanHalf(share), "Mehr als die Hälfte der freien Stellen ist ausgeschrieben oder findet keine geeignete Bewerbung"],
        [first !== undefined, `Häufigster Grund für freie Stellen: ${first?.label}`],
      ],
      "Freie Stellen nach Grund",
    ),
    sub: `Freie Vollzeitstellen (VZÄ) nach dem gemeldeten Grund, ${dayOf(view.edition)}, Land`,
    finding: `Ausgeschrieben oder ohne geeignete Bewerbung: ${said(share)} der freien Stellen mit Grund. Auf Eigenanteil oder Freigabe warten ${said(categories.find(({code}) => code === "3")!.shown)} VZÄ.`,
  });
};

/** Who employs the people. */
export const employers = (view: View): Part => {
  const categories = codesOf(view, "posts_by_employer.vzae_besetzt");
  const free = together(categories.filter(({code}) => code.startsWith("F")).map((each) => each.shown));
  const share = shareOf(free, wholeOf(categories));
  return categoryBars(view, {
    id: "traeger",
    page: "personal",
    of: "posts_by_employer.vzae_besetzt",
    name: "Anstellungsträger",
    categories,
    title: firstTrue(
      [[isKnown(share), `${isKnown(share) ? brief(share) : ""} der besetzten Stellen sind bei freien Trägern`]],
      "Besetzte Stellen nach Anstellungsträger",
    ),
    sub: `Besetzte Vollzeitstellen (VZÄ) nach Anstellungsträger, ${dayOf(view.edition)}, Land`,
    finding: isKnown(free)
      ? `Bei freien Trägern: ${said(free)} von ${said(wholeOf(categories))} besetzten VZÄ.`
      : `Wie viele VZÄ freie Träger zusammen haben, lässt sich nicht sagen: ${free.status === "withheld" ? "Ein Teil der Zahlen ist geheim" : "Es gibt keine Landessumme"}.`,
  });
};
