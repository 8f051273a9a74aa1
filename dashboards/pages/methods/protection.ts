import {attackers, audiences, policyVersion, staffing} from "../../../schemas/disclosure.ts";
import type {ProtectionReport, WithheldShare} from "../../../schemas/disclosure/protection.ts";
import {plannedFor, publicationOf, publicTable} from "../../../schemas/disclosure/plan.ts";
import {tableOf} from "../../../schemas/tables/registry.ts";
import {printDecimal} from "../../../schemas/units.ts";
import type {View} from "../../data/view.ts";
import {html} from "../../parts/html.ts";
import {type Part, part, section} from "../../parts/part.ts";
import {withheldText} from "../../parts/protection.ts";
import {table} from "../../parts/table.ts";
import {listed} from "../../words/sentences.ts";

const policy = audiences.public.policy;
const most = `${(100 * policy.mostWithheld.num) / policy.mostWithheld.den} %`;
const what = () =>
  part(html`<dl class="principles">
<div><dt>Warum</dt><dd>Sehr kleine Zahlen können einzelne Menschen erkennbar machen, auch ohne Namen. Das gilt für Ratsuchende und für Beschäftigte.</dd></div>
<div><dt>Was gerundet ist</dt><dd>Alle Fallzahlen sind auf Vielfache von ${policy.roundTo} gerundet, jede für sich, auch die Summen. Deshalb können Summen von ihren Teilen abweichen. VZÄ sind auf 0,50 gerundet und stehen erst ab ${staffing.leastPersons} Beschäftigten da.</dd></div>
<div><dt>Was gesperrt ist</dt><dd>In Tabellen mit genauen Zahlen werden die Werte 1 bis ${policy.threshold - 1} gesperrt, dazu so viele andere, dass sich kein gesperrter Wert aus Summen zurückrechnen lässt. Gerundete Werte werden gesperrt, wo sie sich aus anderen genauer bestimmen ließen. Auch eine Null kann gesperrt sein. Alle gesperrten Werte tragen dasselbe Zeichen: <b>.</b></dd></div>
<div><dt>Was offen ist</dt><dd>Zahlen, die keine Menschen zählen: Meldungen, Einsatzorte, Systemlücken, Gremien, Mittel.</dd></div>
<div><dt>Was daraus folgt</dt><dd>Anteile, Veränderungen, Reihenfolgen, Kartenfarben und Überschriften sind aus den gezeigten Zahlen gebildet. Wo eine gesperrte Zahl nötig wäre, steht auch das Ergebnis nicht da. Was das Runden allein erklären kann, heißt „kaum verändert“.</dd></div>
<div><dt>Berichtigungen</dt><dd>Ein veröffentlichtes Halbjahr bleibt zunächst, wie es ist. Eine Berichtigung erscheint erst, wenn auch der Vergleich beider Fassungen nichts über Einzelne verrät.</dd></div>
</dl>`);
const attacked = ({attack}: ProtectionReport) =>
  part(html`<p class="prose">Vor jeder Veröffentlichung versucht ein eigenes Programm, die gesperrten Zahlen aus den fertigen Dateien und Seiten zurückzurechnen. Es kennt das Verfahren, aber nicht die wahren Zahlen. Findet es eine, wird nichts veröffentlicht. Zuletzt: ${printDecimal(BigInt(attack.cells), 0)} Zahlen angegriffen, ${attack.breaches === 0 ? "keine zurückgerechnet" : `${attack.breaches} zurückgerechnet`}. Prüfsumme der Nachweise: <code>${attack.certificate.slice(0, 12)}</code>. Angreifer:</p>
<ul class="prose dots">${attack.attackers.map((name) => html`<li>Jemand ${attackers[name]}.</li>`)}</ul>`);

const words = {suppress: "gesperrt", round: "gerundet", open: "offen", derived: "berechnet", "left-out": ""} as const;
/** The methods that the figures of a table got, each once. */
const methodsOf = ({methods}: ProtectionReport, name: string): string => {
  const publications = tableOf(name)
    .figures.filter(({measure}) => measure.kind !== "rate")
    .map((figure) => publicationOf(publicTable(name), figure.name));
  return listed([...new Set(publications.map(({method, measure}) => words[methods[measure] ?? method]))].filter(Boolean));
};
const shareRow = (report: ProtectionReport, share: WithheldShare) => [
  tableOf(share.table).title,
  methodsOf(report, share.table),
  plannedFor(publicTable(share.table)).why,
  printDecimal(BigInt(share.cells), 0),
  printDecimal(BigInt(share.withheld), 0),
  withheldText([share]),
];
const shares = (report: ProtectionReport) =>
  part(
    table("Gesperrte Zahlen je Tabelle", {
      head: ["Tabelle", "Verfahren", "Warum", "Zahlen", "davon gesperrt", "Anteil"],
      text: [1, 2],
      rows: report.shares.map((share) => shareRow(report, share)),
    }),
  );

/** How small numbers are kept safe, in plain words; nothing where all are exact. */
export const protection = (view: View): Part | false => {
  const {protection: report, policy: hash} = view.manifest;
  if (report === null) return false;
  const version = part(
    html`<p class="prose">Es gilt die Schutzvorgabe Fassung ${policyVersion} (Prüfsumme <code>${hash.slice(0, 12)}</code>). In keiner Tabelle sind mehr als ${most} der Zahlen gesperrt; sonst wird die Tabelle gerundet.</p>`,
  );
  return section("Schutz kleiner Zahlen", [what(), version, attacked(report), shares(report)], "schutz");
};
