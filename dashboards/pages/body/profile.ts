import {type Body, spokenName} from "../../../schemas/codes/bodies.ts";
import {printDate, printDecimal, printHalfYear, printHalfYearShort} from "../../../schemas/units.ts";
import {chance} from "../../charts/funnel.ts";
import {halfYearBefore} from "../../data/matched.ts";
import {type ReturnEntry, returnsOf} from "../../data/returns.ts";
import {type FigurePath, land, placeOf, series, type Shown, shown} from "../../data/shown.ts";
import {compared, isKnown, reachOf, sizeOf, surelyMore} from "../../data/size.ts";
import {hasReported, type View} from "../../data/view.ts";
import {type Html, html} from "../../parts/html.ts";
import type {KeyFigure} from "../../parts/key-figures.ts";
import {differenceWords} from "../../words/growth.ts";
import {said} from "../../words/numbers.ts";
import {capitalised, firstTrue} from "../../words/sentences.ts";
import {stateWords} from "../returns/board.ts";

/** A figure of the body and of the Land. */
const both = (view: View, body: Body, path: FigurePath) => [shown(view, path, placeOf(body)), shown(view, path, land)] as const;
const beside = (land: Shown): Html => html`Land <b>${said(land)}</b>`;
/** Within a tenth of the Land, or of what rounding hides, no word of more or less. */
const nearness = (own: Shown, of: Shown): string => {
  if (!isKnown(own) || !isKnown(of)) return "Ein Vergleich mit dem Land ist nicht möglich.";
  const near = Math.abs(sizeOf(own)! / sizeOf(of)! - 1) < 0.1 || !(surelyMore(own, of) || surelyMore(of, own));
  return firstTrue(
    [
      [near, "Nah am Landeswert."],
      [compared(own, of) > 0, "Über dem Landeswert."],
    ],
    "Unter dem Landeswert.",
  );
};
/** Whether a share lies so far from the Land that chance does not explain it (99.8 %). Undefined if one is unknown. */
export const beyondChance = (own: Shown, of: Shown): boolean | undefined => {
  if (!isKnown(own) || !isKnown(of)) return undefined;
  const mean = sizeOf(of)! / 100;
  return Math.abs(sizeOf(own)! - sizeOf(of)!) - reachOf(own) - reachOf(of) > 100 * chance(mean, Number(own.den), 3.09);
};
/** Change since the half-year before, if both are known. */
const since = (view: View, body: Body, path: FigurePath): {readonly text: string; readonly markup: Html} | undefined => {
  const before = halfYearBefore(view);
  if (before === undefined) return undefined;
  const [from, to] = [shown(view, path, placeOf(body), {halfYear: before}), shown(view, path, placeOf(body))];
  if (!isKnown(from) || !isKnown(to)) return undefined;
  const text = differenceWords({from, to});
  return {text, markup: html`<b>${text}</b> seit ${printHalfYearShort(before)}`};
};

const vacancyText = (vacant: Shown, approved: Shown): string => {
  if (isKnown(vacant)) return `${said(vacant)} von ${said(approved)} VZÄ sind frei.`;
  return isKnown(approved) ? `${said(approved)} VZÄ sind bewilligt.` : "Die Zahl der Stellen wird nicht gezeigt.";
};

/** Five figures of one body, the Land beside them. */
export const profile = (view: View, body: Body): KeyFigure[] => {
  const place = placeOf(body);
  const own = (path: FigurePath) => said(shown(view, path, place));
  const [load, landLoad] = both(view, body, "caseload.faelle_je_vzae");
  const [agreed, landAgreed] = both(view, body, "caseload.vereinbarung_quote");
  const [, landFilled] = both(view, body, "posts.besetzungsquote");
  const none = "kein Vergleich mit dem Vorhalbjahr";
  const far = beyondChance(agreed, landAgreed);
  const kpi = (name: string, path: FigurePath, delta: Html | string, say: string): KeyFigure => ({
    name,
    series: series(view, path, place),
    delta,
    say,
    covered: false,
  });
  const missing = !hasReported(view, view.edition.halfYear, body.key);
  const [vacant, approved] = [shown(view, "posts.unbesetzt_vzae", place), shown(view, "posts.vzae_bewilligt", place)];
  return [
    kpi(
      "Fälle",
      "caseload.cm_bestand_ende",
      since(view, body, "caseload.cm_bestand_ende")?.markup ?? none,
      missing ? "Für dieses Halbjahr zählt noch keine Meldung." : `${own("caseload.cm_neu")} aufgenommen, ${own("caseload.cm_beendet")} beendet.`,
    ),
    kpi("Fälle je besetzter Stelle", "caseload.faelle_je_vzae", beside(landLoad), nearness(load, landLoad)),
    kpi(
      "Fälle mit Zielvereinbarung",
      "caseload.vereinbarung_quote",
      beside(landAgreed),
      far === undefined
        ? "Ein Vergleich mit dem Land ist nicht möglich."
        : far
          ? `Deutlich ${compared(agreed, landAgreed) > 0 ? "mehr" : "weniger"} als im Land.`
          : "Der Abstand zum Land kann Zufall sein.",
    ),
    kpi(
      "Besetzte Stellen",
      "posts.besetzungsquote",
      beside(landFilled),
      missing ? "Für dieses Halbjahr zählt noch keine Meldung." : vacancyText(vacant, approved),
    ),
    kpi(
      "Offene Systemlücken",
      "gaps.offen_count",
      since(view, body, "gaps.offen_count")?.markup ?? none,
      missing ? "Für dieses Halbjahr zählt noch keine Meldung." : `Neu: ${own("gaps.neu_count")}, gelöst: ${own("gaps.geloest_count")}.`,
    ),
  ];
};
export const lead = (view: View, body: Body): string => {
  const stock = shown(view, "caseload.cm_bestand_ende", placeOf(body));
  const [load, landLoad] = both(view, body, "caseload.faelle_je_vzae");
  if (stock.status === "withheld") return `Der Bestand von ${spokenName(body)} wird zum Schutz einzelner Personen nicht gezeigt.`;
  if (!isKnown(stock)) return `Für das ${printHalfYear(view.edition.halfYear)} zählt noch keine Meldung. Frühere Halbjahre stehen im Verlauf.`;
  const change = since(view, body, "caseload.cm_bestand_ende");
  return `${said(stock)} Fälle im Case Management${change === undefined ? "" : `, ${change.text} gegenüber dem Vorhalbjahr`}.${isKnown(load) ? ` Auf eine besetzte Vollzeitstelle kommen ${said(load)} Fälle, im Land ${said(landLoad)}.` : ""}`;
};
export const kicker = (body: Body): string => {
  const without = body.key === "05334" ? " · ohne Stadt Aachen, die selbst meldet" : body.key === "05334002" ? " · meldet neben der StädteRegion selbst" : "";
  return `Meldende Stelle ${body.key}${without} · Regierungsbezirk ${body.district} · ${printDecimal(BigInt(body.inhabitants), 0)} Einwohner (31.12.2024)`;
};
const counts = ({state}: ReturnEntry) => state === "in-time" || state === "late";
/** State of the return of this half-year, and the half-years without one. */
export const state = (view: View, body: Body): Html => {
  const entries = view.edition.periods.map(({halfYear}) => ({halfYear, entry: returnsOf(view, halfYear).find((each) => each.body === body)!}));
  const {entry} = entries.at(-1)!;
  const gone = entries
    .slice(0, -1)
    .filter(({entry: each}) => !counts(each))
    .map(({halfYear}) => printHalfYear(halfYear));
  const past = gone.length > 0 ? ` Ohne zählende Meldung: ${gone.join(", ")}.` : "";
  if (!counts(entry))
    return html`<p class="note"><b>${capitalised(stateWords[entry.state])}.</b> Für das ${printHalfYear(view.edition.halfYear)} zählt keine Meldung von ${spokenName(body)}.${past}</p>`;
  const version = entry.received === null ? "" : ` Es zählt Fassung ${entry.version}, eingegangen am ${printDate(entry.received)}.`;
  return html`<p class="note ${entry.state === "in-time" && "note-final"}"><b>Angenommen, ${stateWords[entry.state]}.</b>${version}${entry.empty && " Die Meldung ist eine Fehlanzeige."}${past}</p>`;
};
