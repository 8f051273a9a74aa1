import {type Severity, severityWords} from "../../../schemas/flow.ts";
import {ruleOf} from "../../../schemas/rules/registry.ts";
import {printDecimal} from "../../../schemas/units.ts";
import {stacks} from "../../charts/stacks.ts";
import {land, type Shown, shownIn} from "../../data/shown.ts";
import {orZero} from "../../data/size.ts";
import type {View} from "../../data/view.ts";
import {restPiece} from "../../parts/colours.ts";
import {figure} from "../../parts/figure.ts";
import {html} from "../../parts/html.ts";
import {type Part, part} from "../../parts/part.ts";
import {capitalised, firstTrue} from "../../words/sentences.ts";

const pieces = [
  {name: "Warnung, erläutert", fill: "var(--c1)", on: "var(--on1)"},
  {name: "Warnung, offen", fill: "var(--c4)", on: "var(--on4)"},
  {name: "Fehler, freigegeben", fill: "var(--c3)", on: "var(--on3)"},
  restPiece("Hinweis: nichts zu tun"),
];
type Row = {readonly id: string; readonly title: string; readonly severity: Severity; readonly all: Shown; readonly explained: Shown};
const rowsOf = (view: View): Row[] => {
  const {declaration, at} = view.product("findings_by_rule");
  return at(view.edition.halfYear, land.level, land.area)
    .map((row): Row => {
      const {id, title, severity} = ruleOf(row["rule"] as string);
      return {
        id,
        title,
        severity,
        all: shownIn(view, declaration, row, "befunde_count"),
        explained: shownIn(view, declaration, row, "erlaeutert_count"),
      };
    })
    .filter(({all}) => orZero(all) > 0n)
    .toSorted((a, b) => Number(orZero(b.all) - orZero(a.all)) || (a.id < b.id ? -1 : 1));
};
const sum = (rows: readonly Row[], of: (row: Row) => Shown) => rows.reduce((total, row) => total + orZero(of(row)), 0n);
const count = (value: bigint) => printDecimal(value, 0);

/** A return with an error counts only if the error was released. */
const releasedWords = (released: bigint) =>
  released === 0n ? "" : released === 1n ? "ein freigegebener Fehler, " : `${count(released)} freigegebene Fehler, `;
const noteWords = (notes: bigint) => (notes === 0n ? "kein Hinweis" : notes === 1n ? "ein Hinweis" : `${count(notes)} Hinweise`);

/** Findings of the automatic check in the returns that count. */
export const findings = (view: View): Part => {
  const rows = rowsOf(view);
  if (rows.length === 0) return part(html`<p>In den zählenden Meldungen gibt es keinen Befund.</p>`);
  const of = (kind: Severity) => rows.filter(({severity}) => severity === kind);
  const [all, explained] = [sum(of("warning"), (row) => row.all), sum(of("warning"), (row) => row.explained)];
  const [notes, released] = [sum(of("note"), (row) => row.all), sum(of("error"), (row) => row.all)];
  const besides = `${releasedWords(released)}${noteWords(notes)}`;
  const shownRows = rows.slice(0, 12);
  return figure(view, {
    id: "befunde",
    page: "ruecklauf",
    of: "findings_by_rule.befunde_count",
    title: firstTrue(
      [
        [all > 0n && explained === all, "Alle Warnungen sind erläutert"],
        [all > 0n && explained === 0n, "Keine Warnung ist bisher erläutert"],
        [2n * explained > all, "Die meisten Warnungen sind erläutert"],
        [all > 0n && 2n * explained === all, "Die Hälfte der Warnungen ist erläutert"],
        [all > 0n, "Die meisten Warnungen sind noch nicht erläutert"],
      ],
      "In den zählenden Meldungen gibt es keine Warnung",
    ),
    sub: `Befunde der automatischen Prüfung nach Regel in den zählenden Meldungen${rows.length > 12 ? "; die zwölf häufigsten, alle in der Tabelle" : ""}`,
    draw: (width) =>
      stacks(
        width,
        shownRows.map((row) => {
          const [whole, done] = [Number(orZero(row.all)), Number(orZero(row.explained))];
          const values = {error: [0, 0, whole, 0], warning: [done, whole - done, 0, 0], note: [0, 0, 0, whole]}[row.severity];
          return {name: row.title, values, texts: values.map(String), note: `${severityWords[row.severity]} ${row.id}`};
        }),
        pieces,
        {left: 260},
      ),
    keys: pieces,
    finding:
      all === 0n
        ? `${capitalised(besides)}, keine Warnung.`
        : `${count(explained)} von ${count(all)} Warnungen ${explained === 1n ? "ist" : "sind"} auf Blatt 13 erläutert. Dazu: ${besides}.`,
    read: "Eine Warnung bittet um einen Satz zur Erläuterung, ein Hinweis verlangt nichts. Meldungen mit Fehlern zählen nur, wenn der Fehler freigegeben ist; die anderen sind hier nicht enthalten.",
    source: "Prüfprotokoll",
    covered: {bodies: view.edition.counted, due: view.edition.due},
    data: {
      head: ["Regel", "Art", "Was geprüft wird", "Befunde", "erläutert"],
      text: [1, 2],
      rows: rows.map((row) => [row.id, severityWords[row.severity], row.title, row.all, row.severity === "warning" ? row.explained : "–"]),
    },
  });
};
