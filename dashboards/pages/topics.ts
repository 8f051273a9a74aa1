import type {Category} from "../data/shown.ts";
import type {View} from "../data/view.ts";
import {page, provisionalNote} from "../parts/page.ts";
import {section, type SiteFile} from "../parts/part.ts";
import {isKnown, surelyMore} from "../data/size.ts";
import {brief} from "../words/numbers.ts";
import {bySize, codesOf, leading} from "./kinds/categories.ts";
import {gapCourse, gapSolvers, gapTopics} from "./topics/gaps.ts";
import {concerns, topics as topicBars} from "./topics/needs.ts";
import {access, referrals} from "./topics/network.ts";

/** Who comes after the first, if it surely does. */
const secondOf = (categories: readonly Category[]): Category | undefined => {
  const [, second, third] = bySize(categories).filter(({shown}) => isKnown(shown));
  return second === undefined || third === undefined || surelyMore(second.shown, third.shown) || second.shown.slack === 0n ? second : undefined;
};
const lead = (view: View): string => {
  const topic = leading(codesOf(view, "topics.thema_faelle"));
  const second = secondOf(codesOf(view, "topics.thema_faelle"));
  const way = leading(codesOf(view, "access.zugang_n"));
  const first =
    topic === undefined
      ? "Für dieses Halbjahr lässt sich kein häufigstes Thema nennen."
      : `Am häufigsten geht es um ${topic.label} (${brief(topic.shown)} Fälle)${second === undefined ? "" : `, dann um ${second.label}`}.`;
  return `${first}${way === undefined ? "" : ` Neue Fälle kommen am häufigsten über: ${way.label}.`}`;
};
/** What cases are about, how people come and where they are sent, and what the system lacks. */
export const topics = (view: View): SiteFile[] =>
  page(view, {
    name: "themen",
    title: "Themen, Zugang, Systemlücken",
    lead: lead(view),
    state: provisionalNote(view),
    content: [
      topicBars(view),
      concerns(view),
      section("Zugang und Verweise", [access(view), referrals(view)]),
      section("Systemlücken", [gapCourse(view), gapTopics(view), gapSolvers(view)]),
    ],
  });
