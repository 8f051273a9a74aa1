import {AxeBuilder} from "@axe-core/playwright";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {checkAlone} from "../../../pipelines/check/presets/check-alone.ts";
import {readWorkbook} from "../../../pipelines/read/read-workbook.ts";
import {annotate} from "../../../reports/annotate/annotate.ts";
import {offlinePage} from "../../../reports/build.ts";
import {knownKey, signedReturn} from "../../pipelines/check/presets/signed.ts";
import {checked, chromiumPath, facts, file, launch, madePage, openPage, removeMade} from "./made-page.ts";

const {path, text} = await madePage();
const [right, wrong, moved] = await Promise.all([
  signedReturn(),
  signedReturn({"03_Fallzahlen!G7": 99, "03_Fallzahlen!C8": 9}),
  signedReturn({"_Vorgaben!B8": 9}),
]);
afterAll(removeMade);

describe("the file", () => {
  test("is made of its facts alone: the same facts, the same bytes", async () => expect(await offlinePage(facts)).toBe(text));
  test("stays below 5 MB", () => expect(Buffer.byteLength(text)).toBeLessThan(5 * 1024 * 1024));
  test("points to nothing outside itself", () => {
    expect(text).not.toMatch(/<(?:script|link|img|iframe)[^>]*\s(?:src|href)=/);
    expect(/<style>(.*)<\/style>/s.exec(text)![1]!.match(/@import|url\((?!"?data:)[^)]{0,40}/g) ?? []).toEqual([]);
  });
  test("runs its own script only, and that as a classic one", () => {
    expect(text.match(/<script[^>]*>/g)).toEqual(['<script type="application/json" id="stand">', '<script type="text/plain" id="pruefwerk">', "<script>"]);
    expect(text).toMatch(/default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+'/);
  });
  test("names form, rules, day and key", () => {
    expect(text).toContain("Stand 0123456789abcdef");
    expect(text).toContain("05.01.2026");
    expect(text).toContain(knownKey.name);
  });
  test("brings along the licences of what is in it", () => {
    expect(text).toContain("SIL OPEN FONT LICENSE");
    expect(text).toMatch(/@e965\/xlsx [\d.]+ \(Apache-2.0\)/);
    expect(text).toMatch(/fflate [\d.]+ \(MIT\)/);
  });
});

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const looks = {hell: {colorScheme: "light"}, dunkel: {colorScheme: "dark"}, Kontrast: {forcedColors: "active"}} as const;
const tooWide = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
const swallow = () => {
  // A file that never comes to an end, and a clock that does not make the test wait for it.
  const {postMessage} = Worker.prototype;
  Worker.prototype.postMessage = function (this: Worker, ...given: unknown[]) {
    if ((given[0] as {name: string; task: string}).name !== "endlos.xlsx" || (given[0] as {task: string}).task === "refuse")
      Reflect.apply(postMessage, this, given);
  };
  const later = window.setTimeout;
  window.setTimeout = ((run: () => void, milliseconds: number) => later(run, milliseconds === 10_000 ? 1_500 : milliseconds)) as typeof window.setTimeout;
};

describe.skipIf(chromiumPath === undefined)("in a browser", {timeout: 60_000}, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  test("shows what the intake would find, in the cell and with what to do, and asks nobody", async () => {
    const {page, heard, close} = await openPage(browser, path);
    await page.setInputFiles("#datei", [file("wrong.xlsx", wrong)]);
    await checked(page);
    const {findings} = (await checkAlone(readWorkbook(wrong), [knownKey])).checked;
    expect(await page.locator(".findings tbody tr").count()).toBe(findings.length);
    expect(await page.locator("tr", {hasText: "SUM-001"}).first().textContent()).toMatch(/G7[\s\S]*✖ Fehler[\s\S]*Gefunden[\s\S]*99[\s\S]*Vorschlag: 14/);
    // The opening stock is known from the signed presets.
    expect(await page.locator("tr", {hasText: "XP-001"}).textContent()).toContain("C8");
    expect(await page.textContent("#status")).toMatch(/^wrong\.xlsx: So noch nicht senden, \d+ Fehler/);
    expect(await page.textContent(".uncheckable summary >> nth=0")).toMatch(/Regeln sind hier nicht prüfbar/);
    expect(heard()).toEqual([]);
    await close();
  });
  test("saves the workbook that the server would annotate", async () => {
    const {page, close} = await openPage(browser, path);
    await page.setInputFiles("#datei", [file("wrong.xlsx", wrong)]);
    await checked(page);
    const [download] = await Promise.all([page.waitForEvent("download"), page.click(".save button")]);
    const {findings, verdict, notCheckable} = (await checkAlone(readWorkbook(wrong), [knownKey])).checked;
    const made = await annotate(wrong, findings, {fileName: "wrong.xlsx", verdict, notCheckable, synthetic: true});
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    expect(download.suggestedFilename()).toBe("wrong_Pruefergebnis.xlsx");
    expect(Buffer.concat(chunks).equals(made.bytes)).toBe(true);
    await close();
  });
  test("can be worked by keyboard, takes several files, and a file checked again replaces its result", async () => {
    const {page, close} = await openPage(browser, path);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.keyboard.press("Space")]);
    await chooser.setFiles([file("eins.xlsx", wrong), file("zwei.xlsx", moved), file("drei.txt", new TextEncoder().encode("kein Bogen"))]);
    await checked(page, 3);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("eins.xlsx");
    expect(await page.locator(".file", {hasText: "zwei.xlsx"}).locator(".presets").textContent()).toContain("nicht mehr die unterschriebenen");
    expect(await page.locator(".file", {hasText: "drei.txt"}).textContent()).toContain("kann nicht gelesen werden");
    await page.setInputFiles("#datei", [file("eins.xlsx", right)]);
    await page.waitForFunction(() => document.querySelector(".file")?.getAttribute("data-verdict") === "accepted");
    expect(await page.locator("#ergebnis > .file").count()).toBe(3);
    await close();
  });
  test("takes files that are dropped anywhere on it", async () => {
    const {page, close} = await openPage(browser, path);
    await page.evaluate(
      (bytes) => {
        const carried = new DataTransfer();
        carried.items.add(new File([new Uint8Array(bytes)], "gezogen.xlsx"));
        document.body.dispatchEvent(new DragEvent("drop", {dataTransfer: carried, bubbles: true, cancelable: true}));
      },
      [...right],
    );
    await checked(page);
    expect(await page.textContent(".file h2")).toBe("gezogen.xlsx");
    await close();
  });
  test("gives up on a file that does not come to an end, and goes on with the next", async () => {
    const {page, close} = await openPage(browser, path, {}, (each) => each.addInitScript(swallow));
    await page.setInputFiles("#datei", [file("endlos.xlsx", right), file("danach.xlsx", right)]);
    await checked(page, 2);
    expect(await page.locator(".file", {hasText: "endlos.xlsx"}).textContent()).toContain("nach 10 Sekunden noch nicht gelesen");
    expect(await page.locator(".file", {hasText: "danach.xlsx"}).getAttribute("data-verdict")).toBe("accepted");
    await close();
  });
  test("says so where a browser cannot run it, instead of blaming the file", async () => {
    const {page, close} = await openPage(browser, path, {}, (each) => each.addInitScript(() => Reflect.deleteProperty(globalThis, "Worker")));
    await page.waitForSelector("#zu-alt:not([hidden])");
    await page.setInputFiles("#datei", [file("right.xlsx", right)]);
    expect(await page.isDisabled("#auswaehlen")).toBe(true);
    expect(await page.locator("#ergebnis > .file").count()).toBe(0);
    await close();
  });
  test("could not ask anybody if it wanted to", async () => {
    const {page, close} = await openPage(browser, path);
    const ended: string[] = [];
    page.on("requestfinished", (request) => ended.push(`${request.url()}: sent`));
    page.on("requestfailed", (request) => ended.push(`${request.url()}: ${request.failure()?.errorText}`));
    const fetched = await page.evaluate(() => fetch("https://stelle.example/a").then(String, () => "refused"));
    await page.evaluate(
      () =>
        new Promise((resolve) => {
          const picture = new Image();
          picture.onerror = resolve;
          picture.src = "https://stelle.example/b";
        }),
    );
    expect([fetched, ...ended]).toEqual(["refused", "https://stelle.example/b: csp"]);
    await close();
  });

  test.each<[keyof typeof looks, number]>([
    ["hell", 1280],
    ["dunkel", 390],
    ["Kontrast", 1280],
  ])("is accessible and fits (%s, %i px)", async (look, width) => {
    const {page, close} = await openPage(browser, path, {viewport: {width, height: 900}, ...looks[look]});
    await page.setInputFiles("#datei", [file("wrong.xlsx", wrong), file("moved.xlsx", moved)]);
    await checked(page, 2);
    await page.evaluate(() => document.querySelectorAll("details").forEach((each) => each.setAttribute("open", "")));
    const {violations} = await new AxeBuilder({page}).setLegacyMode().options({preload: false, runOnly: rules}).analyze();
    await page.setViewportSize({width: 320, height: 900});
    const small = await tooWide(page);
    await page.setViewportSize({width, height: 900});
    await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
    const large = await tooWide(page);
    await close();
    expect({violations: violations.map(({id, nodes}) => `${id}: ${nodes[0]?.html}`), small, large}).toEqual({violations: [], small: false, large: false});
  });
});
