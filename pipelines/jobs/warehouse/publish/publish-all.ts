import {join} from "node:path";
import {tablesFor} from "../../../../schemas/disclosure/audience-tables.ts";
import type {Audience} from "../../../../schemas/flow.ts";
import type {ListedProduct} from "../../../../schemas/products.ts";
import {openWarehouse} from "../../../effects/warehouse.ts";
import {codebook} from "../../../export/codebook.ts";
import type {Published} from "../../../export/edition.ts";
import {productSchema} from "../../../export/product-schema.ts";
import type {Protection} from "../../../protect/publish/for-public.ts";
import type {Marts} from "../../../protect/publish/slots.ts";
import {sealFor, sealForBody} from "../../../protect/seal.ts";
import {type Target, writeProduct} from "./write-products.ts";

/** What was written for each audience, and how the public numbers were kept safe. */
export type PublishedAll = {readonly products: Readonly<Record<Audience, readonly ListedProduct[]>>; readonly protection: Protection};

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
  for (const key of [...reporting].toSorted()) products.push(...(await Promise.all(sealForBody(key, marts).map((each) => writeProduct(target, each, key)))));
  await writeCodebook(target, "body");
  return products;
};

/** `seed`: for disclosure control, where it may choose between equally good cells. `reporting`: bodies of which a return counts. */
export type Choice = {readonly seed: number; readonly reporting: ReadonlySet<string>};
/** Writes what every audience may see of the marts. */
export const publishAll = async (marts: Marts, {seed, reporting}: Choice, target: Omit<Target, "scratch">): Promise<PublishedAll> => {
  const scratch = await openWarehouse();
  const into = {...target, scratch};
  try {
    const exact = (audience: "controlling" | "research") => writeAll(into, audience, sealFor(audience, marts, seed).published);
    const {published, protection} = sealFor("public", marts, seed);
    const products = {
      controlling: await exact("controlling"),
      research: await exact("research"),
      public: await writeAll(into, "public", published),
      body: await writeBodies(into, marts, reporting),
    };
    return {products, protection: protection!};
  } finally {
    scratch.close();
  }
};
