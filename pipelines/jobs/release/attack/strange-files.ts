import {join} from "node:path";
import {strangeNumbers} from "../../../attack/files/about-files.ts";
import type {Leak} from "../../../attack/files/leak.ts";
import type {Files} from "../../../effects/files.ts";
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

/** Files of a product folder that are no product of the plan, and descriptions that hold numbers they should not. */
export const strangeProducts = async (files: Files, folder: string, called: string): Promise<Leak[]> => {
  const paths = await filesBelow(files, folder);
  const unknown = paths.filter((path) => !descriptions.test(path) && (path.includes("/") || tableIn(path) === null));
  const told = await Promise.all(
    paths
      .filter((path) => descriptions.test(path))
      .map(async (path) => strangeNumbers(JSON.parse(new TextDecoder().decode((await files.read(join(folder, path)))!)), `${called}${path}`)),
  );
  return [...unknown.map((path) => strange(`${called}${path}`)), ...told.flat()];
};

/** Files of a site that are no page, no picture, no download and nothing that makes it look well; the products below `data/` are read as products. */
export const strangePages = async (files: Files, folder: string, called: string): Promise<Leak[]> =>
  (await filesBelow(files, folder))
    .filter((path) => !path.startsWith("data/") && !pages.test(path) && !assets.test(path))
    .map((path) => strange(`${called}${path}`));
