import {csvRows} from "../files/csv-rows.ts";
import type {Leak} from "../files/leak.ts";
import {otherThanTable, strangeInFile, strangeInPicture} from "./pictures.ts";
import {misplaced, type Shelf} from "./placed-numbers.ts";
import {givenAwayBySums} from "./re-summed.ts";
import {type Page, type Picture, readPage, readPicture} from "./read-page.ts";

/** Files of a site by their path below it. */
export type SiteFiles = ReadonlyMap<string, string>;
export type AttackedPages = {readonly leaks: readonly Leak[]; readonly pages: number; readonly numbers: number; readonly pictures: number};

/** Rows of a chart's download: the notes below an empty line are words. */
const dataRows = (text: string): string[][] => {
  const rows = csvRows(text, ";").map((row) => row.map((cell) => cell ?? ""));
  const end = rows.findIndex((row) => row.every((cell) => cell === ""));
  return end < 0 ? rows : rows.slice(0, end);
};

/** A picture with all that its page says: its download repeats notes that stand elsewhere on the page. */
const withNotes = (picture: Picture, {prose}: Page): Picture => ({...picture, prose: `${picture.prose} ${prose}`});
/** `csv/fallzahlen-bestand.csv` belongs to the picture `bestand` of `fallzahlen.html`: pictures by folder, page and id. */
const picturesIn = (pages: ReadonlyMap<string, Page>): ReadonlyMap<string, Picture> =>
  new Map(
    [...pages].flatMap(([path, page]) => page.pictures.map((picture) => [`${path.replace(/\.html$/, "")}-${picture.id}`, withNotes(picture, page)] as const)),
  );

const attackDownload = (path: string, text: string, owners: ReadonlyMap<string, Picture>, threshold: number): Leak[] => {
  const picture = owners.get(path.replace(/(csv|svg)\/([^/]+)\.\1$/, "$2"));
  if (picture === undefined)
    return [{kind: "plan", file: path, table: "", cell: "die ganze Datei", found: "zu keinem Bild einer Seite", expected: "nur Dateien der Bilder"}];
  if (path.endsWith(".svg")) return strangeInFile(readPicture(text), path, picture);
  const rows = dataRows(text);
  const sums = givenAwayBySums({caption: picture.id, rows}, path, threshold);
  return picture.table === null ? sums : [...sums, ...otherThanTable(rows, path, picture.table)];
};

/** What a browser does not show and anybody can read; our pages have nothing of it. */
const behindThePage = (markup: string, file: string): Leak[] =>
  [...markup.matchAll(/<(script|template|!--)[^>]{0,40}/gi)].map(([found]) => ({
    kind: "plan",
    file,
    table: "",
    cell: "hinter der Seite",
    found: `„${found.trim()}“`,
    expected: "nichts, was die Seite nicht zeigt",
  }));

/** Reads all pages, pictures and downloads of a site, and says where they tell more than the products; `threshold` is that of small counts. */
export const attackPages = (
  files: SiteFiles,
  shelf: Shelf,
  threshold: number,
  progress: (done: number, of: number) => void = () => undefined,
): AttackedPages => {
  const markup = [...files].filter(([path]) => path.endsWith(".html"));
  const pages = new Map(
    markup.map(([path, text], i) => {
      progress(i + 1, markup.length);
      return [path, readPage(text)] as const;
    }),
  );
  const onPages = [...pages].flatMap(([path, {placed, tables, pictures}]) => [
    ...misplaced(placed, path, shelf),
    ...tables.flatMap((table) => givenAwayBySums(table, path, threshold)),
    ...pictures.flatMap((picture) => strangeInPicture(picture, path)),
  ]);
  const behind = markup.flatMap(([path, text]) => behindThePage(text, path));
  const owners = picturesIn(pages);
  const downloads = [...files].filter(([path]) => /(^|\/)(csv|svg)\/[^/]+\.(csv|svg)$/.test(path));
  const seen = [...pages.values()];
  return {
    leaks: [...behind, ...onPages, ...downloads.flatMap(([path, text]) => attackDownload(path, text, owners, threshold))],
    pages: pages.size,
    numbers: seen.reduce((sum, {placed}) => sum + placed.length, 0),
    pictures: seen.reduce((sum, {pictures}) => sum + pictures.length, 0),
  };
};
