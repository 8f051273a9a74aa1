import {join} from "node:path";
import type {Manifest} from "../../../../schemas/products.ts";
import type {SiteFiles} from "../../../attack/pages/attack-pages.ts";
import type {Leak} from "../../../attack/files/leak.ts";
import type {EarlierRelease, OwnTables} from "../../../attack/publication/publication.ts";
import type {PublishedTable} from "../../../attack/publication/published-table.ts";
import type {Files} from "../../../effects/files.ts";
import {openWarehouse, type Warehouse} from "../../../effects/warehouse.ts";
import {filesBelow, type Places} from "./find-published.ts";
import {readProducts} from "./read-products.ts";
import {strangePages, strangeProducts} from "./strange-files.ts";

/** All that lies there to be read, and what it gives away without any arithmetic. */
export type ReadPublished = {
  readonly tables: readonly PublishedTable[];
  /** Method of each measure, as the manifest says; what it does not say has the method of the plan. */
  readonly methods: NonNullable<Manifest["protection"]>["methods"];
  /** Hash of the certificate of the attack in the build, if the manifest names one. */
  readonly certificate: string | null;
  readonly own: readonly OwnTables[];
  readonly earlier: readonly EarlierRelease[];
  readonly site: SiteFiles;
  readonly leaks: readonly Leak[];
};
type Read = {readonly files: Files; readonly database: Warehouse};
type Progress = (done: number, of: number) => void;

const below = ({root}: Places, folder: string) => (folder === root ? "" : `${folder.slice(root.length + 1).replaceAll("\\", "/")}/`);
/** What a manifest says of the protection; nothing where there is none. */
const protectionIn = async (files: Files, folder: string): Promise<Pick<ReadPublished, "methods" | "certificate">> => {
  const bytes = await files.read(join(folder, "manifest.json"));
  const protection = bytes === null ? null : (JSON.parse(new TextDecoder().decode(bytes)) as Manifest).protection;
  return {methods: protection?.methods ?? {}, certificate: protection?.attack.certificate ?? null};
};

const readOwn = async (read: Read, places: Places, progress: Progress) => {
  const own: (OwnTables & {leaks: readonly Leak[]})[] = [];
  for (const {body, folder} of places.bodies) {
    own.push({body, ...(await readProducts({...read, folder, called: below(places, folder), body}))});
    progress(own.length, places.bodies.length);
  }
  return own;
};
/** An earlier release was attacked when it came out; what it says is knowledge now. */
const readEarlier = async (read: Read, {releases}: Places): Promise<EarlierRelease[]> => {
  const earlier: EarlierRelease[] = [];
  for (const {release, products: folder} of releases) {
    const {tables} = await readProducts({...read, folder, called: `${release}/`, body: null});
    const {methods} = await protectionIn(read.files, folder);
    earlier.push({release, tables, methods});
  }
  return earlier;
};

const pageEndings = /\.(html|svg|csv)$/;
const readSite = async (files: Files, folder: string): Promise<SiteFiles> => {
  const paths = (await filesBelow(files, folder)).filter((path) => pageEndings.test(path) && !path.startsWith("data/"));
  return new Map(await Promise.all(paths.map(async (path) => [path, new TextDecoder().decode((await files.read(join(folder, path)))!)] as const)));
};

const sameBytes = (a: Uint8Array | null, b: Uint8Array | null) => a !== null && b !== null && Buffer.compare(a, b) === 0;
/** The products a site carries along: the same bytes as the published ones, or read and compared like them. */
const readCarried = async (read: Read, places: Places, published: string): Promise<Leak[]> => {
  if (places.site === null || published === join(places.site, "data")) return [];
  const folder = join(places.site, "data");
  const names = await filesBelow(read.files, folder);
  const same = await Promise.all(names.map(async (name) => sameBytes(await read.files.read(join(folder, name)), await read.files.read(join(published, name)))));
  if (same.every((each) => each)) return [];
  const called = below(places, folder);
  const other = names.filter((_, i) => !same[i]);
  const differs = other.map(
    (name): Leak => ({
      kind: "format",
      file: `${called}${name}`,
      table: name.split(".")[0]!,
      cell: "die ganze Datei",
      found: "andere Bytes",
      expected: `dieselben wie in ${below(places, published)}${name}`,
    }),
  );
  return [...differs, ...(await readProducts({...read, folder, called, body: null})).leaks, ...(await strangeProducts(read.files, folder, called))];
};

const readAll = async (read: Read, places: Places, progress: Progress): Promise<ReadPublished> => {
  const {products, site} = places;
  const {files} = read;
  const called = products === null ? "" : below(places, products);
  const published = products === null ? {tables: [], leaks: []} : await readProducts({...read, folder: products, called, body: null});
  const own = await readOwn(read, places, progress);
  const strange = [
    ...(products === null ? [] : await strangeProducts(files, products, called)),
    ...(products === null ? [] : await readCarried(read, places, products)),
    ...(site === null ? [] : await strangePages(files, site, below(places, site))),
  ];
  return {
    tables: published.tables,
    ...(products === null ? {methods: {}, certificate: null} : await protectionIn(files, products)),
    own: own.map(({body, tables}) => ({body, tables})),
    earlier: await readEarlier(read, places),
    site: site === null ? new Map() : await readSite(files, site),
    leaks: [...published.leaks, ...own.flatMap(({leaks}) => leaks), ...strange],
  };
};

/** Reads everything published, each product in every format; nothing but files is read. */
export const readPublished = async (files: Files, places: Places, progress: Progress = () => undefined): Promise<ReadPublished> => {
  const database = await openWarehouse();
  try {
    return await readAll({files, database}, places, progress);
  } finally {
    database.close();
  }
};
