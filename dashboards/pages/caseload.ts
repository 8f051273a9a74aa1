import {land, shown} from "../data/shown.ts";
import {series} from "../data/shown.ts";
import type {View} from "../data/view.ts";
import {page, provisionalNote} from "../parts/page.ts";
import {section, type SiteFile} from "../parts/part.ts";
import {alwaysAbove} from "../words/growth.ts";
import {said} from "../words/numbers.ts";
import {firstTrue} from "../words/sentences.ts";
import {durations, reasons} from "./caseload/endings.ts";
import {byDistrict, movement, stock} from "./caseload/stock.ts";
import {consultations, load, phases, process} from "./caseload/work.ts";

const lead = (view: View): string => {
  const [taken, ended] = [series(view, "caseload.cm_neu", land), series(view, "caseload.cm_beendet", land)];
  const rate = shown(view, "caseload.faelle_je_vzae", land);
  return `${firstTrue([[taken.length > 1 && alwaysAbove(taken, ended), "In jedem Halbjahr mit Landessumme wurden mehr Fälle aufgenommen als beendet."]], `Im Halbjahr aufgenommen: ${said(taken.at(-1)!)} Fälle, beendet: ${said(ended.at(-1)!)}.`)}${rate.status === "withheld" ? "" : ` Auf eine besetzte Vollzeitstelle kommen im Land ${said(rate)} Fälle.`}`;
};
/** Stock, movement, consultations, process and endings. */
export const caseload = (view: View): SiteFile[] =>
  page(view, {
    name: "fallzahlen",
    title: "Fallzahlen",
    lead: lead(view),
    state: provisionalNote(view),
    content: [
      stock(view),
      movement(view),
      byDistrict(view),
      section("Beratung und Arbeit am Fall", [consultations(view), process(view), phases(view), load(view)]),
      section("Wie Fälle enden", [reasons(view), durations(view)]),
    ],
  });
