import type {DataFolder} from "../../../effects/data-folder.ts";
import type {Files} from "../../../effects/files.ts";
import type {Log} from "../../../effects/log.ts";
import {noProducts} from "../../../effects/refusal.ts";
import {attackBeside} from "../../release/attack/beside/attack-beside.ts";
import type {Attack} from "../../release/attack/attack-folder.ts";
import {isIntact, readManifest} from "../manifest.ts";
import {certify} from "./certify.ts";

/**
 * Before the public sees anything: its products are byte for byte those the build attacked in all half-years; else they are attacked now.
 * @throws Breached with every number that somebody could have back; Refusal without products
 */
export const insistCertified = async (
  place: {readonly files: Files; readonly folder: DataFolder; readonly log: Log},
  attack: Attack = attackBeside(),
): Promise<void> => {
  const {files, folder} = place;
  const manifest = await readManifest(files, folder.products, "public");
  if (manifest === null) throw noProducts("public");
  const attacked = manifest.protection !== null && (await isIntact(files, folder.products, manifest));
  if (!attacked) await certify(place, folder.products, manifest.protection?.methods ?? {}, attack);
};
