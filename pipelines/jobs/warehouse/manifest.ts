import {join, resolve} from "node:path";
import type {Audience} from "../../../schemas/flow.ts";
import type {Manifest} from "../../../schemas/products.ts";
import {rules} from "../../../schemas/rules/registry.ts";
import type {DataFolder} from "../../effects/data-folder.ts";
import type {Files} from "../../effects/files.ts";
import {noProducts, Refusal} from "../../effects/refusal.ts";
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
const checksumOf = (manifest: Manifest) => sha256Of(JSON.stringify(manifest));

/** Codebook and schemas: all that lies in the folder of an audience beside its tables. */
const documentsOf = async (files: Files, products: string, {audience, products: listed}: Manifest) => {
  const tables = new Set(["manifest.json", ...listed.flatMap((product) => product.files.map(({path}) => path.slice(audience.length + 1)))]);
  const root = resolve(products);
  const paths = ((await files.list(join(root, audience))) ?? []).map((path) => path.slice(root.length + 1).replaceAll("\\", "/"));
  const others = paths.filter((path) => !tables.has(path.slice(audience.length + 1)));
  return Promise.all(others.map(async (path) => ({path, sha256: sha256Of((await files.read(join(root, path))) ?? "")})));
};
/** Written last: products without a manifest are not finished. */
export const writeManifest = async (files: Files, products: string, manifest: Manifest): Promise<void> => {
  const whole = {...manifest, documents: await documentsOf(files, products, manifest)};
  await files.write(manifestPath(products, manifest.audience), `${JSON.stringify({...whole, checksum: checksumOf(whole)}, null, 1)}\n`, true);
};

/** What a manifest file says; `changed`: it is not what was written there. */
export type FoundManifest = {readonly state: "sound"; readonly manifest: Manifest} | {readonly state: "missing"} | {readonly state: "changed"};
export const findManifest = async (files: Files, products: string, audience: Audience): Promise<FoundManifest> => {
  const bytes = await files.read(manifestPath(products, audience));
  if (bytes === null) return {state: "missing"};
  try {
    const {checksum, ...manifest} = JSON.parse(new TextDecoder().decode(bytes)) as Manifest & {checksum?: string};
    return checksum === checksumOf(manifest) ? {state: "sound", manifest} : {state: "changed"};
  } catch {
    return {state: "changed"};
  }
};

/** In the order in which they are made. */
export const madeFor: readonly Audience[] = ["controlling", "research", "public", "body"];
/** So many files are read at a time: enough to keep the disk busy, few enough for memory. */
const atOnce = 64;
/** Files of the products that are missing or not those that were written, by path below products/. */
export const changedFiles = async (files: Files, products: string, {products: made, documents = []}: Manifest): Promise<string[]> => {
  const listed = [...made.flatMap((product) => product.files), ...documents];
  const changed: string[] = [];
  for (let from = 0; from < listed.length; from += atOnce) {
    const some = listed.slice(from, from + atOnce);
    const hashes = await Promise.all(some.map(async ({path}) => sha256Of((await files.read(join(products, path))) ?? "")));
    changed.push(...some.filter(({sha256}, i) => sha256 !== hashes[i]).map(({path}) => path));
  }
  return changed;
};
export const isIntact = async (files: Files, products: string, manifest: Manifest): Promise<boolean> =>
  (await changedFiles(files, products, manifest)).length === 0;

/** A few names, and how many more there are. */
export const fewOf = (names: readonly string[], most = 5): string =>
  `${names.slice(0, most).join(", ")}${names.length > most ? ` und ${names.length - most} weitere` : ""}`;
const damaged = (changed: readonly string[]) =>
  new Refusal(
    `Datenprodukte fehlen oder sind nicht mehr die, die aufgebaut wurden: ${fewOf(changed.map((path) => `products/${path}`))}. Erwartet ist, was im Manifest steht. Bitte „./kim build“ ausführen; dabei werden sie neu geschrieben.`,
    1,
  );
type Place = {readonly files: Files; readonly folder: DataFolder};
/** The manifest of an audience, if it is as it was written. @throws Refusal if it was changed; or if there are none */
export const readManifest = async ({files, folder}: Place, audience: Audience): Promise<Manifest> => {
  const found = await findManifest(files, folder.products, audience);
  if (found.state === "missing") throw noProducts(audience);
  if (found.state === "changed") throw damaged([`${audience}/manifest.json`]);
  return found.manifest;
};
/** The same, and its products byte for byte as they were built: comes before anybody reads them. @throws Refusal (exit 1) with what is not */
export const soundProducts = async (place: Place, audience: Audience): Promise<Manifest> => {
  const manifest = await readManifest(place, audience);
  const changed = await changedFiles(place.files, place.folder.products, manifest);
  if (changed.length > 0) throw damaged(changed);
  return manifest;
};
