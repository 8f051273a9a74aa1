import {type ContextPart, contextReasons} from "../../schemas/context.ts";
import {intakeLimits, readFormats} from "../../schemas/intake.ts";
import {forms} from "../../schemas/layouts/forms.ts";
import {rules} from "../../schemas/rules/registry.ts";
import {printDate} from "../../schemas/units.ts";
import type {Facts} from "./facts.ts";

const escaped = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

/** Parts of the context that a signed form carries itself. */
const inForm: readonly ContextPart[] = ["previous", "approvals"];
const elsewhere = () =>
  rules.flatMap((rule) =>
    (rule.needs ?? [])
      .filter((part) => !inForm.includes(part))
      .slice(0, 1)
      .map((part) => ({part, rule})),
  );
const serverOnly = () =>
  [...Map.groupBy(elsewhere(), ({part}) => part)].map(
    ([part, found]) =>
      `<div><dt>${escaped(contextReasons[part])}</dt>${found.map(({rule}) => `<dd><b>${rule.id}</b> ${escaped(rule.title)}</dd>`).join("")}</div>`,
  );

const form = forms.at(-1)!;
const formats = readFormats.map((format) => `.${format}`);
const facts = ({engine, madeOn, keys}: Facts) =>
  [
    ["Formular", forms.map(({version}) => version).join(", ")],
    ["Regeln", `${rules.length} Regeln, Stand ${engine}`],
    ["Seite vom", printDate(madeOn)],
    ["Schlüssel des Landes", keys.map(({name}) => name).join(", ") || "keiner"],
  ]
    .map(([name, value]) => `<div><dt>${name}</dt><dd>${escaped(value!)}</dd></div>`)
    .join("");

/** What goes into the page as it is: style, the page's own script, the engine as packed text, the licences of everything inside. */
export type Inside = {readonly style: string; readonly script: string; readonly engine: string; readonly licences: string; readonly policy: string};

const head = ({style, policy}: Inside) => `<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Meldebogen KIM prüfen</title>
<meta name="description" content="Prüft den Meldebogen KIM auf diesem Rechner, ohne Netz.">
<style>${style}</style>`;

const top = ({madeOn}: Facts) => `<a class="skip" href="#inhalt">Zum Inhalt springen</a>
<header class="top"><div class="wrap top-line">
<p class="product"><b>KIM-Controlling</b> <span>Kommunales Integrationsmanagement NRW</span></p>
<p class="edition">Formular ${form.version} · Seite vom ${printDate(madeOn)}</p>
</div></header>`;

const drop = `<section class="drop" id="ablage" aria-labelledby="ablage-titel">
<h2 id="ablage-titel" class="kern-sr-only">Datei wählen</h2>
<button type="button" id="auswaehlen" class="button button-main" aria-describedby="ablage-hilfe">Meldebogen auswählen</button>
<input type="file" id="datei" multiple hidden accept="${formats.join(",")}" aria-label="Meldebogen auswählen">
<p>oder die Datei hierher ziehen, auch mehrere auf einmal</p>
<p id="ablage-hilfe" class="hint">Gelesen werden ${formats.slice(0, -1).join(", ")} und ${formats.at(-1)} bis ${intakeLimits.bytes / 1024 / 1024} MB.</p>
</section>
<p class="note" id="zu-alt" role="alert" hidden><b>In diesem Browser läuft die Prüfung nicht.</b> Bitte einen aktuellen Browser benutzen (Edge, Chrome, Firefox oder Safari) oder die Datei wie bisher senden.</p>
<noscript><p class="note"><b>Diese Seite braucht JavaScript.</b> Bitte in den Einstellungen des Browsers für diese Datei erlauben.</p></noscript>`;

const about = (made: Facts) => `<h2 class="section">Was hier geprüft wird und was nicht</h2>
<div class="principles">
<div><h3>Hier</h3><p>Alles, was in der Arbeitsmappe selbst steht: Aufbau, Pflichtangaben, Codes, Summen, Zusammenhänge zwischen den Blättern, Angaben zu Personen. Dazu, was das Land in das Formular gedruckt und unterschrieben hat: Bewilligungen und Endbestände des Vorhalbjahres.</p></div>
<div><h3>Nur beim Land</h3><p>Was andere Meldungen oder den Eingang braucht. Auch eine Datei ohne Befund kann deshalb nach dem Senden noch eine Rückfrage bekommen.</p></div>
<div><h3>Die Datei bleibt hier</h3><p>Die Seite arbeitet ohne Netz: Sie kann nichts senden und lädt nichts nach. Sie enthält Regeln und Codelisten, keine Zahlen anderer Stellen. Beim Schließen ist alles vergessen.</p></div>
</div>
<details class="uncheckable"><summary>Regeln, die nur das Land prüfen kann (${elsewhere().length} von ${rules.length})</summary><dl>${serverOnly().join("")}</dl></details>
<h2 class="section">Stand dieser Seite</h2>
<dl class="facts-list">${facts(made)}</dl>
<p class="prose">Nach einer Änderung des Formulars oder der Regeln gibt es eine neue Seite. Maßgeblich ist die Prüfung beim Land.</p>`;

/** The whole page in one text. */
export const shell = (inside: Inside, made: Facts): string => `<!doctype html>
<html lang="de">
<head>
${head(inside)}
</head>
<body>
${top(made)}
<main id="inhalt" class="wrap">
<div class="page-head"><h1>Meldebogen prüfen, bevor er gesendet wird</h1>
<p class="lead">Alle Befunde auf einmal, mit Blatt, Zelle und Vorschlag. Die Datei verlässt diesen Rechner nicht.</p></div>
${drop}
<p id="status" class="status" role="status"></p>
<div id="ergebnis"></div>
${about(made)}
</main>
<footer class="foot"><div class="wrap foot-cols">
<div><p class="group">Maßgeblich</p><p>Über die Annahme entscheidet die Prüfung beim Land nach dem Eingang.</p></div>
<div><p class="group">Datenschutz</p><p>Keine Übertragung, keine Speicherung, keine Cookies.</p></div>
<div class="licences"><p class="group">Lizenz</p><p>EUPL-1.2.</p><details><summary>Lizenzen der enthaltenen Werke</summary><pre tabindex="0">${escaped(inside.licences)}</pre></details></div>
</div></footer>
<script type="application/json" id="stand">${JSON.stringify(made).replaceAll("<", "\\u003c")}</script>
<script type="text/plain" id="pruefwerk">${inside.engine}</script>
<script>${inside.script}</script>
</body>
</html>
`;
