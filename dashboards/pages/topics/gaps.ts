import {land, series, shown} from "../../data/shown.ts";
import {isKnown, surelyMore} from "../../data/size.ts";
import type {View} from "../../data/view.ts";
import type {Part} from "../../parts/part.ts";
import {dayOf} from "../../words/edition.ts";
import {brief, said} from "../../words/numbers.ts";
import {firstTrue} from "../../words/sentences.ts";
import {bySize, categoryBars, codesOf, leading} from "../kinds/categories.ts";
import {course} from "../kinds/course.ts";

/** Open gaps over the half-years. */
export const gapCourse = (view: View): Part => {
  const open = series(view, "gaps.offen_count", land);
  const [last, before] = [open.at(-1)!, open.at(-2)];
  const both = isKnown(last) && before !== undefined && isKnown(before);
  const [fresh, solved] = [shown(view, "gaps.neu_count", land), shown(view, "gaps.geloest_count", land)];
  const more = isKnown(fresh) && isKnown(solved);
  return course(
    view,
    {
      id: "luecken",
      page: "themen",
      of: "gaps.offen_count",
      title: firstTrue(
        [
          [more && surelyMore(solved, fresh), "Im Halbjahr wurden mehr Systemlücken gelöst als neu gemeldet"],
          [more && surelyMore(fresh, solved), "Im Halbjahr wurden mehr Systemlücken neu gemeldet als gelöst"],
        ],
        `Offene Systemlücken: ${said(last)}`,
      ),
      sub: "Offene Systemlücken am Ende des Halbjahres, Land: weder gelöst noch zurückgestellt",
      finding: `${said(last)} sind offen${both ? `, ein Halbjahr zuvor waren es ${brief(before)}` : ""}. Neu: ${said(fresh)}, gelöst: ${said(solved)}.`,
    },
    [{name: "offen", series: open}],
  );
};

/** Open gaps by topic. */
export const gapTopics = (view: View): Part => {
  const categories = bySize(codesOf(view, "gaps_by_topic.offen_count"));
  const first = leading(categories);
  return categoryBars(view, {
    id: "luecken-feld",
    page: "themen",
    of: "gaps_by_topic.offen_count",
    name: "Handlungsfeld",
    categories,
    title: firstTrue([[first !== undefined, `Die meisten offenen Systemlücken liegen im Feld ${first?.label}`]], "Offene Systemlücken nach Handlungsfeld"),
    sub: `Offene Systemlücken nach Handlungsfeld, ${dayOf(view.edition)}, Land`,
    finding: first === undefined ? "Ein Feld mit den meisten Lücken lässt sich nicht nennen." : `${first.label}: ${brief(first.shown)} offene Systemlücken.`,
  });
};
/** Who could solve them. */
export const gapSolvers = (view: View): Part => {
  const categories = codesOf(view, "gaps_by_solver.offen_count");
  const first = leading(categories);
  return categoryBars(view, {
    id: "luecken-ebene",
    page: "themen",
    of: "gaps_by_solver.offen_count",
    name: "Lösungsebene",
    categories,
    title: firstTrue([[first !== undefined, `Am häufigsten liegt die Lösung auf der Ebene ${first?.label}`]], "Offene Systemlücken nach Lösungsebene"),
    sub: `Offene Systemlücken nach der Ebene, auf der sie gelöst werden können, ${dayOf(view.edition)}, Land`,
    finding: first === undefined ? "Eine häufigste Ebene lässt sich nicht nennen." : `${first.label}: ${brief(first.shown)}.`,
  });
};
