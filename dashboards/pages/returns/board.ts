import {districts, spokenName} from "../../../schemas/codes/bodies.ts";
import {printDate, printHalfYear} from "../../../schemas/units.ts";
import type {ReturnEntry, ReturnState} from "../../data/returns.ts";
import {hasTable} from "../../data/products/given.ts";
import {returnsOf} from "../../data/returns.ts";
import type {View} from "../../data/view.ts";
import {figure} from "../../parts/figure.ts";
import {bodyHref} from "../../parts/href.ts";
import {type Html, html} from "../../parts/html.ts";
import {bodiesOf} from "../../parts/menu.ts";
import type {Part} from "../../parts/part.ts";
import type {Data} from "../../parts/table.ts";
import {stateText} from "../../words/edition.ts";
import {capitalised, counted, firstTrue, listedUpTo} from "../../words/sentences.ts";

/** German words of the states; the colour is only the left edge, the word stands in the tile. */
export const stateWords: Readonly<Record<ReturnState, string>> = {
  "in-time": "rechtzeitig",
  late: "nach der Frist",
  rejected: "nur abgewiesene Dateien",
  "set-aside": "beiseitegelegt",
  missing: "nicht eingegangen",
  uncounted: "keine zählende Meldung",
};
const colours: Readonly<Record<ReturnState, string | null>> = {
  "in-time": "var(--good)",
  late: "var(--wait)",
  rejected: "var(--ask)",
  "set-aside": "var(--ask)",
  missing: null,
  uncounted: null,
};
const states = Object.keys(stateWords) as ReturnState[];

const detail = ({state, received, version, empty}: ReturnEntry): string => {
  if (state === "missing" || state === "rejected" || state === "set-aside" || state === "uncounted") return stateWords[state];
  if (received === null || version === null) return [stateWords[state], ...(empty ? ["Fehlanzeige"] : [])].join(", ");
  return [
    ...(state === "late" ? [stateWords.late] : []),
    `${printDate(received).slice(0, 6)}${version > 1n ? ` v${version}` : ""}`,
    ...(empty ? ["Fehlanzeige"] : []),
  ].join(", ");
};
const tile = (view: View, entry: ReturnEntry): Html =>
  html`<li class="${entry.state}"><a href="${bodyHref(view, entry.body)}">${spokenName(entry.body)}</a><span>${detail(entry)}</span></li>`;
const tiles = (view: View, entries: readonly ReturnEntry[]): Html => {
  const byKey = new Map(entries.map((entry) => [entry.body.key, entry]));
  return html`<div class="board">${districts.map((name) => html`<div><h3>${name}</h3><ul>${bodiesOf(name).map(({key}) => tile(view, byKey.get(key)!))}</ul></div>`)}</div>`;
};

/** What is known of the days and versions of returns. */
const rowsOf = (entries: readonly ReturnEntry[], full: boolean): Data => ({
  head: ["Stelle", "Regierungsbezirk", "Stand", ...(full ? ["Eingang", "Fassung", "Eingegangene Fassungen"] : [])],
  text: [1, 2],
  rows: entries.map(({body, state, received, version, versions}) => [
    spokenName(body),
    body.district,
    stateWords[state],
    ...(full ? [received === null ? "nicht eingegangen" : printDate(received), version === null ? "–" : String(version), String(versions)] : []),
  ]),
});
/** The 54 returns at a glance. */
export const board = (view: View): Part => {
  const entries = returnsOf(view, view.edition.halfYear);
  const full = hasTable(view, "return_register");
  const names = (state: ReturnState) => entries.filter((entry) => entry.state === state).map(({body}) => spokenName(body));
  const aside = names("set-aside");
  const given: readonly ReturnState[] = full
    ? states.filter((state) => state !== "uncounted" && (state !== "set-aside" || aside.length > 0))
    : (["in-time", "late", "uncounted"] as const);
  const [missing, refused, late] = [[...names("missing"), ...names("uncounted")], names("rejected"), names("late")];
  const open = missing.length + refused.length + aside.length;
  const corrected = entries.filter(({version}) => (version ?? 0n) > 1n).length;
  return figure(view, {
    id: "tafel",
    page: "ruecklauf",
    of: "returns.meldungen_count",
    kind: "fig-full",
    title: firstTrue(
      [
        [open === 0, "Alle Meldungen liegen vor"],
        [open === 1, "Es fehlt eine Meldung"],
      ],
      `Es fehlen ${counted(open)} Meldungen`,
    ),
    sub: `Stand jeder Meldung für das ${printHalfYear(view.edition.halfYear)}, Datenstand ${stateText(view.edition)}${full ? ", mit Tag des Eingangs der zählenden Fassung; v2 = zweite Fassung" : ""}`,
    body: tiles(view, entries),
    keys: given.map((state) => ({
      name: `${stateWords[state]} (${names(state).length})`,
      fill: colours[state] ?? "none",
      ...(colours[state] === null ? {shape: "open" as const} : {}),
    })),
    finding: [
      missing.length > 0
        ? `${capitalised(listedUpTo(missing, 6))} ${missing.length === 1 ? "hat" : "haben"} ${full ? "nichts eingereicht" : "keine Meldung, die zählt"}.`
        : full
          ? "Von jeder Stelle liegt eine Datei vor."
          : "Jede Stelle hat eine Meldung, die zählt.",
      ...(refused.length > 0 ? [`Nur abgewiesene Dateien gibt es von ${listedUpTo(refused, 6)}.`] : []),
      ...(aside.length > 0 ? [`Beiseitegelegt, weil sich der Datenbestand damit nicht aufbauen ließ, und nicht mitgezählt: ${listedUpTo(aside, 6)}.`] : []),
      ...(late.length > 0 ? [`Nach der Frist ${late.length === 1 ? "kam" : "kamen"} ${listedUpTo(late, 6)}.`] : ["Keine zählende Meldung kam nach der Frist."]),
    ].join(" "),
    read: `Es zählt die zuletzt eingegangene Fassung ohne Fehler. ${!full ? "Rechtzeitig ist, wer bis zur Frist gemeldet hat; spätere Berichtigungen ändern daran nichts." : corrected === 0 ? "Keine Meldung wurde berichtigt." : corrected === 1 ? "Bei einer Stelle zählt eine spätere Fassung." : `Bei ${counted(corrected)} Stellen zählt eine spätere Fassung.`}`,
    source: "Eingangsregister",
    covered: {bodies: view.edition.counted, due: view.edition.due},
    data: rowsOf(entries, full),
  });
};
