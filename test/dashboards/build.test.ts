import {createHash} from "node:crypto";
import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {delimiter, join} from "node:path";
import {AxeBuilder} from "@axe-core/playwright";
import {type Browser, chromium, type Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {buildBodySites, buildSite} from "../../dashboards/build.ts";
import {madeProducts} from "../../fixtures/products/products.ts";
import {publicProducts} from "../../fixtures/products/protected.ts";
import {writeOwnProducts, writeProducts} from "../../fixtures/products/write.ts";
import {shortPlan} from "./made-site.ts";

const folder = mkdtempSync(join(tmpdir(), "kim-site-"));
const request = {products: join(folder, "products"), out: join(folder, "site"), audience: "controlling"} as const;
const filesIn = (path: string) => (readdirSync(path, {recursive: true}) as string[]).filter((name) => statSync(join(path, name)).isFile()).toSorted();
const hashOf = (path: string) =>
  createHash("sha256")
    .update(
      filesIn(path)
        .map(
          (name) =>
            `${name} ${createHash("sha256")
              .update(readFileSync(join(path, name)))
              .digest("hex")}`,
        )
        .join("\n"),
    )
    .digest("hex");

beforeAll(async () => {
  const made = madeProducts(shortPlan);
  writeProducts(made, request.products);
  writeProducts(publicProducts(made), request.products);
  writeOwnProducts(made, request.products, ["05334", "05762"]);
  await buildSite(request);
  await buildSite({...request, out: join(folder, "public"), audience: "public"});
  await buildBodySites({products: request.products, out: join(folder, "bodies")});
});
afterAll(() => rmSync(folder, {recursive: true, force: true}));

describe("a built site", () => {
  test("holds pages, styles, fonts and copies of the products", () => {
    expect(filesIn(request.out)).toEqual(
      expect.arrayContaining([
        "index.html",
        "assets/kern.css",
        "assets/fonts/FiraSans-Medium.woff2",
        "data/caseload.excel.csv",
        "data/caseload.parquet",
        "csv/fallzahlen-bestand.csv",
        "svg/fallzahlen-bestand.svg",
      ]),
    );
  });
  test("brings every font its styles name, and no other", () => {
    const named = ["kern", "tokens", "site", "charts", "print"].flatMap((name) =>
      [...readFileSync(join(request.out, `assets/${name}.css`), "utf8").matchAll(/url\("?([^")]+\.woff2?)"?\)/g)].map(([, path]) => path!),
    );
    expect(named.toSorted()).toEqual(filesIn(join(request.out, "assets/fonts")).map((name) => `fonts/${name}`));
  });
  test("has solid colours in pictures of its own", () =>
    expect(readFileSync(join(request.out, "svg/fallzahlen-bestand.svg"), "utf8")).toMatch(/^<svg(?![\s\S]*var\()[\s\S]*#12436d/));
  test("is the same, byte for byte, when built again, and leaves nothing of the old one", async () => {
    const before = hashOf(request.out);
    writeFileSync(join(request.out, "stray.html"), "");
    await buildSite(request);
    expect(hashOf(request.out)).toBe(before);
    expect(readdirSync(folder).toSorted()).toEqual(["bodies", "products", "public", "site"]);
  });
  test("of the public holds copies of public products only", () => {
    const copied = filesIn(join(folder, "public/data"));
    expect(copied).toContain("caseload.parquet");
    expect(copied.filter((name) => /register|sites|closure_median/.test(name))).toEqual([]);
  });
  test("of each body stands alone in a folder of its own", () => {
    expect(readdirSync(join(folder, "bodies")).toSorted()).toEqual(["05334", "05762"]);
    expect(filesIn(join(folder, "bodies/05762"))).toEqual(
      expect.arrayContaining(["index.html", "methodik.html", "assets/site.css", "csv/stelle-05762-bestand.csv"]),
    );
    expect(readFileSync(join(folder, "bodies/05762/index.html"), "utf8")).not.toMatch(/href="\.\.\//);
  });
  test("for all bodies together there is none", () => expect(buildSite({...request, audience: "body"})).rejects.toThrow("invalid audience: body"));
});

/** Found as a shell finds it: where programs are out of reach, the browser is not there either. */
const executablePath = (process.env["PATH"] ?? "")
  .split(delimiter)
  .map((folder) => join(folder, "chromium"))
  .find((path) => existsSync(path));
const flags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const looks = {hell: {colorScheme: "light"}, dunkel: {colorScheme: "dark"}, Kontrast: {forcedColors: "active"}} as const;

/** What sticks out of the page on the right and cannot be scrolled by itself. */
const outside = (page: Page) =>
  page.evaluate(() => {
    const limit = document.documentElement.clientWidth;
    const reaches = (element: Element) => element.getBoundingClientRect().right > limit + 1 && element.closest(".scroll") === null;
    return document.documentElement.scrollWidth > limit
      ? [...document.querySelectorAll("body *")].filter(reaches).map((element) => element.outerHTML.slice(0, 80))
      : [];
  });
/** Texts of a chart that lie on each other. */
const overlapping = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("svg.plot")]
      .filter((svg) => svg.getBoundingClientRect().width > 0)
      .flatMap((svg) => {
        const texts = [...svg.querySelectorAll("text")]
          .filter(({textContent}) => textContent.trim() !== "")
          .map((text) => ({text: text.textContent, box: text.getBoundingClientRect()}));
        const hit = (a: DOMRect, b: DOMRect) =>
          Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 5;
        return texts.flatMap((a, i) =>
          texts
            .slice(i + 1)
            .filter((b) => hit(a.box, b.box))
            .map((b) => `${svg.closest("figure")?.id}: ${a.text} × ${b.text}`),
        );
      }),
  );

if (executablePath === undefined) console.log("Ohne Chromium werden die Seiten nicht im Browser geprüft.");
describe.skipIf(executablePath === undefined)("in a browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({executablePath: executablePath!, args: flags});
  });
  afterAll(() => browser?.close());

  test.each<[string, number, keyof typeof looks]>([
    ["site/index", 390, "dunkel"],
    ["site/fallzahlen", 390, "hell"],
    ["site/themen", 1280, "dunkel"],
    ["site/herkunft", 390, "Kontrast"],
    ["site/personal", 1280, "hell"],
    ["site/ruecklauf", 1280, "Kontrast"],
    ["site/stelle-05334", 390, "dunkel"],
    ["site/stelle-05916", 1280, "hell"],
    ["site/stellen", 390, "hell"],
    ["site/luecken", 390, "dunkel"],
    ["public/personal", 390, "hell"],
    ["public/ruecklauf", 1280, "dunkel"],
    ["bodies/05762/index", 390, "hell"],
  ])(
    "%s at %i px (%s) is accessible, fits, asks nobody",
    async (name, width, look) => {
      const context = await browser.newContext({viewport: {width, height: 900}, javaScriptEnabled: true, ...looks[look]});
      const page = await context.newPage();
      const asked: string[] = [];
      page.on("request", (each) => asked.push(each.url()));
      page.on("requestfailed", (each) => asked.push(`failed: ${each.url()}`));
      const site = join(folder, name.slice(0, name.lastIndexOf("/")));
      await page.goto(`file://${folder}/${name}.html`);
      const foreign = asked.filter((url) => !url.startsWith(`file://${site}/`));
      const laid = await overlapping(page);
      await page.evaluate(() => document.querySelectorAll("details.more").forEach((each) => each.setAttribute("open", "")));
      const {violations} = await new AxeBuilder({page}).setLegacyMode().options({preload: false, runOnly: rules}).analyze();
      await page.setViewportSize({width: 320, height: 900});
      const small = await outside(page);
      await page.setViewportSize({width, height: 900});
      await page.addStyleTag({content: "html { font-size: 200%; }"});
      const large = await outside(page);
      await context.close();
      expect({foreign, laid, violations: violations.map(({id, nodes}) => `${id}: ${nodes[0]?.html}`), small, large}).toEqual({
        foreign: [],
        laid: [],
        violations: [],
        small: [],
        large: [],
      });
    },
    60_000,
  );

  test("works without script, and prints without menus", async () => {
    const context = await browser.newContext({javaScriptEnabled: false});
    const page = await context.newPage();
    await page.goto(`file://${request.out}/index.html`);
    await page.click("summary >> text=Stellen");
    expect(await page.isVisible("text=Kreis Höxter")).toBe(true);
    await page.emulateMedia({media: "print"});
    expect(await page.isVisible("nav.menu")).toBe(false);
    expect((await page.pdf({preferCSSPageSize: true})).length).toBeGreaterThan(10_000);
    await context.close();
  }, 60_000);
});
