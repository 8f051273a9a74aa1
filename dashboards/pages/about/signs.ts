import type {FigureStatus} from "../../../schemas/gaps.ts";
import {bars} from "../../charts/bars.ts";
import {line} from "../../charts/line.ts";
import {land, type Shown, shown} from "../../data/shown.ts";
import type {View} from "../../data/view.ts";
import {figure} from "../../parts/figure.ts";
import {html} from "../../parts/html.ts";
import {page} from "../../parts/page.ts";
import {type Part, part, section, type SiteFile} from "../../parts/part.ts";
import {allSigns, table} from "../../parts/table.ts";
import {barOf, lineOf} from "../../words/points.ts";

const path = "naturalisation.eb_vollz_personen";
type Told = bigint | Exclude<FigureStatus, "known">;
/** An invented answer to a real question. */
const told = (view: View, answer: Told, pending = false): Shown => {
  const known = typeof answer === "bigint";
  return {
    ...shown(view, path, land),
    level: "body",
    bodies: Number(known),
    due: 1,
    provisional: pending,
    pending,
    value: known ? answer : null,
    slack: 0n,
    place: null,
    status: known ? "known" : answer,
  };
};
const invented = {source: "erfundenes Beispiel", page: "luecken", of: path, level: 3} as const;

const barExample = (view: View): Part => {
  const rows = (
    [
      ["A", 34n],
      ["B", 0n],
      ["C", "not_reported"],
      ["D", "withheld"],
      ["E", "not_applicable"],
      ["F", "not_asked"],
    ] as const
  ).map(([name, answer]) => ({name: `Stelle Beispiel ${name}`, shown: told(view, answer)}));
  return figure(view, {
    ...invented,
    id: "balken",
    title: "Sechs Stellen, fünf verschiedene Antworten",
    sub: "Eingebürgerte Personen je Stelle im Halbjahr, erfundenes Beispiel",
    draw: (width) =>
      bars(
        width,
        rows.map((row) => barOf(row.name, row.shown)),
        {left: 160},
      ),
    finding: "Nur Beispiel B hat null gemeldet. Bei C bis F gibt es aus vier verschiedenen Gründen keine Zahl.",
    covered: "2 von 6 mit Zahl",
    data: {head: ["Stelle", "Eingebürgerte Personen"], rows: rows.map((row) => [row.name, row.shown])},
  });
};
const lineExample = (view: View): Part => {
  const answers: readonly (readonly [Shown["halfYear"], Told, boolean?])[] = [
    ["2022-H1", "not_asked"],
    ["2022-H2", 12n],
    ["2023-H1", 15n],
    ["2023-H2", "not_reported"],
    ["2024-H1", 19n],
    ["2024-H2", 22n],
    ["2025-H1", 24n, true],
  ];
  const series = answers.map(([halfYear, answer, last]) => ({...told(view, answer), halfYear, provisional: last === true}));
  return figure(view, {
    ...invented,
    id: "linie",
    title: "Eine Linie zeigt nur, was bekannt ist, und sagt, warum sie abbricht",
    sub: "Eingebürgerte Personen einer Stelle, erfundenes Beispiel",
    draw: (width) => line(width, [lineOf("vorläufig", series)]),
    finding: "Zwischen zwei bekannten Werten wird nicht verbunden, wenn einer dazwischen fehlt.",
    read: "Graues Band mit Wort: keine Zahl. Gepunktet und offener Punkt: vorläufig.",
    covered: "5 von 7 Halbjahren",
    data: {head: ["Halbjahr", "Personen"], rows: series.map((each) => [`${each.halfYear}${each.provisional ? " (p)" : ""}`, each])},
  });
};
const drawnAs: Readonly<Record<string, string>> = {
  "…": "gestrichelter Rahmen, leer; die Linie bricht ab, graues Band",
  "k. A.": "gestrichelter Rahmen, leer; die Linie bricht ab, graues Band",
  ".": "umrandete graue Fläche von fester Größe mit Zeichen und Wort; die Linie bricht ab",
  x: "nur das Wort, kein Rahmen",
  "n. e.": "nur das Wort; die Linie beginnt später",
};

/** Why a number is not there, and how that looks. */
export const signs = (view: View): SiteFile[] =>
  page(view, {
    name: "luecken",
    title: "Lücken und Zeichen",
    lead: "Wo eine Zahl fehlt, steht der Grund. Vier Gründe werden unterschieden und nie als Null gezeichnet. Eine echte Null ist eine Meldung.",
    content: [
      part(
        table("Zeichen in Tabellen und Diagrammen", {
          head: ["Zeichen", "heißt", "bedeutet", "im Diagramm"],
          text: [1, 2, 3],
          rows: [
            ...allSigns.map(({sign, word, note}) => [html`<b>${sign}</b>`, word, note, drawnAs[sign] ?? ""]),
            [html`<b>0</b>`, "null", "genau null gemeldet", "Strich an der Nulllinie mit der Ziffer 0"],
            [html`<b>(p)</b>`, "vorläufig", "Meldungen fehlen noch oder werden geprüft", "offener Punkt, gepunktete Linie"],
          ],
        }),
      ),
      section("Im Diagramm", [barExample(view), lineExample(view)]),
    ],
  });
