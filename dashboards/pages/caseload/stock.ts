import {districts} from "../../../schemas/codes/bodies.ts";
import {printHalfYear} from "../../../schemas/units.ts";
import {multiples} from "../../charts/multiples.ts";
import {type Matched, matched} from "../../data/matched.ts";
import {districtOf, land, series, shown} from "../../data/shown.ts";
import {isKnown, surelyMore} from "../../data/size.ts";
import type {View} from "../../data/view.ts";
import {figure} from "../../parts/figure.ts";
import type {Part} from "../../parts/part.ts";
import {dayOf} from "../../words/edition.ts";
import {alwaysAbove, barelyMoved, changeWords} from "../../words/growth.ts";
import {brief, said, signedCount} from "../../words/numbers.ts";
import {lineOf} from "../../words/points.ts";
import {capitalised, firstTrue} from "../../words/sentences.ts";
import {course, courseTable} from "../kinds/course.ts";

const path = "caseload.cm_bestand_ende";
const firstHalfYear = ({edition}: View) => edition.periods[0]!.halfYear;
const grown = ({from, to}: Matched) => surelyMore(to, from);
/** Change without its sign: 12,3 % */
const size = (change: Matched) => changeWords(change).slice(1);
/** Since the first half-year, over the same bodies; nothing while there is only one. */
const since = (view: View, place = land): Matched | undefined =>
  view.edition.periods.length < 2 ? undefined : matched(view, path, place, firstHalfYear(view));

/** The stock of cases of the Land. */
export const stock = (view: View): Part => {
  const last = shown(view, path, land);
  const long = since(view);
  const short = matched(view, path, land);
  const begin = printHalfYear(firstHalfYear(view));
  return course(
    view,
    {
      id: "bestand",
      page: "fallzahlen",
      of: path,
      title: firstTrue(
        [
          [
            long !== undefined && isKnown(last) && !barelyMoved(long),
            `Der Bestand ist seit dem ${begin} um ${long === undefined ? "" : size(long)} ${long !== undefined && grown(long) ? "gewachsen" : "gesunken"}, auf ${said(last)} Fälle`,
          ],
        ],
        isKnown(last) ? `Bestand am ${dayOf(view.edition)}: ${brief(last)} Fälle` : `Bestand am ${dayOf(view.edition)}: noch keine Landessumme`,
      ),
      sub: "Fälle im Case Management am Ende des Halbjahres, Land. Ein Fall ist ein Haushalt.",
      finding: `${short === undefined ? "" : `${capitalised(changeWords(short))} gegenüber dem Vorhalbjahr bei denselben ${short.bodies} Stellen. `}Ein Fall umfasst im Mittel ${said(shown(view, "caseload.personen_je_fall", land))} Personen.`,
      read: `${long === undefined ? "" : `Die Veränderung im Titel vergleicht die ${long.bodies} Stellen, die in beiden Halbjahren gemeldet haben. `}Unter der Achse steht, wie viele Stellen gemeldet haben; unter 50 Meldungen wird keine Landessumme gebildet. Gepunktet und offen: vorläufig.`,
    },
    [{name: "Fälle", series: series(view, path, land)}],
  );
};

/** Cases taken on and cases ended. */
export const movement = (view: View): Part => {
  const taken = series(view, "caseload.cm_neu", land);
  const ended = series(view, "caseload.cm_beendet", land);
  const [a, b] = [taken.at(-1)!, ended.at(-1)!];
  const both = isKnown(a) && isKnown(b);
  const [more, fewer] = [both && surelyMore(a, b), both && surelyMore(b, a)];
  return course(
    view,
    {
      id: "bewegung",
      page: "fallzahlen",
      of: "caseload.cm_neu",
      title: firstTrue(
        [
          [alwaysAbove(taken, ended) && taken.length > 1, "In jedem Halbjahr kommen mehr Fälle hinzu, als abgeschlossen werden"],
          [more, "In diesem Halbjahr kamen mehr Fälle hinzu, als abgeschlossen wurden"],
          [fewer, "In diesem Halbjahr wurden mehr Fälle abgeschlossen, als hinzukamen"],
        ],
        `Aufgenommen: ${said(a)}, beendet: ${said(b)}`,
      ),
      sub: "Neu aufgenommene und beendete Fälle im Halbjahr, Land",
      finding: both
        ? `${brief(a)} Aufnahmen stehen ${brief(b)} Abschlüsse gegenüber${more || fewer ? `: ${signedCount(a.value! - b.value!)} Fälle` : ""}.`
        : "Für dieses Halbjahr wird keine Landessumme gebildet.",
    },
    [
      {name: "aufgenommen", series: taken},
      {name: "beendet", series: ended, colour: "var(--c4)"},
    ],
  );
};

/** Grew by a greater factor, whatever the rounded numbers stand for. */
const surelyFaster = (a: Matched, b: Matched): boolean =>
  (a.to.value! - a.to.slack) * (b.from.value! - b.from.slack) > (b.to.value! + b.to.slack) * (a.from.value! + a.from.slack);

/** The stock in each Regierungsbezirk on one scale. */
export const byDistrict = (view: View): Part => {
  const courses = districts.map((name) => ({name, series: series(view, path, districtOf(name))}));
  const changes = districts.map((name) => ({name, change: since(view, districtOf(name))}));
  const ranked = changes
    .flatMap(({name, change}) => (change === undefined ? [] : [{name, change}]))
    .toSorted((x, y) => Number(y.change.to.value! * x.change.from.value! - x.change.to.value! * y.change.from.value!));
  const [top, bottom] = [ranked[0], ranked.at(-1)];
  const text = ({change}: {change: Matched}) => changeWords(change);
  const most = top !== undefined && ranked.slice(1).every((other) => surelyFaster(top.change, other.change) && text(top) !== text(other));
  return figure(view, {
    id: "bezirke",
    page: "fallzahlen",
    of: path,
    title: firstTrue(
      [[top !== undefined && grown(top.change) && most, `Am stärksten wuchs der Bestand im Regierungsbezirk ${top?.name}`]],
      `Bestand in den fünf Regierungsbezirken am ${dayOf(view.edition)}`,
    ),
    sub: "Fälle im Case Management am Ende des Halbjahres je Regierungsbezirk, gleiche Skala",
    finding:
      top === undefined || bottom === undefined
        ? "Es ist das erste Halbjahr: Noch gibt es nichts zu vergleichen."
        : `${top.name} ${text(top)} seit dem ${printHalfYear(firstHalfYear(view))}, ${bottom.name} ${text(bottom)}, jeweils bei denselben Stellen.`,
    read: "Ein graues Band heißt: keine Summe, weil zu wenige Stellen des Regierungsbezirks gemeldet haben. Offener Punkt: vorläufig.",
    covered: shown(view, path, land),
    draw: (width) =>
      multiples(
        width,
        courses.map((each) => lineOf(each.name, each.series)),
      ),
    data: courseTable(courses, false),
  });
};
