import {existsSync} from "node:fs";
import {readFile} from "node:fs/promises";
import {delimiter, join} from "node:path";
import {chromium, type Page} from "playwright-core";

/** Chromium as a shell finds it; undefined where there is none. */
export const chromiumPath = (process.env["PATH"] ?? "")
  .split(delimiter)
  .map((folder) => join(folder, "chromium"))
  .find((path) => existsSync(path));

/** What a page shows of one file, as a reader sees it. */
export type Seen = {
  readonly name: string;
  readonly verdict: string;
  readonly findings: readonly string[];
  readonly notCheckable: readonly string[];
  readonly presets: string;
};
/** An open check page; `asked` grows by everything it asks of anybody. */
export type CheckPage = {
  readonly asked: readonly string[];
  readonly faults: readonly string[];
  readonly check: (files: readonly {name: string; bytes: Uint8Array}[]) => Promise<Seen[]>;
  /** The annotated workbook of the n-th file shown. */
  readonly download: (index: number) => Promise<Uint8Array>;
  readonly clear: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Runs in the page. */
const seen = (): Seen[] => {
  const text = (parent: Element, selector: string) => parent.querySelector(selector)?.textContent ?? "";
  return [...document.querySelectorAll("#ergebnis > .file")].map((file) => ({
    name: text(file, "h2"),
    verdict: file.getAttribute("data-verdict") ?? "",
    findings: [...file.querySelectorAll(".sheet")].flatMap((sheet) =>
      [...sheet.querySelectorAll("tbody tr")].map((row) =>
        [
          text(sheet, "h3").replace(text(sheet, "h3 .counts"), "").trim(),
          ...[".cell", ".severity", ".rule b", ".message", ".found", ".expected", ".proposal"].map((part) => text(row, part)),
        ].join(" | "),
      ),
    ),
    notCheckable: [...file.querySelectorAll(".uncheckable dl > div")].flatMap((group) =>
      [...group.querySelectorAll("dd")].map((rule) => `${rule.textContent} | ${text(group, "dt")}`),
    ),
    presets: text(file, ".presets"),
  }));
};

const shown = async (page: Page, count: number) =>
  page.waitForFunction((wanted) => document.querySelectorAll("#ergebnis > .file").length === wanted && !document.querySelector("#ergebnis[aria-busy]"), count, {
    timeout: 120_000,
    polling: 20,
  });

/** Opens a page from the disk, as somebody does who was handed it. */
export const openCheckPage = async (path: string): Promise<CheckPage> => {
  const browser = await chromium.launch({
    executablePath: chromiumPath!,
    args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
  });
  const context = await browser.newContext({acceptDownloads: true});
  const [asked, faults]: [string[], string[]] = [[], []];
  context.on("request", (request) => asked.push(request.url()));
  const page = await context.newPage();
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  await page.goto(`file://${path}`);
  return {
    asked,
    faults,
    check: async (files) => {
      await page.setInputFiles(
        "#datei",
        files.map(({name, bytes}) => ({name, mimeType: "application/octet-stream", buffer: Buffer.from(bytes)})),
      );
      await shown(page, files.length);
      return page.evaluate(seen);
    },
    download: async (index) => {
      const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#ergebnis > .file").nth(index).locator(".save button").click()]);
      return new Uint8Array(await readFile(await download.path()));
    },
    clear: () => page.evaluate(() => document.querySelector("#ergebnis")!.replaceChildren()),
    close: () => browser.close(),
  };
};
