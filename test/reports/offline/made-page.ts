import {existsSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {delimiter, join} from "node:path";
import {type Browser, type BrowserContextOptions, chromium, type Page} from "playwright-core";
import {offlinePage} from "../../../reports/build.ts";
import {knownKey} from "../../pipelines/check/presets/signed.ts";

export const facts = {keys: [knownKey], engine: "0123456789abcdef", madeOn: "2026-01-05"};
const folder = mkdtempSync(join(tmpdir(), "kim-offline-"));
export const removeMade = () => rmSync(folder, {recursive: true, force: true});

/** The page on the disk, made once for a test file. */
export const madePage = async () => {
  const path = join(folder, "pruefung.html");
  const text = await offlinePage(facts);
  writeFileSync(path, text);
  return {path, text};
};

/** Found as a shell finds it: where programs are out of reach, the browser is not there either. */
export const chromiumPath = (process.env["PATH"] ?? "")
  .split(delimiter)
  .map((each) => join(each, "chromium"))
  .find((path) => existsSync(path));
export const launch = () =>
  chromium.launch({executablePath: chromiumPath!, args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]});

/** The page opened from the disk, with everything it asks of anybody and every complaint. */
export const openPage = async (
  browser: Browser,
  path: string,
  options: BrowserContextOptions = {},
  prepare: (page: Page) => Promise<unknown> = async () => undefined,
) => {
  const context = await browser.newContext({acceptDownloads: true, ...options});
  const heard: string[] = [];
  context.on("request", (request) => heard.push(request.url()));
  const page = await context.newPage();
  page.on("pageerror", (error) => heard.push(`fault: ${error.message}`));
  await prepare(page);
  await page.goto(`file://${path}`);
  return {page, heard: () => heard.filter((each) => each !== `file://${path}` && !each.startsWith("blob:null/")), close: () => context.close()};
};
export const file = (name: string, bytes: Uint8Array) => ({name, mimeType: "application/octet-stream", buffer: Buffer.from(bytes)});
/** Waits until this many files were looked at and nothing is going on any more. */
export const checked = (page: Page, count = 1) =>
  page.waitForFunction((wanted) => document.querySelectorAll("#ergebnis > .file").length === wanted && !document.querySelector("#ergebnis[aria-busy]"), count);
