import {basename} from "node:path";
import type {DataFolder} from "../../../effects/data-folder.ts";
import type {Folder} from "../../../effects/folder.ts";

const names = ({products}: DataFolder) => ({now: basename(products), next: `${basename(products)}.next`, old: `${basename(products)}.old`});

/** Where products are written until they are whole and attacked. */
export const nextProducts = ({products}: DataFolder): string => `${products}.next`;
/** Takes away what an earlier build left unfinished, and puts back what it had set aside. */
export const clearNext = async (disk: Folder, folder: DataFolder): Promise<void> => {
  const {now, next, old} = names(folder);
  await disk.remove(next);
  if ((await disk.files(now)).length === 0 && (await disk.files(old)).length > 0) {
    await disk.remove(now);
    await disk.move(old, now);
  }
};
/** The products that are whole take the place of the old ones, all at once. Killed between, the next build puts the old ones back. */
export const swapProducts = async (disk: Folder, folder: DataFolder): Promise<void> => {
  const {now, next, old} = names(folder);
  await disk.remove(old);
  if ((await disk.files(now)).length > 0) await disk.move(now, old);
  await disk.remove(now);
  await disk.move(next, now);
  await disk.remove(old);
};
