import {land, shown} from "../../data/shown.ts";
import {isKnown, shareOf} from "../../data/size.ts";
import type {View} from "../../data/view.ts";
import type {Part} from "../../parts/part.ts";
import {brief, said} from "../../words/numbers.ts";
import {firstTrue} from "../../words/sentences.ts";
import {bySize, categoryBars, codesOf, leading, wholeOf} from "../kinds/categories.ts";

/** Topics of the cases worked on; a case can have several. */
export const topics = (view: View): Part => {
  const categories = bySize(codesOf(view, "topics.thema_faelle"));
  const worked = shown(view, "caseload.bearbeitet_count", land);
  const first = leading(categories);
  const share = first === undefined ? undefined : shareOf(first.shown, worked);
  const among = share !== undefined && isKnown(share) && share.value! <= share.den!;
  return categoryBars(view, {
    id: "themen",
    page: "themen",
    of: "topics.thema_faelle",
    name: "Handlungsfeld",
    categories,
    withoutShares: true,
    title: firstTrue(
      [
        [among, `${first?.label} ist das häufigste Thema: in ${share === undefined || !isKnown(share) ? "" : brief(share)} der bearbeiteten Fälle`],
        [first !== undefined, `${first?.label} ist das häufigste Thema`],
      ],
      "Themen der bearbeiteten Fälle",
    ),
    sub: "Fälle im Halbjahr mit diesem Handlungsfeld, Land. Ein Fall kann mehrere Themen haben.",
    finding:
      first === undefined ? "Ein häufigstes Thema lässt sich nicht nennen." : `${first.label}: ${brief(first.shown)} von ${said(worked)} bearbeiteten Fällen.`,
    read: "Weil ein Fall mehrere Themen haben kann, ergeben die Zahlen zusammen mehr als die Zahl der Fälle. Anteile am Ganzen gibt es deshalb nicht.",
  });
};

/** What brings people; what of it was solved is voluntary and shown only where enough bodies say it. */
export const concerns = (view: View): Part => {
  const categories = bySize(codesOf(view, "topics.thema_haupt"));
  const solved = codesOf(view, "topics.thema_geloest");
  const first = leading(categories);
  const share = first === undefined ? undefined : shareOf(first.shown, wholeOf(categories));
  const done = wholeOf(solved);
  return categoryBars(view, {
    id: "anliegen",
    page: "themen",
    of: "topics.thema_haupt",
    name: "Handlungsfeld",
    categories,
    title: firstTrue(
      [[share !== undefined && isKnown(share), `Häufigstes Hauptanliegen: ${first?.label}, ${share === undefined || !isKnown(share) ? "" : brief(share)}`]],
      "Hauptanliegen der bearbeiteten Fälle",
    ),
    sub: "Fälle im Halbjahr nach ihrem Hauptanliegen, Land. Jeder Fall zählt einmal.",
    finding: `${first === undefined ? "" : `${first.label}: ${brief(first.shown)} von ${said(wholeOf(categories))}. `}${isKnown(done) ? `Gelöst wurden im Halbjahr ${brief(done)} Themen, am häufigsten ${leading(solved)?.label ?? "mehrere gleich oft"}.` : done.status === "withheld" ? "Was gelöst wurde, ist zum Teil geheim." : `Was gelöst wurde, sagen ${done.bodies} von ${done.due} Stellen: zu wenige für eine Landessumme.`}`,
  });
};
