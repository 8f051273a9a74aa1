import {describe, expect, test} from "vitest";
import {bySize, leading, wholeOf} from "../../dashboards/pages/kinds/categories.ts";
import {matched} from "../../dashboards/data/matched.ts";
import {medianOf} from "../../dashboards/data/middle.ts";
import {type Category, land, perBody, placeOf, shown, split} from "../../dashboards/data/shown.ts";
import {shareOf, together} from "../../dashboards/data/size.ts";
import {bodySiteOf, siteOf} from "../../dashboards/site.ts";
import {roundedNote} from "../../dashboards/words/audience.ts";
import {changeWords, stillWord} from "../../dashboards/words/growth.ts";
import {exact} from "../../dashboards/words/numbers.ts";
import {researchProducts} from "../../fixtures/products/protected.ts";
import {madeProducts} from "../../fixtures/products/products.ts";
import {bodyOf} from "../../schemas/codes/bodies.ts";
import {plan} from "../../schemas/disclosure/plan.ts";
import {watermarkOf} from "../../schemas/disclosure/watermark.ts";
import {keysOf} from "../../schemas/tables/columns.ts";
import {printDecimal} from "../../schemas/units.ts";
import {madeSite, publicMade, seenBy, seenByBody, shortPlan, viewOf} from "./made-site.ts";

const made = publicMade();
const open = seenBy(made);
const asked: string[] = [];
const files = siteOf({
  ...open,
  product: (table) => {
    asked.push(table);
    return open.product(table);
  },
});
const pages = files.filter(({path}) => path.endsWith(".html"));
const owner = bodyOf("05762");
const own = seenByBody(owner);
const ownFiles = bodySiteOf(own);
const view = viewOf(open);
const texts = files.map(({content}) => content).join("\n");

const idsIn = (markup: string) => [...markup.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!);
/** Links of a site that lead to no page, file or anchor of it; styles and copies of products are added when it is built. */
const deadLinks = (site: typeof files) => {
  const byPath = new Map(site.map(({path, content}) => [path, content]));
  return site
    .filter(({path}) => path.endsWith(".html"))
    .flatMap(({path, content}) =>
      [...content.matchAll(/(?:href|src)="([^"]*)"/g)].flatMap(([, href]) => {
        const {pathname, hash} = new URL(href!, `http://site/${path}`);
        const target = pathname.slice(1);
        if (/^(assets|data)\//.test(target)) return [];
        const found = byPath.has(target) && (hash === "" || idsIn(byPath.get(target)!).includes(hash.slice(1)));
        return found ? [] : [`${path} → ${href}`];
      }),
    );
};
/** Every number of a site with its place, and what the product has there. */
const placed = (from: typeof open, site: typeof files) =>
  site.flatMap(({content}) =>
    [...content.matchAll(/data-place="([^"|]+)\.([^"|]+)\|([^"]+)">(.*?)<\/(?:td|p)>/g)].map(([, table, name, keys, text]) => {
      const {declaration, at} = from.product(table!);
      const [halfYear, level, area] = keys!.split("|") as [string, string, string];
      const row = at(halfYear, level, area).find(
        (each) =>
          keysOf(declaration)
            .map((key) => String(each[key]))
            .join("|") === keys,
      )!;
      const {scale, measure, unit} = declaration.figures.find((figure) => figure.name === name)!;
      const countsOnly = measure.kind !== "rate" && unit !== "€";
      const value = countsOnly ? (row[name!] as bigint | null) : null;
      return {place: `${table}.${name}|${keys}`, status: row[`${name}_status`], value, scale, text: text!.replace(/<[^>]+>/g, "")};
    }),
  );

describe("the public site", () => {
  const numbers = placed(open, pages);
  test("is made from tables of the plan alone", () => {
    expect(asked).toContain("caseload");
    expect([...new Set(asked)].filter((table) => !Object.hasOwn(plan, table))).toEqual([]);
  });
  test.each(["Eingegangene Dateien", "Nicht angenommene Dateien", "Einsatzorte Kreis", ">Befunde<", "nicht genutzter Förderung", "Median der Dauer, aus"])(
    "has no part about „%s“",
    (words) => expect(pages.filter(({content}) => content.includes(words)).map(({path}) => path)).toEqual([]),
  );
  test("has no heading without anything under it", () =>
    expect(pages.filter(({content}) => /<h2 class="section"[^>]*>[^<]*<\/h2>\s*(<h2|<\/main)/.test(content))).toEqual([]));
  test("leads nowhere that is not there", () => expect(deadLinks(files)).toEqual([]));
  test("prints at every withheld place the sign and its word, no number", () => {
    const withheld = numbers.filter(({status}) => status === "withheld");
    expect(withheld.length).toBeGreaterThan(50);
    expect(withheld.filter(({text}) => text !== ".geheim")).toEqual([]);
  });
  test("prints at every other place what the product has", () => {
    const counts = numbers.filter(({value}) => value !== null);
    expect(counts.length).toBeGreaterThan(1000);
    expect(counts.filter(({value, scale, text}) => text !== (value === 0n ? "0" : printDecimal(value!, scale)))).toEqual([]);
  });
  test("has in the table of a funnel the counts of the product, each with its place", () => {
    const {content} = pages.find(({path}) => path === `stelle-${owner.key}.html`)!;
    const table = content.slice(content.indexOf("Fälle mit Vereinbarung"));
    for (const name of ["cm_zielvereinbarung", "cm_bestand_ende"])
      expect(table).toContain(`data-place="${shown(view, `caseload.${name}`, placeOf(owner)).place}"`);
  });
  test("says on every page what was done, under which policy, and what the attack said", () =>
    expect(
      pages.filter(
        ({content}) =>
          !(content.includes(roundedNote) && content.includes("Prüfsumme <code>fixture</code>") && content.includes("keine ließ sich zurückrechnen")),
      ),
    ).toEqual([]));
  test("says in every picture and download that numbers are rounded", () =>
    expect(
      files.filter(({path, content}) => !path.endsWith(".html") && !content.replace(/<\/text><text[^>]*>/g, " ").includes(roundedNote)).map(({path}) => path),
    ).toEqual([]));
  test("bears no watermark", () => expect(texts).not.toMatch(/class="watermark"|Dienstgebrauch/));
  test("explains the protection with a row for each table", () => {
    const method = pages.find(({path}) => path === "methodik.html")!.content;
    expect(method).toContain("Gesperrte Zahlen je Tabelle");
    expect(method.match(/Jemand [a-z]/g)).toHaveLength(3);
  });
});

describe("who sees exact numbers", () => {
  const research = siteOf(seenBy(researchProducts(madeProducts(shortPlan))));
  test.each([
    ["controlling", madeSite().files, watermarkOf("controlling")!],
    ["research", research, watermarkOf("research")!],
    ["a body", ownFiles, "Eigene Zahlen genau – nur für die meldende Stelle Kreis Höxter"],
  ] as const)("%s finds the watermark in every page, picture and download, also printed", (_, site, mark) => {
    expect(site.length).toBeGreaterThan(10);
    expect(site.filter(({content}) => !content.includes(mark)).map(({path}) => path)).toEqual([]);
    expect(site.filter(({path, content}) => path.endsWith(".html") && !content.includes(`@top-left { content: "${mark}"`)).map(({path}) => path)).toEqual([]);
  });
  test("research finds no dead link and no list of single returns", () => {
    expect(deadLinks(research)).toEqual([]);
    expect(research.filter(({content}) => content.includes("Eingegangene Dateien"))).toEqual([]);
  });
});

describe("the site of a body", () => {
  const path = "caseload.cm_bestand_ende";
  const [mine, theirs] = [viewOf(own), viewOf(seenBy(publicMade()))];
  const exactly = viewOf(madeSite().products);
  test("has its own numbers exactly and all others as the public", () => {
    const others = (of: typeof mine) => perBody(of, path).filter(({body}) => body !== owner);
    expect(shown(mine, path, placeOf(owner)).value).toBe(shown(exactly, path, placeOf(owner)).value);
    expect(shown(mine, path, placeOf(owner)).value).not.toBe(shown(theirs, path, placeOf(owner)).value);
    expect(others(mine).map((each) => each.shown.value)).toEqual(others(theirs).map((each) => each.shown.value));
    expect(shown(mine, path, land).value).toBe(shown(theirs, path, land).value);
  });
  test("prints no exact number of another body", () =>
    expect(
      placed(own, ownFiles).filter(({place, value}) => place.startsWith(path) && !place.endsWith(owner.key) && typeof value === "bigint" && value % 5n !== 0n),
    ).toEqual([]));
  test("leads nowhere that is not there", () => expect(deadLinks(ownFiles)).toEqual([]));
  test("has its lists and few pages", () => {
    expect(ownFiles.filter((file) => file.path.endsWith(".html")).map((file) => file.path)).toEqual([
      "index.html",
      "methodik.html",
      "luecken.html",
      "barrierefreiheit.html",
      "impressum.html",
    ]);
    expect(ownFiles[0]!.content).toContain("Eingegangene Dateien Kreis Höxter");
  });
});

describe("what is computed from protected numbers", () => {
  const codes = split(view, "age.n_bestand", land);
  const [a, b, c] = codes as [Category, Category, Category];
  const worth = (each: Category, value: bigint): Category => ({...each, shown: {...each.shown, value}});
  const hide = (each: Category): Category => ({...each, shown: {...each.shown, value: null, status: "withheld"}});
  test("stands nowhere in a product", () => {
    const rates = perBody(view, "caseload.vereinbarung_quote").map((each) => each.shown);
    const change = matched(view, "caseload.cm_bestand_ende", land)!;
    expect([together([a.shown, b.shown]), shareOf(a.shown, b.shown), medianOf(rates)!, change.from, change.to].map(({place}) => place)).toEqual(
      Array(5).fill(null),
    );
    expect(a.shown.place).toMatch(/^age\.n_bestand\|2025-H2\|state\|NRW\|/);
  });
  test("is withheld where one of them is", () => {
    const rates = perBody(view, "caseload.vereinbarung_quote").map((each) => each.shown);
    expect(together([a.shown, hide(b).shown]).status).toBe("withheld");
    expect(shareOf(a.shown, hide(b).shown).status).toBe("withheld");
    expect(medianOf([...rates, hide(a).shown])).toBeUndefined();
    expect(leading([a, b, hide(c)])).toBeUndefined();
    const all = {...hide(c), total: {...c.shown, value: 100n, slack: 2n}};
    const [many, few] = [worth(a, 60n), worth(b, 20n)];
    expect(leading([many, few, all])?.code).toBe(a.code);
    expect(leading([worth(a, 40n), few, all])).toBeUndefined();
    expect(wholeOf([many, few, all]).value).toBe(100n);
  });
  test("puts withheld ones last, by name", () => {
    const order = bySize([hide({...c, label: "B"}), worth(a, 5n), hide({...b, label: "A"}), worth(a, 10n)]);
    expect(order.map(({label, shown: {value}}) => value ?? label)).toEqual([10n, 5n, "A", "B"]);
  });
  test("names the greatest only if it surely is", () => {
    expect(leading([worth(a, 10n), worth(b, 5n)])?.code).toBe(a.code);
    expect(leading([worth(a, 10n), worth(b, 10n)])).toBeUndefined();
    const loose = (each: Category): Category => ({...each, shown: {...each.shown, slack: 8n}});
    expect(leading([loose(worth(a, 20n)), loose(worth(b, 10n))])).toBeUndefined();
  });
  test("calls a change that rounding could explain no change", () => {
    const change = matched(view, "caseload.cm_bestand_ende", land)!;
    const moved = (by: bigint) => ({...change, to: {...change.to, value: change.from.value! + by}});
    expect(change.from.slack + change.to.slack).toBeGreaterThan(0n);
    expect(changeWords(moved(change.from.slack + change.to.slack))).toBe(stillWord);
    expect(changeWords(moved(change.from.value! / 10n))).toMatch(/^\+10(,0)? %$/);
    const few = (value: bigint) => ({...change.from, value, slack: 2n});
    expect(changeWords({from: few(50n), to: few(75n)})).toBe("+25 Fälle");
  });
  test("compares totals without those who are missing in one half-year, which is surer than adding up rounded bodies", () => {
    const change = matched(view, "caseload.cm_bestand_ende", land)!;
    expect(change.bodies).toBe(52);
    expect(change.from.slack).toBe(6n);
    expect(change.to.value).toBe(shown(view, "caseload.cm_bestand_ende", land).value);
  });
  test("prints no decimals of a quotient that rounding does not leave", () => {
    const rate = shown(view, "caseload.vereinbarung_quote", placeOf(owner));
    expect(exact({...rate, value: 40n, den: 75n, slack: 2n, denSlack: 2n})).toBe("53 %");
    expect(exact({...rate, value: 4000n, den: 7500n, slack: 2n, denSlack: 2n})).toBe("53,3 %");
    expect(exact({...rate, value: 40n, den: 75n, slack: 0n, denSlack: 0n})).toBe("53,3 %");
  });
});
