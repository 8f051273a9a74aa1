import {basename, dirname, join} from "node:path";
import {strangeNumbers} from "../../../attack/files/about-files.ts";
import type {Leak} from "../../../attack/files/leak.ts";
import type {Files} from "../../../effects/files.ts";
import {changedFiles, findManifest} from "../../warehouse/manifest.ts";
import {filesBelow, tableIn} from "./find-published.ts";

/** What may lie beside the tables of the public, and on its pages. */
const descriptions = /^(manifest\.json|codebook\.json|schema\/[a-z_]+\.schema\.json)$/;
const pages = /^([^/]+\/)?([a-z0-9-]+\.html|csv\/[a-z0-9-]+\.csv|svg\/[a-z0-9-]+\.svg)$/;
const assets = /^assets\/([a-z]+\.css|NOTICE\.txt|fonts\/[A-Za-z-]+\.woff2)$/;

const strange = (file: string): Leak => ({
  kind: "plan",
  file,
  table: "",
  cell: "die ganze Datei",
  found: "eine Datei, die der Plan nicht hat",
  expected: "nur Dateien des Plans",
});

const described = async (files: Files, path: string, called: string): Promise<Leak[]> => {
  const text = new TextDecoder().decode((await files.read(path)) ?? new Uint8Array());
  try {
    return strangeNumbers(JSON.parse(text), called);
  } catch {
    return [{...strange(called), kind: "metadata", found: "kein JSON", expected: "die Beschreibung, die der Aufbau geschrieben hat"}];
  }
};
/** Where a manifest lies beside the products, they are those it names. */
const changed = async (files: Files, folder: string, called: string): Promise<Leak[]> => {
  const found = await findManifest(files, dirname(folder), "public");
  const differ = (path: string): Leak => ({
    ...strange(`${called}${path}`),
    kind: "format",
    found: "andere Bytes",
    expected: "die Bytes, die das Manifest nennt",
  });
  if (basename(folder) !== "public" || found.state === "missing") return [];
  if (found.state === "changed") return [differ("manifest.json")];
  return (await changedFiles(files, dirname(folder), found.manifest)).map((path) => differ(path.slice("public/".length)));
};

/** Files of a product folder that are no product of the plan, and descriptions that hold numbers they should not. */
export const strangeProducts = async (files: Files, folder: string, called: string): Promise<Leak[]> => {
  const paths = await filesBelow(files, folder);
  const unknown = paths.filter((path) => !descriptions.test(path) && (path.includes("/") || tableIn(path) === null));
  const told = await Promise.all(paths.filter((path) => descriptions.test(path)).map((path) => described(files, join(folder, path), `${called}${path}`)));
  return [...(await changed(files, folder, called)), ...unknown.map((path) => strange(`${called}${path}`)), ...told.flat()];
};

/** Files of a site that are no page, no picture, no download and nothing that makes it look well; the products below `data/` are read as products. */
export const strangePages = async (files: Files, folder: string, called: string): Promise<Leak[]> =>
  (await filesBelow(files, folder))
    .filter((path) => !path.startsWith("data/") && !pages.test(path) && !assets.test(path))
    .map((path) => strange(`${called}${path}`));
