import {bodyOf, spokenName} from "../../../schemas/codes/bodies.ts";
import {fields} from "../../../schemas/fields/registry.ts";
import {formFor} from "../../../schemas/layouts/forms.ts";
import {printHalfYear} from "../../../schemas/units.ts";
import {hasFigure, hasTable} from "../../data/products/given.ts";
import {matched} from "../../data/matched.ts";
import {type FigurePath, land, shown} from "../../data/shown.ts";
import type {View} from "../../data/view.ts";
import {href} from "../../parts/href.ts";
import {type Html, html} from "../../parts/html.ts";
import {type Part, part} from "../../parts/part.ts";
import {coverageSentence, stateWord} from "../../words/edition.ts";
import {changeWords} from "../../words/growth.ts";
import {said} from "../../words/numbers.ts";
import {listedUpTo} from "../../words/sentences.ts";

const inNumbers = (view: View): Html[] => {
  const change = (name: string, path: FigurePath): Html | undefined => {
    const found = matched(view, path, land);
    if (found === undefined) return undefined;
    return html`${name} <b>${changeWords(found)}</b> bei denselben ${found.bodies} Stellen, die in beiden Halbjahren gemeldet haben.`;
  };
  const found = [change("Bestand", "caseload.cm_bestand_ende"), change("Neuaufnahmen", "caseload.cm_neu"), change("Beratungen", "caseload.beratungen_count")];
  const real = found.filter((each) => each !== undefined);
  return real.length > 0 ? real : [html`Es ist das erste Halbjahr: Noch gibt es nichts zu vergleichen.`];
};
const refused = (view: View): string => {
  const files = shown(view, "returns.abgewiesen_count", land);
  return files.value === 0n ? "keine Datei" : files.value === 1n ? "eine Datei" : `${said(files)} Dateien`;
};
/** What came in, as the register of returns has it. */
const arrived = (view: View): Html[] => {
  const {edition} = view;
  const rows = view.product("return_register").rows.filter((row) => row["half_year"] === edition.halfYear);
  const revised = rows.filter((row) => ((row["version"] as bigint | null) ?? 0n) > 1n).map((row) => spokenName(bodyOf(row["area"] as string)));
  const empty = rows.filter((row) => row["return_kind"] === "F").map((row) => spokenName(bodyOf(row["area"] as string)));
  return [
    ...(revised.length > 0
      ? [html`<b>Berichtigt:</b> Es zählt eine spätere Fassung bei ${listedUpTo(revised, 4)}.`]
      : [html`Keine zählende Meldung wurde berichtigt.`]),
    ...(empty.length > 0 ? [html`<b>Fehlanzeige:</b> ${listedUpTo(empty, 4)}.`] : []),
  ];
};
const inData = (view: View): Html[] => {
  const {edition} = view;
  const state = html`<a href="${href(view, "ruecklauf")}">Stand jeder Meldung</a>`;
  return [
    html`<b>Neu:</b> ${printHalfYear(edition.halfYear)}, ${stateWord(edition)}.`,
    ...(hasTable(view, "return_register") ? arrived(view) : [html`${coverageSentence(view)}`]),
    hasFigure(view, "returns.abgewiesen_count") ? html`<b>Nicht angenommen:</b> ${refused(view)}. ${state}` : state,
  ];
};
const inForm = (view: View): Html[] => {
  const {periods, halfYear} = view.edition;
  const known = new Set(periods.slice(1).map((period) => period.halfYear as string));
  const fresh = Object.values(fields).filter(({since}) => since !== undefined && known.has(since));
  const versions = [...new Set(periods.map((period) => formFor(period.halfYear).version))];
  return [
    versions.length === 1
      ? html`Alle Halbjahre seit dem ${printHalfYear(periods[0]!.halfYear)} wurden mit der Fassung <b>${versions[0]}</b> gemeldet.`
      : html`Es galten die Fassungen ${listedUpTo(versions, 6)}, zuletzt <b>${formFor(halfYear).version}</b>.`,
    ...(fresh.length === 0
      ? [html`Keine Frage ist seither neu hinzugekommen.`]
      : fresh.map(({label, since}) => html`<b>Seit ${since}:</b> ${label}; frühere Werte gibt es nicht.`)),
  ];
};
const column = (title: string, items: readonly Html[]): Html =>
  html`<section><h3>${title}</h3><ul>${items.map((item) => html`<li>${item}</li>`)}</ul></section>`;

/** What moved in the numbers, in the data behind them and in the form. */
export const changes = (view: View): Part =>
  part(
    html`<div class="changes">${column("In den Zahlen", inNumbers(view))}${column("In den Daten", inData(view))}${column("Im Meldebogen", inForm(view))}</div>\n`,
  );
