import {CFB} from "@e965/xlsx";
import type {Remark} from "../../../schemas/flow.ts";
import {carriedThings} from "./package.ts";
import {instead, refuse} from "./refused.ts";
import type {Container} from "../slim/slim-xls.ts";

/** Names of streams in a compound file, in the words carriedThings knows. */
const renamed = (path: string) =>
  path
    .replace(/^.*?\//, "")
    .replace(/^_VBA_PROJECT(?:_CUR)?\/.*/i, "vbaProject.bin")
    .replace(/^MBD[0-9A-F]+\/.*/, "xl/embeddings/oleObject.bin")
    .replace(/^Ctls$/, "xl/activeX/activeX.bin");

/** A compound file taken apart, with what it carries beside cells. */
export type Compound = {readonly container: Container; readonly remarks: readonly Remark[]};
/** Looks into a compound file: an old workbook, an encrypted new one, or something else. @throws Refused */
export const inspectOle = (bytes: Uint8Array): Compound => {
  const container: Container = CFB.read(bytes, {type: "array"});
  const paths = container.FullPaths;
  const has = (name: string) => paths.some((path) => path.toLowerCase().endsWith(`/${name}`));
  if (has("encryptedpackage") || has("encryptioninfo")) refuse("mit einem Kennwort verschlüsselt", instead.withoutPassword);
  if (!has("workbook") && !has("book")) refuse("keine Excel-Datei", instead.workbook);
  return {container, remarks: carriedThings({names: paths.map(renamed), parts: new Map()})};
};
