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

/** Places of the ledger that products and releases name: what was published must still be in it. A manifest nobody wrote since is read once. */
export const openHeads = ({files, folder}: {readonly files: Files; readonly folder: DataFolder}): (() => Promise<LedgerHead[]>) => {
  const read = new Map<string, {readonly stamp: string; readonly heads: LedgerHead[]}>();
  const headsIn = async (path: string): Promise<LedgerHead[]> => {
    const stamp = (await files.stamp(path))?.stamp ?? "";
    const before = read.get(path);
    if (before?.stamp === stamp) return before.heads;
    const heads = headOf(await files.read(path));
    read.set(path, {stamp, heads});
    return heads;
  };
  return async () => {
    const heads = (await Promise.all((await manifestsIn(files, folder)).map(headsIn))).flat();
    return [...new Map(heads.map((head) => [`${head.seq} ${head.hash}`, head])).values()];
  };
};
