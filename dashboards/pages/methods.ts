import {forms} from "../../schemas/layouts/forms.ts";
import {parameterAt} from "../../schemas/parameters.ts";
import type {TableDeclaration} from "../../schemas/tables/table.ts";
import {printHalfYear} from "../../schemas/units.ts";
import {halfYearOf} from "../../schemas/half-year.ts";
import {declaredFor, type View} from "../data/view.ts";
import {href} from "../parts/href.ts";
import {html} from "../parts/html.ts";
import {page} from "../parts/page.ts";
import {type Part, part, section, type SiteFile} from "../parts/part.ts";
import {figures} from "./methods/figures.ts";
import {protection} from "./methods/protection.ts";
import {parameterTable, rules} from "./methods/rules.ts";

/** What a reader must know before using a number. */
const principles = (view: View): Part => {
  const {halfYear, due} = view.edition;
  const [state, district] = [parameterAt("landessumme_mindestmeldungen", halfYear), parameterAt("bezirkssumme_mindestanteil", halfYear)];
  return part(html`<dl class="principles">
<div><dt>Halbjahr und Stichtag</dt><dd>Ein Halbjahr geht vom 1. Januar bis 30. Juni oder vom 1. Juli bis 31. Dezember. Bestände gelten am letzten Tag, alles andere zählt im Halbjahr.</dd></div>
<div><dt>Welche Meldung zählt</dt><dd>Je Stelle und Halbjahr zählt die zuletzt eingegangene Meldung ohne Fehler. Eine spätere fehlerhafte Datei ändert nichts.</dd></div>
<div><dt>Summen</dt><dd>Eine Landessumme gibt es ab ${state} von ${due} Stellen, eine Summe für einen Regierungsbezirk ab ${district} % der Stellen, die eine Angabe betrifft. Darunter steht kein Wert. Fehlende Stellen werden nicht hochgerechnet.</dd></div>
<div><dt>Veränderungen</dt><dd>Verglichen werden nur Stellen, deren Wert in beiden Halbjahren bekannt ist. Unter einem Prozent heißt es „kaum verändert“.</dd></div>
<div><dt>Quoten</dt><dd>Zähler und Nenner stammen von denselben Stellen. Beide stehen einzeln in den Daten${view.manifest.protection === null ? "; gerundet wird erst beim Drucken" : " und sind dort schon gerundet, wo Fälle oder Beschäftigte gezählt werden"}.</dd></div>
<div><dt>Mediane</dt><dd>Der Median der Dauer lässt sich nicht addieren. Für Land und Regierungsbezirke wird er aus den Dauerklassen geschätzt und so benannt.</dd></div>
<div><dt>Je 1.000 ausländische Einwohner</dt><dd>Bezug ist der 31.12.2024 (IT.NRW 12521-03i, auf 5 gerundet). Für StädteRegion und Stadt Aachen gibt es die Zahl nur gemeinsam.</dd></div>
<div><dt>Ähnliche Stellen</dt><dd>Gleiche Art der Stelle und kleinster Abstand bei Einwohnerzahl, Ausländeranteil und Herkunft der Bevölkerung. Ergebnisse gehen nicht ein; eine Rangliste gibt es nicht.</dd></div>
<div><dt>Lücken</dt><dd>Eine Lücke ist nie eine Null. Die Zeichen stehen unter <a href="${href(view, "luecken")}">Lücken und Zeichen</a>.</dd></div>
<div><dt>Quellenkürzel</dt><dd>S0 bis S4 sind Programmunterlagen, W1 bis W26 öffentliche Seiten, V ist ein Vorschlag dieses Projekts.</dd></div>
<div><dt>Meldebogen</dt><dd>${forms.map(({version, validFrom, validUntil}) => `${version}: ab ${printHalfYear(halfYearOf(validFrom))}${validUntil === undefined ? "" : ` bis ${printHalfYear(halfYearOf(validUntil))}`}.`).join(" ")} Er ist ein Vorschlag dieses Projekts, kein amtliches Formular.</dd></div>
</dl>`);
};
const contents = (tables: readonly TableDeclaration[]): Part =>
  part(
    html`<details class="more"><summary>Alle Tabellen im Überblick</summary><ul class="columns">${tables.map(({name, title}) => html`<li><a href="#${name}">${title}</a></li>`)}</ul></details>`,
  );

/** Written from the schema: every figure with definition, unit, additivity and source; every rule; every parameter. */
export const methods = (view: View): SiteFile[] => {
  const tables = view.manifest.products.map(({table}) => declaredFor(view.manifest, table));
  return page(view, {
    name: "methodik",
    title: "Methodik",
    lead: `Wie die Zahlen entstehen und was sie bedeuten: ${tables.reduce((sum, table) => sum + table.figures.length, 0)} Kennzahlen in ${tables.length} Tabellen. Diese Seite ist aus demselben Verzeichnis geschrieben, nach dem Meldebogen, Prüfung und Auswertung arbeiten.`,
    content: [
      section("Grundsätze", [principles(view)]),
      section("Kennzahlen", [contents(tables), figures(tables)]),
      protection(view),
      section("Prüfregeln", [rules()], "regeln"),
      section("Parameter", [parameterTable()], "parameter"),
    ],
  });
};
