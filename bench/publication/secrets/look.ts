import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {audiences} from "../../../schemas/disclosure.ts";
import {tablesFor} from "../../../schemas/disclosure/audience-tables.ts";
import {manifestIn} from "../attack/republish.ts";
import {leakedFromExact} from "./beside-exact.ts";
import {leakedInFiles} from "./in-files.ts";
import {leakedAtPlaces, type Secretly} from "./in-pages.ts";
import {leakedBySums} from "./re-summed.ts";
import {bareNumbers, type Leaked, type Secret} from "./secret.ts";
import {filesIn, type House, strangersIn} from "./strangers.ts";

/** What is true and what the public should see; only the measure knows both. `rebuilt`: the public pages made of public products alone; `exact`: those of the controlling. */
export type Truth = {readonly secrets: readonly Secret[]; readonly secretly: Secretly; readonly rebuilt: string; readonly exact: string; readonly house: House};
/** What is searched: products (the public ones lie below) and pages. */
export type Searched = {readonly products: string; readonly site: string};

const textIn = (folder: string, file: string) => (existsSync(join(folder, file)) ? readFileSync(join(folder, file), "utf8") : "");
export const isPage = (file: string): boolean => /\.(html|csv|svg)$/.test(file) && !file.startsWith("data/");

const inPage = (file: string, site: string, {rebuilt, exact, secretly}: Truth): Leaked[] => {
  const texts = {site: textIn(site, file), rebuilt: textIn(rebuilt, file), exact: textIn(exact, file)};
  return [
    ...(file.endsWith(".html") ? leakedAtPlaces(file, texts.site, secretly) : []),
    ...leakedFromExact(file, texts),
    ...leakedBySums(file, texts.site, texts.exact),
  ];
};
/** Public products alone give these bytes and no others. */
const otherBytes = (site: string, rebuilt: string): Leaked[] =>
  filesIn(site)
    .filter((file) => !existsSync(join(rebuilt, file)) || !readFileSync(join(site, file)).equals(readFileSync(join(rebuilt, file))))
    .map((file) => ({by: "nicht aus öffentlichen Produkten", file, what: "andere Bytes"}));

const below = (folder: string, leaks: readonly Leaked[]) => leaks.map((leak) => ({...leak, file: `${folder}/${leak.file}`}));
/** Looks for every secret in every public file, and for what has no business there. */
export const lookIn = async ({products, site}: Searched, truth: Truth): Promise<Leaked[]> => {
  const folder = join(products, "public");
  const {protection} = await manifestIn(products, "public");
  const tables = tablesFor("public").map(({name}) => name);
  const threshold = BigInt(audiences.public.policy.threshold);
  return [
    ...below("products/public", [
      ...(await bareNumbers(products, protection!.methods, threshold)),
      ...(await leakedInFiles(folder, truth.secrets, tables)),
      ...strangersIn(folder, truth.house),
    ]),
    ...below("site", [
      ...filesIn(site)
        .filter(isPage)
        .flatMap((file) => inPage(file, site, truth)),
      ...otherBytes(site, truth.rebuilt),
      ...strangersIn(site, truth.house),
    ]),
  ];
};
