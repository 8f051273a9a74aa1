import {describe, expect, test} from "vitest";
import {lightColours, solid} from "../../dashboards/charts/base/solid.ts";
import {land, placeOf, series, shown} from "../../dashboards/data/shown.ts";
import {syntheticNote} from "../../dashboards/words/edition.ts";
import {bodies, spokenName} from "../../schemas/codes/bodies.ts";
import {madeProducts} from "../../fixtures/products/products.ts";
import {productFormats} from "../../schemas/products.ts";
import {printDecimal, printRatio} from "../../schemas/units.ts";
import {siteOf} from "../../dashboards/site.ts";
import {productsOf} from "../../dashboards/data/view.ts";
import {gzipSync} from "node:zlib";
import {madeSite, shortPlan, tokensCss, viewOf} from "./made-site.ts";

const {products, files} = madeSite();
const pages = files.filter(({path}) => path.endsWith(".html"));
const byPath = new Map(files.map(({path, content}) => [path, content]));
const view = viewOf(products);
const contentOf = (path: string) => byPath.get(path)!;
const idsIn = (markup: string) => [...markup.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!);
const base = (path: string) => new URL(`http://site/${path}`);
/** What build.ts adds beside the pages. */
const given = new Set([
  ...["kern.css", "tokens.css", "site.css", "charts.css", "print.css"].map((name) => `assets/${name}`),
  ...products.manifest.products.flatMap(({table}) =>
    (["excelCsv", "csv", "parquet"] as const).map((format) => `data/${table}.${productFormats[format].extension}`),
  ),
]);

describe("the whole site", () => {
  test("has a page for every body and the main pages of every half-year", () => {
    expect(pages.map(({path}) => path)).toEqual(
      expect.arrayContaining([
        ...bodies.map(({key}) => `stelle-${key}.html`),
        "index.html",
        "2024-H2/index.html",
        "2025-H1/ruecklauf.html",
        "methodik.html",
        "daten.html",
      ]),
    );
  });
  test("leads nowhere that is not there, anchors included", () => {
    const dead = pages.flatMap(({path, content}) =>
      [...content.matchAll(/(?:href|src)="([^"]*)"/g)].flatMap(([, href]) => {
        const {pathname, hash, host} = new URL(href!, base(path));
        const target = pathname.slice(1);
        if (host !== "site") return [`${path} → ${href}`];
        const found = given.has(target) || (byPath.has(target) && (hash === "" || idsIn(contentOf(target)).includes(hash.slice(1))));
        return found ? [] : [`${path} → ${href}`];
      }),
    );
    expect(dead).toEqual([]);
  });
  test("has no id twice on a page", () => {
    expect(
      pages.flatMap(({path, content}) =>
        idsIn(content)
          .filter((id, i, all) => all.indexOf(id) !== i)
          .map((id) => `${path}#${id}`),
      ),
    ).toEqual([]);
  });
  test("asks nobody and runs no script", () => {
    expect(pages.filter(({content}) => /<script|\son\w+=|@import|url\(/.test(content)).map(({path}) => path)).toEqual([]);
  });
  test("says on every page, picture and file that its numbers are invented", () => {
    expect(files.filter(({content}) => !content.includes(syntheticNote)).map(({path}) => path)).toEqual([]);
    expect(
      pages
        .filter(({content}) => !/<strong class="synthetic">/.test(content) || !/@bottom-left \{ content: "[^"]*frei erfunden"/.test(content))
        .map(({path}) => path),
    ).toEqual([]);
  });
  test("keeps every page below 150 kB", () => {
    expect(pages.filter(({content}) => gzipSync(content).length > 150_000).map(({path}) => path)).toEqual([]);
  });
  test("says a word for every sign of a gap", () => {
    const signs = pages.flatMap(({content}) => [
      ...content.matchAll(/<span class="gap" aria-hidden="true">[^<]+<\/span>(<span class="kern-sr-only">[^<]+<\/span>)?/g),
    ]);
    expect(signs.length).toBeGreaterThan(10);
    expect(signs.filter(([, word]) => word === undefined)).toEqual([]);
  });
  test("leaves no cell of a CSV empty", () => {
    const csvs = files.filter(({path}) => path.endsWith(".csv"));
    const rows = (content: string) => content.replace("\ufeff", "").split("\r\n\r\n")[0]!.split("\r\n");
    expect(csvs.length).toBeGreaterThan(300);
    expect(csvs.filter(({content}) => rows(content).some((row) => row.split(";").includes(""))).map(({path}) => path)).toEqual([]);
  });
  test("draws with colours that tokens.css declares", () => {
    const colours = lightColours(tokensCss());
    const svgs = files.filter(({path}) => path.endsWith(".svg"));
    expect(svgs.length).toBeGreaterThan(300);
    expect(svgs.filter(({content}) => solid(content, colours).includes("var(")).map(({path}) => path)).toEqual([]);
  });
  test("escapes free text of returns", () => {
    expect(pages.some(({content}) => content.includes("12 <b>"))).toBe(false);
  });
});

describe("numbers", () => {
  test("of the Land stand on the Überblick as the product has them", () => {
    const index = contentOf("index.html");
    const stock = shown(view, "caseload.cm_bestand_ende", land);
    const share = shown(view, "posts.besetzungsquote", land);
    expect(index).toContain(`<p class="value" data-place="caseload.cm_bestand_ende|2025-H2|state|NRW">${printDecimal(stock.value!, 0)}</p>`);
    expect(index).toContain(`>${printRatio(share.value!, share.den!, 1, 100n)}<small> %</small></p>`);
  });
  test("of every body stand on its page and in its CSV as the product has them", () => {
    const wrong = bodies.filter((body) => {
      const expected = series(view, "caseload.cm_bestand_ende", placeOf(body)).map(({value}) => (value === null ? "nicht gemeldet" : String(value)));
      const lines = contentOf(`csv/stelle-${body.key}-bestand.csv`)
        .split("\r\n")
        .slice(1, 1 + expected.length);
      return lines.map((line) => line.split(";")[1]).join() !== expected.join() || !contentOf(`stelle-${body.key}.html`).includes(spokenName(body));
    });
    expect(wrong).toEqual([]);
  });
  test("of a missing body are signs with words, never zeros", () => {
    const page = contentOf("stelle-05916.html");
    expect(page).toMatch(
      /<p class="value" data-place="[^"]+"><span class="gap" aria-hidden="true">…<\/span><span class="kern-sr-only">nicht gemeldet<\/span><\/p>/,
    );
    expect(page).toContain("Für das 2. Halbjahr 2025 zählt keine Meldung von Herne.");
  });
  test("of a provisional half-year are dotted and say so", () => {
    expect(contentOf("fallzahlen.html")).toMatch(/stroke-dasharray="2 5"/);
    expect(contentOf("fallzahlen.html")).toContain("vorläufig");
    expect(contentOf("2024-H2/fallzahlen.html")).not.toContain('stroke-dasharray="2 5"');
  });
});

test("without a single return the site says so", () => {
  const {manifest} = madeProducts(shortPlan);
  const only = siteOf(productsOf({...manifest, halfYears: []}, () => new Uint8Array()));
  expect(only.map(({path}) => path)).toEqual(["index.html"]);
  expect(only[0]!.content).toContain("Noch zählt keine Meldung");
});
