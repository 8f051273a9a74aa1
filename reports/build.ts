import {createHash} from "node:crypto";
import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {rolldown} from "rolldown";
import type {Facts} from "./offline/facts.ts";
import {packed} from "./offline/page/packed.ts";
import {shell} from "./offline/shell.ts";
import {plainRules} from "./offline/style/plain-rules.ts";

const house = join(import.meta.dirname, "..");
const text = (...path: readonly string[]) => readFileSync(join(house, ...path), "utf8");

type Bundle = {readonly code: string; readonly packages: readonly string[]};
/** Packages a bundle took something from, by name. */
const packagesIn = (modules: readonly string[]) => [
  ...new Set(modules.flatMap((path) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path.replaceAll("\\", "/"))?.[1] ?? [])),
];
/** One classic script without imports. The same sources give the same text. */
const bundled = async (entry: string): Promise<Bundle> => {
  const made = await rolldown({input: join(import.meta.dirname, "offline", entry), cwd: house, platform: "browser", logLevel: "silent"});
  const {output} = await made.generate({format: "iife", minify: true});
  await made.close();
  return {code: output[0].code, packages: packagesIn(output[0].moduleIds)};
};

const kern = (path: string) => fileURLToPath(import.meta.resolve(`@kern-ux/native/dist/${path}`));
/** What the dashboards look like; our cuts of the font are put in place of the files they lie in there. */
const styles = (): string => {
  const inPlace = (css: string) =>
    css.replace(
      /url\("(fonts\/[^"]+)"\)/g,
      (_, path: string) => `url("data:font/woff2;base64,${readFileSync(kern(path.replace("fonts/", "fonts/fira-sans/"))).toString("base64")}")`,
    );
  return [
    plainRules(readFileSync(kern("kern.min.css"), "utf8")),
    inPlace(text("dashboards/style/tokens.css")),
    text("dashboards/style/site.css"),
    `@media print {${text("dashboards/style/print.css")}}`,
    text("reports/offline/style/page.css"),
  ].join("\n");
};

const licenceOf = (name: string): string => {
  const folder = join(house, "node_modules", name);
  const {version, license} = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {version: string; license: string};
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  return `${name} ${version} (${license})\n\n${file === undefined || !existsSync(join(folder, file)) ? "" : readFileSync(join(folder, file), "utf8")}`;
};
const licences = (packages: readonly string[]) => [text("NOTICE"), ...packages.toSorted().map(licenceOf)].join(`\n\n${"-".repeat(80)}\n\n`);

const hashOf = (part: string) => `'sha256-${createHash("sha256").update(part).digest("base64")}'`;
/** Nothing may be asked of anybody; only this script and this style count, and the engine that the script starts. */
const policyOf = (script: string, style: string) =>
  `default-src 'none'; script-src ${hashOf(script)}; style-src ${hashOf(style)}; font-src data:; img-src data:; worker-src blob:; base-uri 'none'; form-action 'none'`;

/** The offline check page as one HTML text: engine, rules and public keys, nothing of any return. The same facts give the same bytes. */
export const offlinePage = async (facts: Facts): Promise<string> => {
  const [page, engine] = await Promise.all([bundled("page/main.ts"), bundled("engine.ts")]);
  const [script, style] = [page.code.replaceAll("</script", "<\\/script"), styles()];
  return shell(
    {
      style,
      script,
      engine: packed.close(engine.code),
      licences: licences([...new Set([...page.packages, ...engine.packages])]),
      policy: policyOf(script, style),
    },
    facts,
  );
};
