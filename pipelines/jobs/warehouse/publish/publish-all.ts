import {join} from "node:path";
import {tablesFor} from "../../../../schemas/disclosure/audience-tables.ts";
import type {Audience} from "../../../../schemas/flow.ts";
import type {ListedProduct} from "../../../../schemas/products.ts";
import {allEnded} from "../../../effects/all-ended.ts";
import {openWarehouse} from "../../../effects/warehouse.ts";
import {codebook} from "../../../export/codebook.ts";
import type {Published} from "../../../export/edition.ts";
import {productSchema} from "../../../export/product-schema.ts";
import type {Protection} from "../../../protect/publish/for-public.ts";
import type {Marts} from "../../../protect/publish/slots.ts";
import {sealFor, sealForBody} from "../../../protect/seal.ts";
import {type Target, writeProduct} from "./write-products.ts";

const json = (value: unknown) => `${JSON.stringify(value, null, 1)}\n`;
const writeCodebook = ({folder, files, edition}: Target, audience: Audience): Promise<void> =>
  files.write(join(folder, audience, "codebook.json"), json(codebook(audience, edition)), false);

const writeAll = async (target: Target, audience: Audience, sealed: readonly Published[]): Promise<ListedProduct[]> => {
  const products: ListedProduct[] = [];
  for (const each of sealed) products.push(await writeProduct(target, each));
  for (const table of tablesFor(audience))
    await target.files.write(join(target.folder, audience, "schema", `${table.name}.schema.json`), json(productSchema(table)), false);
  await writeCodebook(target, audience);
  return products;
};
/** A folder for each body of which a return counts. */
const writeBodies = async (target: Target, marts: Marts, reporting: ReadonlySet<string>): Promise<ListedProduct[]> => {
  const products: ListedProduct[] = [];
  for (const key of [...reporting].toSorted()) products.push(...(await allEnded(sealForBody(key, marts).map((each) => writeProduct(target, each, key)))));
  await writeCodebook(target, "body");
  return products;
};

const withScratch = async <T>(target: Omit<Target, "scratch">, write: (into: Target) => Promise<T>): Promise<T> => {
  const scratch = await openWarehouse();
  return write({...target, scratch}).finally(scratch.close);
};

/** What those get who see exact numbers. `reporting`: bodies of which a return counts. */
export type ExactProducts = Readonly<Record<Exclude<Audience, "public">, readonly ListedProduct[]>>;
export const publishExact = (marts: Marts, reporting: ReadonlySet<string>, target: Omit<Target, "scratch">): Promise<ExactProducts> =>
  withScratch(target, async (into) => ({
    controlling: await writeAll(into, "controlling", sealFor("controlling", marts, 0).published),
    research: await writeAll(into, "research", sealFor("research", marts, 0).published),
    body: await writeBodies(into, marts, reporting),
  }));

/** What the public gets, and how its numbers were kept safe. */
export type PublicProducts = {readonly products: readonly ListedProduct[]; readonly protection: Protection};
/** `seed`: where disclosure control may choose between equally good cells; `fallen`: numbers that an attack had back. */
export const publishPublic = (marts: Marts, seed: number, fallen: ReadonlySet<string>, target: Omit<Target, "scratch">): Promise<PublicProducts> =>
  withScratch(target, async (into) => {
    const {published, protection} = sealFor("public", marts, seed, fallen);
    return {products: await writeAll(into, "public", published), protection: protection!};
  });
