import {deadline} from "../../schemas/parameters.ts";
import {printDate} from "../../schemas/units.ts";
import {hasTable} from "../data/products/given.ts";
import {halfYearBefore} from "../data/matched.ts";
import type {View} from "../data/view.ts";
import {returnsTitle} from "../parts/menu.ts";
import {page} from "../parts/page.ts";
import {section, type SiteFile} from "../parts/part.ts";
import {coverageText} from "../words/edition.ts";
import {answers} from "./returns/answers.ts";
import {board} from "./returns/board.ts";
import {findings} from "./returns/findings.ts";
import {refused} from "./returns/refused.ts";
import {inTime, stairs} from "./returns/stairs.ts";

const lead = (view: View): string => {
  const {halfYear} = view.edition;
  const before = halfYearBefore(view);
  const then = before === undefined ? "" : `, ein Halbjahr zuvor waren es ${inTime(view, before)}`;
  return `${coverageText(view.edition)} haben eine Meldung, die zählt. ${inTime(view, halfYear)} kamen bis zur Frist am ${printDate(deadline(halfYear))}${then}.`;
};
/** Who has reported, when, and how good it is. */
export const returns = (view: View): SiteFile[] =>
  page(view, {
    name: "ruecklauf",
    title: returnsTitle(view),
    lead: lead(view),
    content: [
      board(view),
      hasTable(view, "return_register") && stairs(view),
      section("Datenqualität", [hasTable(view, "findings_by_rule") && findings(view), answers(view)]),
      section("Nicht angenommene Dateien", [hasTable(view, "submission_register") && refused(view)]),
    ],
  });
