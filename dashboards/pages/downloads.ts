import type {Audience} from "../../schemas/flow.ts";
import {csvNote} from "../../schemas/tables/csv-text.ts";
import {type ProductFormat, productFormats, productPath} from "../../schemas/products.ts";
import {tableOf} from "../../schemas/tables/registry.ts";
import {printDecimal} from "../../schemas/units.ts";
import type {View} from "../data/view.ts";
import {href} from "../parts/href.ts";
import {type Html, html} from "../parts/html.ts";
import {page} from "../parts/page.ts";
import {part, section, type SiteFile} from "../parts/part.ts";
import {table} from "../parts/table.ts";

const given: readonly (readonly [ProductFormat, string])[] = [
  ["excelCsv", "Excel"],
  ["csv", "Forschung"],
  ["parquet", "Parquet"],
];
const link = (audience: Audience, name: string, title: string, [format, label]: (typeof given)[number]): Html =>
  html`<a href="data/${productPath(audience, name, format).split("/")[1]!}" download>${label}<span class="kern-sr-only">: ${title}, ${productFormats[format].label}</span></a>`;
const kinds = (view: View) =>
  part(html`<dl class="principles">
<div><dt>Excel</dt><dd>CSV mit Semikolon und Dezimalkomma, Datum TT.MM.JJJJ. Wo eine Zahl fehlt, steht das Wort, nie eine leere Zelle.</dd></div>
<div><dt>Forschung</dt><dd>CSV in UTF-8 mit Komma und Dezimalpunkt, Datum JJJJ-MM-TT. Wo eine Zahl fehlt, ist die Zelle leer und die Spalte <code>…_status</code> nennt den Grund.</dd></div>
<div><dt>Parquet</dt><dd>Dieselben Zeilen mit Typen: ganze Zahlen, Dezimalzahlen, Datum. Für R, Python, DuckDB.</dd></div>
<div><dt>Apostroph</dt><dd>${csvNote}</dd></div>
<div><dt>Spalten</dt><dd>Jede Kennzahl hat drei Spalten: Wert, <code>…_status</code> und <code>…_bodies</code> (wie viele Stellen darin sind). Eine Quote steht als <code>…_num</code> und <code>…_den</code>. Definitionen: <a href="${href(view, "methodik")}">Methodik</a>.</dd></div>
</dl>`);

/** Every product as files to take away; copies lie beside the pages. */
export const downloads = (view: View): SiteFile[] => {
  const rows = view.manifest.products.map(({table: name, rows: count}) => {
    const {title, description} = tableOf(name);
    return [
      html`<a href="${href(view, "methodik")}#${name}">${title}</a>`,
      description,
      printDecimal(BigInt(count), 0),
      ...given.map((format) => link(view.manifest.audience, name, title, format)),
    ];
  });
  return page(view, {
    name: "daten",
    title: "Alle Daten",
    lead: `${rows.length} Tabellen mit allen Halbjahren und Ebenen, je dreimal: für Excel, für die Forschung und mit Typen.`,
    content: [
      section("Formate", [kinds(view)]),
      section("Tabellen", [
        part(table("Dateien zum Mitnehmen", {head: ["Tabelle", "Inhalt", "Zeilen", ...given.map(([, label]) => label)], text: [1, 3, 4, 5], rows})),
      ]),
    ],
  });
};
