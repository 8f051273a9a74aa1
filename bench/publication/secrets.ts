import {cp, mkdtemp, rm} from "node:fs/promises";
import {readFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {buildSite} from "../../dashboards/build.ts";
import type {Desk} from "../../pipelines/jobs/intake/desk.ts";
import type {Measure} from "../proof/measure.ts";
import {onSampleState} from "../proof/sample-state.ts";
import {manifestIn} from "./attack/republish.ts";
import {gardenIn} from "./plants/garden.ts";
import {inProducts} from "./plants/in-products.ts";
import {inSite} from "./plants/in-site.ts";
import {secretlyIn} from "./secrets/in-pages.ts";
import {isPage, lookIn, type Searched, type Truth} from "./secrets/look.ts";
import {withheldLists} from "./secrets/re-summed.ts";
import {type Leaked, secretsIn} from "./secrets/secret.ts";
import {filesIn, hashOf, type House} from "./secrets/strangers.ts";

/** Files of others that are not the same by nature: data and pages. */
const others = (folders: readonly string[]) =>
  new Map(
    folders.flatMap((folder) =>
      filesIn(folder)
        .filter((file) => /\.(csv|parquet|arrow|html|svg)$/.test(file))
        .map((file) => [hashOf(readFileSync(join(folder, file))), join(folder, file)] as const),
    ),
  );
const houseOf = async ({folder, ledger}: Desk, exact: string): Promise<House> => {
  const {ledgerHead: head, policy} = await manifestIn(folder.products, "controlling");
  const lines = await ledger.read();
  const chain = new Set(lines.map(({hash}) => hash));
  const told = [...JSON.stringify(lines).matchAll(/[0-9a-f]{64}/g)].map(([hash]) => hash);
  const submissions = new Set(told.filter((hash) => hash !== policy && !/^0+$/.test(hash) && !chain.has(hash)));
  return {head, ledger: chain, submissions, others: others([...["controlling", "research", "body"].map((name) => join(folder.products, name)), exact])};
};

/** The public pages once more, from a folder that holds nothing but the public products. */
const rebuiltIn = async (products: string, scratch: string): Promise<string> => {
  await cp(join(products, "public"), join(scratch, "alone/public"), {recursive: true});
  await buildSite({products: join(scratch, "alone"), out: join(scratch, "rebuilt"), audience: "public"});
  return join(scratch, "rebuilt");
};
const truthOf = async (desk: Desk, scratch: string): Promise<Truth> => {
  const {products} = desk.folder;
  const exact = join(scratch, "exact");
  await buildSite({products, out: exact, audience: "controlling"});
  return {
    secrets: await secretsIn(products),
    secretly: await secretlyIn(products),
    rebuilt: await rebuiltIn(products, scratch),
    exact,
    house: await houseOf(desk, exact),
  };
};

type Planted = {readonly by: string; readonly file: string};
/** Plants every kind of leak into a copy and looks: what was missed, and what was named beside. */
const plantedIn = async ({products, site}: Searched, truth: Truth, scratch: string) => {
  const copy: Searched = {products: join(scratch, "planted/products"), site: join(scratch, "planted/site")};
  await cp(join(products, "public"), join(copy.products, "public"), {recursive: true});
  await cp(site, copy.site, {recursive: true});
  const garden = gardenIn(copy, truth);
  const planted: Planted[] = [];
  const placeless: string[] = [];
  for (const [by, plant] of [...inProducts, ...inSite]) {
    const file = await plant(garden);
    if (file === undefined) placeless.push(by);
    else planted.push({by, file});
  }
  const found = await lookIn(copy, truth);
  const isFound = ({by, file}: Planted) => found.some((leak) => leak.by === by && leak.file === file);
  return {
    planted,
    placeless,
    missed: planted.filter((each) => !isFound(each)),
    besides: found.filter(({file}) => !planted.some((each) => each.file === file)),
  };
};

const told = ({by, file, what}: Leaked) => `${by}: ${file}, ${what}`;
const listsIn = (site: string) =>
  filesIn(site)
    .filter((file) => isPage(file) && !file.endsWith(".svg"))
    .reduce((sum, file) => sum + withheldLists(file, readFileSync(join(site, file), "utf8")), 0);

/** Nothing the public gets holds a number it must not see: every one looked up by its key in every file, and pages made of public products alone. */
export const secrets: Measure = ({size, seed}) =>
  onSampleState(size, seed, async (desk) => {
    const searched: Searched = {products: desk.desk.folder.products, site: desk.desk.folder.site};
    const scratch = await mkdtemp(join(tmpdir(), "kim-secrets-"));
    try {
      await buildSite({products: searched.products, out: searched.site, audience: "public"});
      const truth = await truthOf(desk.desk, scratch);
      const leaks = await lookIn(searched, truth);
      const {planted, placeless, missed, besides} = await plantedIn(searched, truth, scratch);
      const withheld = truth.secrets.filter(({shown}) => shown === null).length;
      const files = filesIn(searched.site).length + filesIn(join(searched.products, "public")).length;
      return {
        ok: leaks.length === 0 && withheld > 0 && planted.length > 0 && placeless.length === 0 && missed.length === 0 && besides.length === 0,
        figure: `${truth.secrets.length} geheime Zahlen (${withheld} gesperrt) in ${files} Dateien gesucht, ${leaks.length} gefunden; ${planted.length - missed.length} von ${planted.length} versteckten Lecks gefunden`,
        lines: [
          `${truth.secretly.size} Stellen von Zahlen auf Seiten, ${listsIn(searched.site)} Listen mit Gesperrtem nachgerechnet; die Seiten sind Byte für Byte die aus den öffentlichen Produkten allein`,
          ...leaks.slice(0, 20).map(told),
          ...missed.map(({by, file}) => `NICHT GEFUNDEN: ${by} in ${file}`),
          ...placeless.map((by) => `KEIN PLATZ: ${by}`),
          ...besides.slice(0, 5).map((leak) => `ZU UNRECHT: ${told(leak)}`),
        ],
      };
    } finally {
      await rm(scratch, {recursive: true, force: true});
    }
  });
