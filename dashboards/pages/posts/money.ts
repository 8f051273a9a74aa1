import {codeListOf} from "../../../schemas/codes/lists.ts";
import {dumbbell} from "../../charts/dumbbell.ts";
import {land, split} from "../../data/shown.ts";
import {isKnown, shareOf, sizeOf, together} from "../../data/size.ts";
import type {View} from "../../data/view.ts";
import {pairKeys} from "../../parts/colours.ts";
import {figure} from "../../parts/figure.ts";
import type {Part} from "../../parts/part.ts";
import {brief, said} from "../../words/numbers.ts";
import {firstTrue} from "../../words/sentences.ts";

const names = codeListOf("CL_BAUSTEIN").known;
const amounts = ["eur_bewilligt", "eur_abgerufen", "eur_verausgabt", "eur_weiter_ka", "eur_weiter_fw", "eur_eigenanteil"] as const;

/** Granted for the year, drawn and spent in the half-year. */
export const money = (view: View): Part => {
  const of = Object.fromEntries(amounts.map((name) => [name, split(view, `finance.${name}`, land)]));
  const rows = [...names.keys()].map((code) => ({label: names.get(code)!, values: amounts.map((name) => of[name]!.find((each) => each.code === code)!.shown)}));
  const [granted, drawn, spent] = [0, 1, 2].map((i) => together(rows.map(({values}) => values[i]!)));
  const share = shareOf(spent!, granted!);
  const shares = rows
    .map(({label, values}) => ({label, a: shareOf(values[2]!, values[0]!), b: shareOf(values[1]!, values[0]!)}))
    .filter(({a, b}) => isKnown(a) && isKnown(b));
  return figure(view, {
    id: "mittel",
    page: "personal",
    of: "finance.eur_verausgabt",
    title: firstTrue(
      [[isKnown(share), `Im Halbjahr verausgabt: ${isKnown(share) ? brief(share) : ""} der für das Jahr bewilligten Mittel`]],
      "Mittel nach Baustein",
    ),
    sub: "Im Halbjahr verausgabte und abgerufene Mittel, gemessen an den im Kalenderjahr bewilligten, nach Baustein, Land",
    draw: (width) =>
      dumbbell(
        width,
        shares.map(({label, a, b}) => ({name: label, a: sizeOf(a)!, b: sizeOf(b)!, textA: brief(a), textB: brief(b)})),
      ),
    keys: pairKeys("verausgabt", "abgerufen"),
    finding: `Bewilligt für das Jahr: ${said(granted!)}. Im Halbjahr abgerufen: ${said(drawn!)}, verausgabt: ${said(spent!)}.`,
    covered: granted!,
    data: {
      head: ["Baustein", "bewilligt", "abgerufen", "verausgabt", "weiter an Kommunen", "weiter an freie Träger", "Eigenanteil"],
      rows: rows.map(({label, values}) => [label, ...values]),
    },
  });
};
