import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {fieldOf} from "../schemas/fields/registry.ts";
import type {FigureDeclaration, Term} from "../schemas/measures.ts";
import {productPath} from "../schemas/products.ts";
import {tables} from "../schemas/tables/registry.ts";
import {formFor} from "../schemas/layouts/forms.ts";
import type {Measure} from "./proof/measure.ts";
import {onSampleState, type SampleState} from "./proof/sample-state.ts";
import {isEmptyReturn, type Taken, takenFrom} from "./sums/taken.ts";
import {takeApart} from "./sums/workbook.ts";

/** A product says of a field of a body: the sum of what is known, and whether anything is missing. */
type Said = {readonly sum: bigint; readonly rows: number; readonly missing: boolean};
type Outcome = {readonly fields: ReadonlySet<string>; readonly compared: number; readonly sums: number; readonly wrong: readonly string[]};

/** A form field summed up as it is; anything selected or weighted is not a sum of a field. */
const termOf = ({measure}: FigureDeclaration): Term | null => {
  if (measure.kind !== "sum" || measure.terms.length !== 1) return null;
  const [term] = measure.terms;
  return term!.where === undefined && term!.only === undefined && term!.factor === undefined ? term! : null;
};
const plainFigures = tables
  .filter(({levels}) => levels.includes("body"))
  .flatMap((table) =>
    table.figures.flatMap((figure) => {
      const term = termOf(figure);
      return term === null || term.voluntary ? [] : [{table, figure, term}];
    }),
  );

const hundredths = (text: string) => BigInt(Math.round(Number(text) * 100));
/** Our CSV quotes a field only where it must. */
const fieldsOf = (line: string) => [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, field]) => field!);
/** Phases 1 and 2 stand beside the distribution, not in it. */
const informational: Readonly<Record<string, readonly string[]>> = {phase: ["1", "2"]};
const isCounted = (row: readonly string[], head: readonly string[]) =>
  Object.entries(informational).every(([column, codes]) => !codes.includes(row[head.indexOf(column)] ?? ""));
const said = (lines: readonly string[], head: readonly string[], name: string): Said => {
  const [value, status] = [head.indexOf(name), head.indexOf(`${name}_status`)];
  const rows = lines.map(fieldsOf).filter((row) => isCounted(row, head));
  return {
    rows: rows.length,
    sum: rows.filter((row) => row[status] === "known").reduce((sum, row) => sum + hundredths(row[value]!), 0n),
    missing: rows.some((row) => row[status] === "not_reported"),
  };
};

/** Lines of a product by half-year and body. */
const productLines = async (products: string, table: string) => {
  const [head, ...lines] = (await readFile(join(products, productPath("controlling", table, "csv")), "utf8")).trim().split("\n");
  return {
    head: head!.split(","),
    at: Map.groupBy(
      lines.filter((line) => line.split(",", 2)[1] === "body"),
      (line) =>
        line
          .split(",", 3)
          .filter((_, i) => i !== 1)
          .join(" "),
    ),
  };
};

/** What each workbook that counts by the sample's own plan holds. */
const taken = async ({sample, summary}: SampleState) => {
  const all = new Map<string, {sums: ReadonlyMap<string, Taken>; empty: boolean}>();
  for (const {body, halfYear, file} of summary.counted) {
    const book = takeApart(new Uint8Array(await readFile(join(sample, file))));
    all.set(`${halfYear} ${body}`, {sums: takenFrom(book, halfYear), empty: isEmptyReturn(book)});
  }
  return all;
};

/** A Fehlanzeige is a zero on sheets 03 to 07; elsewhere it says what stands there (approved euros were printed into it). */
const coveredByEmpty = new Set(
  formFor("2025-H2")
    .tables.filter(({sheet}) => sheet >= "03" && sheet < "08")
    .flatMap(({columns}) => columns.flatMap(({field}) => field ?? [])),
);
const ofEmpty = (field: string, found: Taken | undefined): Taken =>
  coveredByEmpty.has(field) && ["count", "signed"].includes(fieldOf(field).kind)
    ? {sum: 0n, complete: true}
    : found !== undefined && found.sum > 0n
      ? found
      : {sum: 0n, complete: false};

const signature = ({field, parts}: Term) => `${field} ${(parts ?? "").split(",").toSorted().join(",")}`;
/** Without named parts a field stands in one table only. */
const workbookOf = (found: ReadonlyMap<string, Taken>, term: Term): Taken | undefined =>
  term.parts === undefined ? [...found].find(([name]) => name.startsWith(`${term.field} `))?.[1] : found.get(signature(term));
const agrees = (product: Said, workbook: Taken | undefined, isRegister: boolean): boolean => {
  if (workbook === undefined) return !product.missing && product.sum === 0n;
  if (product.missing) return !workbook.complete;
  // things of a list that are left out stand in no row of a register
  return product.sum === workbook.sum || (isRegister && product.rows === 0 && workbook.sum === 0n);
};

const compare = async (state: SampleState): Promise<Outcome> => {
  const books = await taken(state);
  const wrong: string[] = [];
  let [compared, sums] = [0, 0];
  for (const {table, figure, term} of plainFigures) {
    const {head, at} = await productLines(state.desk.folder.products, table.name);
    for (const [place, {sums: found, empty}] of books) {
      const filled = workbookOf(found, term);
      const workbook = empty ? ofEmpty(term.field, filled) : filled;
      const product = said(at.get(place) ?? [], head, figure.name);
      compared++;
      if (!product.missing && product.sum > 0n) sums++;
      const isRegister = table.levels.length === 1 && table.dimensions.length > 0;
      if (!agrees(product, workbook, isRegister) && !(isRegister && empty))
        wrong.push(
          `${table.name}.${figure.name} ${place}: Produkt ${product.missing ? "Lücke" : product.sum}, Mappe ${workbook?.sum}${workbook?.complete ? "" : " (unvollständig)"}`,
        );
    }
    for (const [place, lines] of at)
      if (!books.has(place) && said(lines, head, figure.name).sum !== 0n)
        wrong.push(`${table.name}.${figure.name} ${place}: keine zählende Mappe, aber eine Zahl`);
  }
  return {fields: new Set(plainFigures.map(({term}) => signature(term))), compared, sums, wrong};
};

/** The sums that a reader of its own takes from the workbooks equal the products, for every field and body; which file counts says the sample's plan. */
export const sums: Measure = ({size, seed}) =>
  onSampleState(size, seed, async (state) => {
    const {fields, compared, sums: known, wrong} = await compare(state);
    return {
      ok: wrong.length === 0 && known > 0,
      figure: `${fields.size} Felder, ${compared} Vergleiche, ${known} Summen über null, ${wrong.length} verschieden`,
      lines: [`${state.summary.counted.length} zählende Mappen, gelesen ohne den Leser des Hauses`, ...wrong.slice(0, 20)],
    };
  });
