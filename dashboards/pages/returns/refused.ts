import {spokenName} from "../../../schemas/codes/bodies.ts";
import {printDate} from "../../../schemas/units.ts";
import {type FileEntry, filesOf} from "../../data/returns.ts";
import type {View} from "../../data/view.ts";
import {bodyHref} from "../../parts/href.ts";
import {html} from "../../parts/html.ts";
import {type Part, part} from "../../parts/part.ts";
import {table} from "../../parts/table.ts";
import {listedUpTo} from "../../words/sentences.ts";

const whyOf = (view: View, {submission, verdict}: FileEntry): string => {
  if (verdict === "set-aside") return "beiseitegelegt";
  const rules = view
    .product("finding_register")
    .rows.filter((row) => row["submission"] === submission && row["severity"] === "error")
    .map((row) => row["rule"] as string);
  return rules.length === 0 ? "–" : listedUpTo([...new Set(rules)], 4);
};
/** Files that were not accepted, why, and what counts instead. */
export const refused = (view: View): Part => {
  const files = filesOf(view, view.edition.halfYear);
  const rejected = files.filter(({verdict}) => verdict === "rejected" || verdict === "set-aside");
  if (rejected.length === 0) return part(html`<p>Für dieses Halbjahr wurde keine Datei abgewiesen.</p>`);
  const counting = new Map(files.filter(({counts}) => counts).map((file) => [file.body.key, file]));
  const instead = ({body}: FileEntry) => {
    const file = counting.get(body.key);
    return file === undefined ? "keine Meldung zählt" : `Datei vom ${printDate(file.received)}`;
  };
  return part(
    table("Nicht angenommene Dateien", {
      head: ["Stelle", "Eingang", "Fehler", "Regeln", "Stattdessen zählt"],
      text: [1, 3, 4],
      rows: rejected.map((file) => [
        html`<a href="${bodyHref(view, file.body)}">${spokenName(file.body)}</a>`,
        printDate(file.received),
        String(file.errors),
        whyOf(view, file),
        instead(file),
      ]),
    }),
  );
};
