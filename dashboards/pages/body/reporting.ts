import {type Body, spokenName} from "../../../schemas/codes/bodies.ts";
import {severityWords, type Severity} from "../../../schemas/flow.ts";
import {printDate, printHalfYear} from "../../../schemas/units.ts";
import type {Row} from "../../data/products/product.ts";
import {filesOf} from "../../data/returns.ts";
import type {View} from "../../data/view.ts";
import {html} from "../../parts/html.ts";
import {type Part, part} from "../../parts/part.ts";
import {table} from "../../parts/table.ts";

const verdicts: Readonly<Record<string, string>> = {accepted: "angenommen", "accepted-with-warnings": "angenommen, mit Warnungen", rejected: "abgewiesen"};
/** Every file of the body, newest half-year first, and which one counts. */
export const files = (view: View, body: Body): Part => {
  const rows = view.edition.periods.toReversed().flatMap(({halfYear}) =>
    filesOf(view, halfYear, body.key)
      .toReversed()
      .map((file) => ({halfYear, file})),
  );
  if (rows.length === 0) return part(html`<p>Von ${spokenName(body)} ist noch keine Datei eingegangen.</p>`);
  return part(
    table(`Eingegangene Dateien ${spokenName(body)}`, {
      head: ["Halbjahr", "Eingang", "Format", "Ergebnis der Prüfung", "Fehler", "Warnungen", "Hinweise", "zählt", "Prüfsumme"],
      text: [1, 2, 3, 7, 8],
      rows: rows.map(({halfYear, file}) => [
        printHalfYear(halfYear),
        printDate(file.received),
        `.${file.format}`,
        verdicts[file.verdict] ?? file.verdict,
        String(file.errors),
        String(file.warnings),
        String(file.notes),
        file.counts ? "ja" : "nein",
        file.submission.slice(0, 12),
      ]),
    }),
  );
};

const order: readonly Severity[] = ["error", "warning", "note"];
const text = (row: Row, name: string) => (row[name] as string | null) ?? "–";
const open = (row: Row) => row["severity"] === "warning" && row["explanation"] === null;
/** What was said about a finding: by the body, or by the KfI that released it. */
const said = (row: Row) =>
  [row["released"] == null ? "" : `Vom KfI freigegeben: ${row["released"]}`, row["explanation"] ?? ""].filter(Boolean).join(" ") || "–";
/** Findings of the return that counts: what is to be explained first. */
export const findings = (view: View, body: Body): Part => {
  const rows = view
    .product("finding_register")
    .at(view.edition.halfYear, "body", body.key)
    .filter((row) => row["counts"] === true);
  if (rows.length === 0) return part(html`<p>In der zählenden Meldung dieses Halbjahres gibt es keinen Befund.</p>`);
  const rank = (row: Row) => (open(row) ? -1 : order.indexOf(row["severity"] as Severity));
  const sorted = rows.toSorted((a, b) => rank(a) - rank(b) || (text(a, "rule") < text(b, "rule") ? -1 : 1));
  const asked = rows.filter(open).length;
  const first =
    asked === 0
      ? "Keine Warnung ist offen."
      : asked === 1
        ? "Eine Warnung ist noch auf Blatt 13 zu erläutern."
        : `${asked} Warnungen sind noch auf Blatt 13 zu erläutern.`;
  return part(
    html`<p>${first}</p>${table(`Befunde der zählenden Meldung, ${printHalfYear(view.edition.halfYear)}`, {
      head: ["Regel", "Art", "Befund", "Erläuterung oder Freigabe"],
      text: [1, 2, 3],
      rows: sorted.map((row) => [text(row, "rule"), severityWords[row["severity"] as Severity], text(row, "message"), open(row) ? "offen" : said(row)]),
    })}`,
  );
};
