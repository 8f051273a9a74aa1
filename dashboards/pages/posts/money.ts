import {codeListOf} from "../../../schemas/codes/lists.ts";
import {bars} from "../../charts/bars.ts";
import {land, split} from "../../data/shown.ts";
import {isKnown, shareOf, together} from "../../data/size.ts";
import type {View} from "../../data/view.ts";
import {figure} from "../../parts/figure.ts";
import type {Part} from "../../parts/part.ts";
import {brief, said} from "../../words/numbers.ts";
import {barOf} from "../../words/points.ts";
import {firstTrue} from "../../words/sentences.ts";

const names = codeListOf("CL_BAUSTEIN").known;
const amounts = ["eur_bewilligt", "eur_abgerufen", "eur_verausgabt", "eur_weiter_ka", "eur_weiter_fw", "eur_eigenanteil"] as const;

/** Spent in the half-year, measured by what was granted for the year. */
export const money = (view: View): Part => {
  const of = new Map(amounts.map((name) => [name, new Map(split(view, `finance.${name}`, land).map(({code, shown}) => [code, shown]))]));
  const rows = [...names].map(([code, label]) => ({label, values: amounts.map((name) => of.get(name)!.get(code)!)}));
  const granted = together(rows.map(({values}) => values[0]!));
  const spent = together(rows.map(({values}) => values[2]!));
  const share = shareOf(spent, granted);
  return figure(view, {
    id: "mittel",
    page: "personal",
    of: "finance.eur_verausgabt",
    title: firstTrue(
      [[isKnown(share), `Im Halbjahr verausgabt: ${isKnown(share) ? brief(share) : ""} der für das Jahr bewilligten Mittel`]],
      "Mittel nach Baustein",
    ),
    sub: "Im Halbjahr verausgabte Mittel als Anteil der im Kalenderjahr bewilligten, nach Baustein, Land",
    draw: (width) =>
      bars(
        width,
        rows.map(({label, values}) => barOf(label, shareOf(values[2]!, values[0]!))),
        {left: 230, max: 100},
      ),
    finding: `Bewilligt für das Jahr: ${said(granted)}. Im Halbjahr verausgabt: ${said(spent)}.`,
    read: "Abgerufen wird nur in Baustein 1; die Bausteine 2 und 3 werden als Pauschale zugewiesen.",
    covered: spent,
    data: {
      head: ["Baustein", "bewilligt", "abgerufen", "verausgabt", "weiter an Kommunen", "weiter an freie Träger", "Eigenanteil"],
      rows: rows.map(({label, values}) => [label, ...values]),
    },
  });
};
