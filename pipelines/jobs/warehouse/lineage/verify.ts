import type {Cell} from "../../../../schemas/flow.ts";
import {tables} from "../../../../schemas/tables/registry.ts";
import type {TableDeclaration} from "../../../../schemas/tables/table.ts";
import {openWarehouse} from "../../../effects/warehouse.ts";
import {insistSound} from "../../../ledger/verify.ts";
import type {Desk} from "../../intake/desk.ts";
import {soundProducts} from "../manifest.ts";
import {type Comparison, compare} from "./compare.ts";
import {type Evidence, evidenceOf, gatherEvidence, type Witness, witness} from "../proof/evidence.ts";
import {publishedRows} from "./product-rows.ts";
import {type ProvenRow, provenRows} from "../proof/table-figures.ts";

/** What the proof found, per product and in total. `caught`: the seeded wrong mart and the seeded wrong cell were noticed. */
export type LineageReport = {
  readonly products: readonly Comparison[];
  readonly known: number;
  readonly reproduced: number;
  readonly gaps: number;
  readonly caught: {readonly mart: boolean; readonly cell: boolean};
  readonly ok: boolean;
};

const proven = (table: TableDeclaration, evidence: Evidence): ProvenRow[] => evidence.halfYears.flatMap((halfYear) => provenRows({table, halfYear, evidence}));

/** A copy of a product in which one known figure is wrong by one. */
const withWrongFigure = (rows: readonly ProvenRow[], name: string): readonly ProvenRow[] => {
  const index = rows.findLastIndex(({figures}) => figures.get(name)?.status === "known");
  return rows.map((row, at) =>
    at === index ? {...row, figures: new Map(row.figures).set(name, {...row.figures.get(name)!, value: row.figures.get(name)!.value! + 1n})} : row,
  );
};
/** The same state with one cell read wrong by one. */
const withWrongCell = (all: readonly Witness[], evidence: Evidence, field: string): Witness[] => {
  const isCounting = (each: Witness) =>
    all.some((other) => other === each && evidence.counting(each.halfYear, {key: each.body} as Parameters<Evidence["counting"]>[1]) === each);
  const isOne = (cell: Cell) => cell.field === field && cell.part === "input" && cell.state === "number";
  const victim = all.find((each) => isCounting(each) && each.reading.cells.some(isOne));
  return all.map((each) => {
    if (each !== victim) return each;
    const wrong = each.reading.cells.find(isOne)!;
    const cells = each.reading.cells.map((cell) => (cell === wrong ? {...cell, value: cell.value! + 1n} : cell));
    return witness(each.sha256, each.received, {checked: each.checked, reading: {...each.reading, cells}});
  });
};

const seededField = "cm_neu";
const sum = (reports: readonly Comparison[], of: (report: Comparison) => number) => reports.reduce((total, report) => total + of(report), 0);

/** Compares the published products with what the declarations make of the archived bytes, after it has proved that it can see a wrong one. */
export const verifyAgainst = (all: readonly Witness[], published: ReadonlyMap<string, readonly ProvenRow[]>): LineageReport => {
  const evidence = evidenceOf(all);
  const caseload = tables.find(({name}) => name === "caseload")!;
  const rows = published.get("caseload")!;
  const isEmpty = rows.every(({figures}) => figures.get(seededField)?.status !== "known");
  const right = proven(caseload, evidence);
  const caught = {
    mart: isEmpty || compare("caseload", withWrongFigure(rows, seededField), right).differences.length > compare("caseload", rows, right).differences.length,
    cell:
      isEmpty ||
      compare("caseload", rows, proven(caseload, evidenceOf(withWrongCell(all, evidence, seededField)))).differences.length >
        compare("caseload", rows, right).differences.length,
  };
  const products = tables
    .filter(({figures}) => figures.length > 0)
    .map((table) => compare(table.name, published.get(table.name)!, table === caseload ? right : proven(table, evidence)));
  const ok = caught.mart && caught.cell && products.every(({differences}) => differences.length === 0);
  return {
    products,
    known: sum(products, ({known}) => known),
    reproduced: sum(products, ({reproduced}) => reproduced),
    gaps: sum(products, ({gaps}) => gaps),
    caught,
    ok,
  };
};

/** Reproduces every known figure of every product from the archived bytes. @throws Refusal on damage, or without products */
export const lineageVerify = async (desk: Desk): Promise<LineageReport> => {
  const manifest = await soundProducts(desk, "controlling");
  await insistSound(desk);
  const lines = (await desk.ledger.read()).filter(({seq}) => seq <= manifest.ledgerSeq);
  const all = await gatherEvidence(desk, lines, manifest.asOf);
  const reader = await openWarehouse();
  try {
    const published = new Map<string, ProvenRow[]>();
    for (const table of tables) published.set(table.name, await publishedRows(reader, desk.folder.products, table));
    return verifyAgainst(all, published);
  } finally {
    await reader.close();
  }
};
