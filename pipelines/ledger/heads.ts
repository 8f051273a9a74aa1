import {join} from "node:path";
import {z} from "zod";
import type {LedgerHead} from "../../schemas/events.ts";
import type {DataFolder} from "../effects/data-folder.ts";
import type {Files} from "../effects/files.ts";

const named = z.object({ledgerSeq: z.int().min(1), ledgerHead: z.string()});
const isManifest = /^(products|releases\/[^/]+\/products)\/[^/]+\/manifest\.json$/;
const audiences = ["controlling", "research", "public", "body"];

/** A manifest that cannot be read bears witness to nothing; whoever reads the products says that it is damaged. */
const headOf = (bytes: Uint8Array | null): LedgerHead[] => {
  try {
    const {ledgerSeq: seq, ledgerHead: hash} = named.parse(JSON.parse(new TextDecoder().decode(bytes ?? new Uint8Array())));
    return [{seq, hash}];
  } catch {
    return [];
  }
};

const manifestsIn = async (files: Files, {root, products, releases}: DataFolder): Promise<string[]> => {
  const released = ((await files.list(releases)) ?? []).filter((path) => isManifest.test(path.slice(root.length + 1).replaceAll("\\", "/")));
  return [...audiences.map((audience) => join(products, audience, "manifest.json")), ...released];
};

/** Places of the ledger that products and releases name: what was published must still be in it. */
export const publishedHeads = async ({files, folder}: {readonly files: Files; readonly folder: DataFolder}): Promise<LedgerHead[]> => {
  const paths = await manifestsIn(files, folder);
  const heads = (await Promise.all(paths.map((path) => files.read(path)))).flatMap(headOf);
  return [...new Map(heads.map((head) => [`${head.seq} ${head.hash}`, head])).values()];
};
