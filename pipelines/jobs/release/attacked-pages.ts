import {basename, join} from "node:path";
import type {DataFolder} from "../../effects/data-folder.ts";
import type {Files} from "../../effects/files.ts";
import {openFolder} from "../../effects/folder.ts";
import {Breached} from "../warehouse/publish/breached.ts";
import {pageLeaks} from "./attack/attack-site.ts";

type Build = (out: string) => Promise<{pages: number; start: string}>;

/**
 * Writes the pages of the public beside the old ones, attacks them, and only then lets them take their place.
 * @throws Breached with what a page tells beyond the public products; then the old pages stay
 */
export const attackedPages = async (
  {files, folder}: {readonly files: Files; readonly folder: DataFolder},
  build: Build,
): Promise<{pages: number; start: string}> => {
  const disk = openFolder(folder.root);
  const [now, checked, old] = [basename(folder.site), `${basename(folder.site)}.checked`, `${basename(folder.site)}.old`];
  for (const left of [checked, old]) await disk.remove(left);
  const written = async () => {
    const {pages} = await build(join(folder.root, checked));
    const leaks = await pageLeaks(files, folder.root, join(folder.products, "public"), join(folder.root, checked));
    if (leaks.length > 0) throw new Breached({breaches: [], leaks});
    return pages;
  };
  const pages = await written().catch(async (error: unknown) => {
    // Half a site is never shown, and on a full disk it takes the room that others need.
    await disk.remove(checked);
    throw error;
  });
  if ((await disk.files(now)).length > 0) await disk.move(now, old);
  await disk.remove(now);
  await disk.move(checked, now);
  await disk.remove(old);
  return {pages, start: join(folder.site, "index.html")};
};
