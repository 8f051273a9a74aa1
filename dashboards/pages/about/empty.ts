import type {Manifest} from "../../../schemas/products.ts";
import {html} from "../../parts/html.ts";
import type {SiteFile} from "../../parts/part.ts";
import {syntheticNote} from "../../words/edition.ts";

/** The only page while no return counts: a site with nothing to show still says so. */
export const emptySite = ({synthetic}: Manifest): SiteFile[] => [
  {
    path: "index.html",
    content: html`<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>KIM in Zahlen</title>
${["kern", "tokens", "site"].map((name) => html`<link rel="stylesheet" href="assets/${name}.css">\n`)}</head>
<body>
<main class="wrap"><div class="page-head"><h1>KIM in Zahlen</h1><p class="lead">Noch zählt keine Meldung. Sobald die erste angenommen ist, stehen hier Zahlen.</p>${synthetic && html`<p>${syntheticNote}</p>`}</div></main>
</body>
</html>
`.html,
  },
];
