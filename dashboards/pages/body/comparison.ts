import {type Body, spokenName} from "../../../schemas/codes/bodies.ts";
import {printHalfYear} from "../../../schemas/units.ts";
import {bars} from "../../charts/bars.ts";
import {dumbbell} from "../../charts/dumbbell.ts";
import {chance, funnel} from "../../charts/funnel.ts";
import {likest} from "../../data/likeness.ts";
import {inOrder} from "../../data/middle.ts";
import {land, perBody, placeOf, series, shown} from "../../data/shown.ts";
import {compared, isKnown, reachOf, sizeOf, surelyMore, together} from "../../data/size.ts";
import type {View} from "../../data/view.ts";
import {pairKeys} from "../../parts/colours.ts";
import {figure} from "../../parts/figure.ts";
import type {Part} from "../../parts/part.ts";
import {dayOf} from "../../words/edition.ts";
import {changeWords, stillWord} from "../../words/growth.ts";
import {brief, said} from "../../words/numbers.ts";
import {barOf} from "../../words/points.ts";
import {capitalised, firstTrue} from "../../words/sentences.ts";
import {bySize, codesOf, sharesOf} from "../kinds/categories.ts";
import {course} from "../kinds/course.ts";
import {beyondChance} from "./profile.ts";

const pageOf = ({key}: Body) => `stelle-${key}`;
const known = (all: readonly {readonly status: string}[]) => all.filter(({status}) => status === "known").length;

/** The stock of cases of the body over the half-years. */
export const stock = (view: View, body: Body): Part => {
  const path = "caseload.cm_bestand_ende";
  const all = series(view, path, placeOf(body));
  const last = all.at(-1)!;
  const gone = all.filter((each) => !isKnown(each)).map(({halfYear}) => printHalfYear(halfYear));
  const first = all.find(isKnown);
  const change = first === undefined || first === last || !isKnown(last) ? undefined : changeWords({from: first, to: last});
  return course(
    view,
    {
      id: "bestand",
      page: pageOf(body),
      of: path,
      level: 3,
      title: firstTrue(
        [
          [isKnown(last) && gone.length === 0, `Der Bestand liegt bei ${said(last)} Fällen`],
          [
            isKnown(last),
            `Der Bestand liegt bei ${said(last)} Fällen; ${gone.length === 1 ? `für das ${gone[0]} fehlt die Zahl` : `für ${gone.length} Halbjahre fehlen Zahlen`}`,
          ],
        ],
        `Für das ${printHalfYear(view.edition.halfYear)} fehlt der Bestand`,
      ),
      sub: `Fälle im Case Management am Ende des Halbjahres, ${spokenName(body)}`,
      finding: `${change === undefined ? "Für eine Veränderung fehlen Zahlen." : change === stillWord ? `${capitalised(change)} seit dem ${printHalfYear(first!.halfYear)}.` : `Seit dem ${printHalfYear(first!.halfYear)} ${change}.`}${gone.length > 0 ? " Fehlende Werte werden nicht geschätzt." : ""}`,
      covered: `${known(all)} von ${all.length} Halbjahren`,
    },
    [{name: "Fälle", series: all}],
  );
};

/** Cases for each filled post beside the most alike bodies. */
export const similar = (view: View, body: Body): Part => {
  const path = "caseload.faelle_je_vzae";
  const others = likest(body);
  const rows = [body, ...others].map((each) => ({each, shown: shown(view, path, placeOf(each))}));
  const whole = shown(view, path, land);
  const own = rows[0]!.shown;
  const among = inOrder(rows.slice(1).map((row) => row.shown));
  const [low, high] = [among[0], among.at(-1)];
  const all = isKnown(own) && among.length === others.length;
  const reference = isKnown(whole) ? {reference: {name: `Land ${brief(whole)}`, value: sizeOf(whole)!}} : {};
  return figure(view, {
    id: "aehnliche",
    page: pageOf(body),
    of: path,
    level: 3,
    title: firstTrue(
      [
        [
          all && low !== undefined && among.every((each) => surelyMore(each, own)),
          `${said(own)} Fälle je besetzter Stelle, weniger als bei jeder der sechs ähnlichsten Stellen`,
        ],
        [
          all && high !== undefined && among.every((each) => surelyMore(own, each)),
          `${said(own)} Fälle je besetzter Stelle, mehr als bei jeder der sechs ähnlichsten Stellen`,
        ],
        [own.status === "withheld", `Für ${spokenName(body)} ist die Zahl geheim; das Land: ${said(whole)} Fälle je besetzter Stelle`],
        [!isKnown(own), `Für ${spokenName(body)} fehlt die Zahl; das Land: ${said(whole)} Fälle je besetzter Stelle`],
      ],
      `${spokenName(body)}: ${said(own)} Fälle je besetzter Stelle, das Land ${said(whole)}`,
    ),
    sub: `Fälle im Bestand je besetzter Vollzeitstelle im Case Management, ${dayOf(view.edition)}, mit den sechs ähnlichsten Stellen`,
    draw: (width) =>
      bars(
        width,
        rows.map((row) => barOf(spokenName(row.each), row.shown, row.each === body)),
        reference,
      ),
    finding:
      low === undefined || high === undefined
        ? "Von den ähnlichsten Stellen wird keine Zahl gezeigt."
        : `Bei den ${rows.some((row) => row.shown.status === "withheld") ? "gezeigten unter den " : ""}ähnlichsten Stellen reicht die Spanne von ${brief(low)} bis ${brief(high)} Fällen.`,
    read: "Ähnlich heißt: gleiche Art der Stelle und kleinster Abstand bei Einwohnerzahl, Ausländeranteil und Herkunft der Bevölkerung. Die Reihenfolge ist die der Ähnlichkeit, keine Rangliste.",
    covered: {bodies: known(rows.map((row) => row.shown)), due: rows.length},
    data: {head: ["Stelle", "Fälle je VZÄ"], rows: rows.map((row) => [spokenName(row.each), row.shown])},
  });
};

/** The share of cases with an agreement, with what chance would explain. */
export const agreements = (view: View, body: Body): Part | false => {
  const path = "caseload.vereinbarung_quote";
  const all = perBody(view, path);
  const [agreed, cases] = [perBody(view, "caseload.cm_zielvereinbarung"), perBody(view, "caseload.cm_bestand_ende")];
  const [own, whole] = [shown(view, path, placeOf(body)), shown(view, path, land)];
  if (!isKnown(whole)) return false;
  const dots = all
    .filter((each) => isKnown(each.shown))
    .map((each) => ({key: each.body.key, name: spokenName(each.body), n: Number(each.shown.den), share: sizeOf(each.shown)! / 100}));
  const mean = sizeOf(whole)! / 100;
  const far = beyondChance(own, whole);
  const within = isKnown(own) ? chance(mean, Number(own.den), 1.96) * 100 : 0;
  // The number of cases is rounded for the public: then its band has no decimals either.
  const places = isKnown(own) && reachOf(own) > 0.1 ? 0 : 1;
  const percent = (value: number) => `${value.toFixed(places).replace(".", ",")} %`;
  return figure(view, {
    id: "trichter",
    page: pageOf(body),
    of: path,
    level: 3,
    title: firstTrue(
      [
        [far === true, `Zielvereinbarungen: ${said(own)}, deutlich ${compared(own, whole) > 0 ? "mehr" : "weniger"} als im Land`],
        [far === false, `Zielvereinbarungen: ${said(own)}, der Abstand zum Land kann Zufall sein`],
      ],
      `Zielvereinbarungen: im Land ${brief(whole)}, für ${spokenName(body)} fehlt die Zahl`,
    ),
    sub: `Anteil der Fälle mit Zielvereinbarung nach Zahl der Fälle, ${dayOf(view.edition)}. Ein Punkt ist eine Stelle.`,
    draw: (width) => funnel(width, dots, {mean, meanText: `Land ${brief(whole)}`, own: body.key, axis: "Fälle im Bestand →"}),
    finding: isKnown(own)
      ? `${spokenName(body)}: ${brief(own)} von ${own.den} Fällen. Bei dieser Fallzahl wären ${percent(Math.max(0, mean * 100 - within))} bis ${percent(Math.min(100, mean * 100 + within))} durch Zufall erklärbar.`
      : `Für ${spokenName(body)} liegt keine Zahl vor.`,
    read: "Je weniger Fälle, desto stärker schwankt ein Anteil von selbst. Dunkles Band: 95 %, helles Band: 99,8 %. Erst außerhalb lohnt die Frage nach Gründen.",
    covered: whole,
    data: {
      head: ["Stelle", "Fälle mit Vereinbarung", "Fälle", "Anteil"],
      rows: all.map((each, i) => [spokenName(each.body), agreed[i]!.shown, cases[i]!.shown, each.shown]),
    },
  });
};

/** Origin of the cases beside the Land. */
export const origins = (view: View, body: Body): Part | false => {
  const path = "origins.n_bestand";
  const own = sharesOf(codesOf(view, path, placeOf(body)));
  const whole = new Map(sharesOf(codesOf(view, path)).map(({code, shown: share}) => [code, share]));
  const rows = bySize(codesOf(view, path, placeOf(body))).map(({code, label, shown: cases}) => ({
    label,
    cases,
    a: own.find((each) => each.code === code)!.shown,
    b: whole.get(code)!,
  }));
  // What is 0, also by rounding, is none of the largest; it stands in the table.
  const drawn = rows.filter(({a, b}) => isKnown(a) && isKnown(b) && a.value !== 0n).slice(0, 8);
  const eight = drawn.length === 8 && rows.every(({a}) => isKnown(a) && reachOf(a) === 0);
  const [first, second] = drawn;
  if (first === undefined || second === undefined) return false;
  const gap = ({a, b}: (typeof rows)[number]) => Math.abs(sizeOf(a)! - sizeOf(b)!);
  const [widest, next] = drawn.toSorted((x, y) => gap(y) - gap(x));
  const both = together([first.a, second.a]);
  const sure = drawn.every(({a}, i) => i < 2 || surelyMore(second.a, a)) || reachOf(both) === 0;
  const least = gap(widest!) - 2 * reachOf(widest!.a);
  return figure(view, {
    id: "herkunft",
    page: pageOf(body),
    of: path,
    level: 3,
    title: firstTrue(
      [
        [reachOf(both) < 1, `Herkunft: ${first.label} und ${second.label} stellen ${brief(both)} der Fälle`],
        [sure, `Herkunft: Am häufigsten sind ${first.label} und ${second.label}`],
      ],
      `Herkunft der Fälle: ${spokenName(body)} und Land`,
    ),
    sub: `Anteil an den Fällen, ${spokenName(body)} und Land, die ${eight ? "acht größten" : "größten gezeigten"} Gruppen, ${dayOf(view.edition)}`,
    draw: (width) =>
      dumbbell(
        width,
        drawn.map(({label, a, b}) => ({name: label, a: sizeOf(a)!, b: sizeOf(b)!, textA: brief(a), textB: brief(b)})),
      ),
    keys: pairKeys(spokenName(body), "Land"),
    finding: `${least > gap(next!) + 2 * reachOf(next!.a) || reachOf(both) === 0 ? "Größter Abstand: " : ""}${widest!.label} mit ${brief(widest!.a)}, im Land ${brief(widest!.b)}.`,
    covered: first.b,
    data: {head: ["Herkunft", "Fälle", spokenName(body), "Land"], rows: rows.map(({label, cases, a, b}) => [label, cases, a, b])},
  });
};
