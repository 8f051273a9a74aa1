import type {View} from "../../data/view.ts";
import {href} from "../../parts/href.ts";
import {html} from "../../parts/html.ts";
import {page} from "../../parts/page.ts";
import {part, section, type SiteFile} from "../../parts/part.ts";
import {releaseText} from "../../words/audience.ts";
import {syntheticNote} from "../../words/edition.ts";

/** What only the operator can say stands as a marked blank, never as an invention. */
const blank = (what: string) => html`<mark>einzutragen: ${what}</mark>`;

/** What was done and what was not; no claim beyond a self-assessment. */
export const accessibility = (view: View): SiteFile[] =>
  page(view, {
    name: "barrierefreiheit",
    title: "Barrierefreiheit",
    lead: "Diese Seiten sollen für alle benutzbar sein. Hier steht, was dafür getan ist und was noch fehlt.",
    content: [
      section("Stand", [
        part(
          html`<p class="prose">Ziel ist WCAG 2.2, Stufe AA, wie es BGG NRW und BITVNRW verlangen. Der Stand beruht auf eigener Prüfung mit einem automatischen Werkzeug. Eine Prüfung durch eine unabhängige Stelle und Tests mit Menschen mit Behinderungen gab es noch nicht. Deshalb steht hier keine Aussage über vollständige Vereinbarkeit.</p>`,
        ),
      ]),
      section("Was getan ist", [
        part(html`<ul class="prose dots">
<li>Jedes Diagramm hat einen Titel, der sagt, was man sieht, einen Satz mit den Zahlen und alle Werte als Tabelle.</li>
<li>Farbe trägt nie allein eine Bedeutung; Lücken haben Zeichen und Wort.</li>
<li>Alles geht mit der Tastatur und ohne Skript, bei 320 Pixel Breite, mit doppelter Schriftgröße, im Dunkeln, im Kontrastmodus und gedruckt.</li>
<li>Die Seiten laden nichts von anderen Servern.</li></ul>`),
      ]),
      section("Was fehlt", [
        part(html`<ul class="prose dots">
<li>Leichte Sprache und Deutsche Gebärdensprache gibt es noch nicht.</li>
<li>Die Kachelkarte zeigt auf schmalen Bildschirmen nur Kürzel; die Werte stehen in der Tabelle darunter.</li>
<li>Breite Tabellen lassen sich auf schmalen Bildschirmen seitlich verschieben.</li></ul>`),
      ]),
      section("Barriere melden", [
        part(
          html`<p class="prose">Kontakt: ${blank("Stelle, E-Mail, Telefon")}. Hilft das nicht, wenden Sie sich an die Ombudsstelle für barrierefreie Informationstechnik des Landes Nordrhein-Westfalen: ${blank("aktuelle Anschrift der Ombudsstelle")}. Diese Erklärung wurde erstellt am: ${blank("Datum der Prüfung")}.</p>`,
        ),
      ]),
    ],
  });

/** Who is responsible, what is stored about readers (nothing), whose data and work is used. */
export const imprint = (view: View): SiteFile[] =>
  page(view, {
    name: "impressum",
    title: "Impressum und Datenschutz",
    lead: "Wer verantwortlich ist und was mit Daten geschieht.",
    content: [
      section("Impressum", [
        part(
          html`<p class="prose">Herausgeber: ${blank("Behörde, Anschrift")}. Verantwortlich für den Inhalt: ${blank("Name, Funktion")}. Kontakt: ${blank("E-Mail, Telefon")}.</p>${view.edition.synthetic && html`<p class="prose"><b>${syntheticNote}.</b> Alle Zahlen über Fälle, Personen, Stellen und Mittel sind erfunden und sagen nichts über die genannten Kreise und Städte.</p>`}`,
        ),
      ]),
      section("Datenschutz", [
        part(
          html`<p class="prose">Die Seiten bestehen aus Dateien. Sie setzen keine Cookies, führen kein Skript aus, laden nichts von anderen Servern und zählen keine Besuche. Stellt sie jemand auf einen Server, kann dieser Zugriffe aufzeichnen: ${blank("Angaben des Betreibers, behördliche Datenschutzbeauftragte")}.</p><p class="prose">Die Daten enthalten keine Namen. ${releaseText(view)}</p>`,
        ),
      ]),
      section("Quellen und Lizenzen", [
        part(html`<ul class="prose dots">
<li>Meldungen der 54 Stellen; Wege und Definitionen in der <a href="${href(view, "methodik")}">Methodik</a>.</li>
<li>Bevölkerung: © IT.NRW, Landesdatenbank, 12411 und 12521, Stand 31.12.2024, Datenlizenz Deutschland – Namensnennung 2.0; Zusammenfassungen sind eigene.</li>
<li>Gestaltung: KERN UX (EUPL 1.2); Schrift: Fira Sans (SIL Open Font License 1.1).</li></ul>`),
      ]),
    ],
  });
