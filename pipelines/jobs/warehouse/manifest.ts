import {join} from "node:path";
import type {LedgerHead} from "../../../schemas/events.ts";
import type {Audience} from "../../../schemas/flow.ts";
import type {Manifest} from "../../../schemas/products.ts";
import {rules} from "../../../schemas/rules/registry.ts";
import type {DataFolder} from "../../effects/data-folder.ts";
import type {Files} from "../../effects/files.ts";
import {sha256Of} from "../../effects/store.ts";
import type {SqlRow, Warehouse} from "../../effects/warehouse.ts";

/** What the products of all audiences say alike. */
export type CommonManifest = Omit<Manifest, "audience" | "protection" | "products">;
type Told = Omit<CommonManifest, "schema" | "contentHash" | "halfYears" | "inputs" | "rules">;

const halfYearsSql = "select half_year, count(*)::integer as due, count(submission)::integer as counted from staging.due group by all order by half_year";
const inputsSql = "select submission, body, half_year from staging.submission where counts order by half_year, body";

/** The newest half-year is provisional as long as returns are missing; earlier ones are closed by the next. */
const halfYearEntries = (rows: readonly SqlRow[]): Manifest["halfYears"] =>
  rows.map(({half_year, due, counted}, index) => ({
    halfYear: half_year as string,
    provisional: index === rows.length - 1 && counted !== due,
    due: due as number,
    counted: counted as number,
  }));

/** What the products of a build say about themselves: inputs, rules, and how complete each half-year is. */
export const manifestOf = async (warehouse: Warehouse, told: Told): Promise<Omit<CommonManifest, "contentHash">> => ({
  schema: 1,
  ...told,
  halfYears: halfYearEntries(await warehouse.rows(halfYearsSql)),
  inputs: (await warehouse.rows(inputsSql)).map(({submission, body, half_year}) => ({
    sha256: submission as string,
    body: body as string,
    halfYear: half_year as string,
  })),
  rules: rules.map(({id}) => id),
});

/** Who may know the hashes of returns: they let one test what a file says. */
const knowsInputs: readonly Audience[] = ["controlling", "research"];
/** The manifest of an audience. */
export const manifestFor = (audience: Audience, common: CommonManifest, products: Manifest["products"], protection: Manifest["protection"]): Manifest => ({
  ...common,
  audience,
  inputs: knowsInputs.includes(audience) ? common.inputs : [],
  protection,
  products,
});

const manifestPath = (products: string, audience: Audience) => join(products, audience, "manifest.json");
/** Written last: products without a manifest are not finished. */
export const writeManifest = (files: Files, products: string, manifest: Manifest): Promise<void> =>
  files.write(manifestPath(products, manifest.audience), `${JSON.stringify(manifest, null, 1)}\n`, true);
export const readManifest = async (files: Files, products: string, audience: Audience): Promise<Manifest | null> => {
  const bytes = await files.read(manifestPath(products, audience));
  return bytes && (JSON.parse(new TextDecoder().decode(bytes)) as Manifest);
};

/** In the order in which they are made. */
export const madeFor: readonly Audience[] = ["controlling", "research", "public", "body"];
/** Places of the ledger that products name: what was published must still be in it. */
export const publishedHeads = async ({files, folder}: {files: Files; folder: DataFolder}): Promise<LedgerHead[]> => {
  const manifests = await Promise.all(madeFor.map((audience) => readManifest(files, folder.products, audience)));
  const heads = new Map(manifests.flatMap((manifest) => (manifest === null || manifest.ledgerSeq === 0 ? [] : [[manifest.ledgerHead, manifest.ledgerSeq]])));
  return [...heads].map(([hash, seq]) => ({seq, hash}));
};

/** So many files are read at a time: enough to keep the disk busy, few enough for memory. */
const atOnce = 64;
/** Whether every file of the products is there, byte for byte. */
export const isIntact = async (files: Files, products: string, manifest: Manifest): Promise<boolean> => {
  const listed = manifest.products.flatMap((product) => product.files);
  const isSame = async ({path, sha256}: (typeof listed)[number]) => sha256 === sha256Of((await files.read(join(products, path))) ?? "");
  for (let from = 0; from < listed.length; from += atOnce) if ((await Promise.all(listed.slice(from, from + atOnce).map(isSame))).includes(false)) return false;
  return true;
};
