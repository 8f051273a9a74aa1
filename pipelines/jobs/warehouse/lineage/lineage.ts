import type {Body} from "../../../../schemas/codes/bodies.ts";
import type {Cell} from "../../../../schemas/flow.ts";
import type {FigureStatus} from "../../../../schemas/gaps.ts";
import type {FigureDeclaration} from "../../../../schemas/measures.ts";
import {openWarehouse} from "../../../effects/warehouse.ts";
import {insistSound} from "../../../ledger/verify.ts";
import type {Desk} from "../../intake/desk.ts";
import {soundProducts} from "../manifest.ts";
import {classFigures} from "../proof/body-figures.ts";
import {type Evidence, evidenceOf, gatherEvidence, type Witness} from "../proof/evidence.ts";
import {type NumberKey, numberKey} from "./keys.ts";
import {publishedRows} from "./product-rows.ts";
import type {AreaFigure} from "../proof/roll-up.ts";
import {cellsBehind, givenFor, provenRows} from "../proof/table-figures.ts";
import {Refusal} from "../../../effects/refusal.ts";

/** What one body adds: its submission (null: none counts), the cells as they stand in the file, and what they come to. */
export type Source = {
  readonly body: Body;
  readonly witness: Witness | null;
  readonly files: readonly Witness[];
  readonly status: FigureStatus;
  readonly value: bigint;
  readonly cells: readonly Cell[];
};
/** A summed figure with its sources; a rate has two of them. */
export type Part = {readonly figure: FigureDeclaration; readonly sources: readonly Source[]};
/** The way back from one published number: what was published, what the archived bytes give, and every cell between. */
export type Lineage = {
  readonly number: NumberKey;
  readonly published: AreaFigure;
  readonly proven: AreaFigure;
  readonly same: boolean;
  readonly parts: readonly Part[];
};

const partFigures = ({table, figure}: NumberKey): FigureDeclaration[] => {
  const {measure} = figure;
  return measure.kind === "rate" ? table.figures.filter(({name}) => name === measure.num || name === measure.den) : [figure];
};
const sources = ({table, halfYear, area, key}: NumberKey, evidence: Evidence, figure: FigureDeclaration): Source[] => {
  const proof = {table, halfYear, evidence};
  const {measure, name} = figure;
  const fromCells = measure.kind === "register" || measure.kind === "class-median" ? null : cellsBehind(proof, name, key);
  return area.bodies.map((body) => {
    const [witness, files] = [evidence.counting(halfYear, body), evidence.files(halfYear, body)];
    if (measure.kind === "class-median") {
      const classes = [...classFigures(measure.term, givenFor(proof, body)).at.values()];
      return {
        body,
        witness,
        files,
        status: classes.find(({status}) => status !== "known")?.status ?? "known",
        value: 0n,
        cells: classes.flatMap(({cells}) => cells),
      };
    }
    const own = fromCells?.(body) ?? {status: "known" as const, value: 0n, cells: []};
    return {body, witness, files, ...own};
  });
};
const isSame = (a: AreaFigure, b: AreaFigure) => a.status === b.status && a.bodies === b.bodies && a.value === b.value && a.den === b.den;

const published = async (desk: Desk, {table, figure, halfYear, area, key}: NumberKey): Promise<AreaFigure> => {
  const reader = await openWarehouse();
  try {
    const rows = await publishedRows(reader, desk.folder.products, table);
    const row = rows.find((each) => each.halfYear === halfYear && each.level === area.level && each.area === area.area && each.key === key);
    if (row === undefined) throw new Refusal(`Diese Zeile steht nicht in „${table.name}“: ${halfYear} ${area.level} ${area.area} ${key}`);
    return row.figures.get(figure.name)!;
  } finally {
    await reader.close();
  }
};

/** Follows one published number back to the cells it came from, and computes it again from the archived bytes. @throws Refusal if products, ledger or archive are damaged */
export const lineage = async (desk: Desk, product: string, words: readonly string[]): Promise<Lineage> => {
  const number = numberKey(product, words);
  const manifest = await soundProducts(desk, "controlling");
  await insistSound(desk);
  const lines = (await desk.ledger.read()).filter(({seq}) => seq <= manifest.ledgerSeq);
  const {table, figure, halfYear, area, key} = number;
  const inArea = new Set(area.bodies.map((body) => body.key));
  const all = await gatherEvidence(desk, lines, manifest.asOf, (told) => told.halfYear === halfYear && told.body !== null && inArea.has(told.body));
  const evidence = evidenceOf(all, [halfYear]);
  const row = provenRows({table, halfYear, evidence}).find((each) => each.level === area.level && each.area === area.area && each.key === key);
  const is = await published(desk, number);
  const proven = row?.figures.get(figure.name) ?? {status: "not_reported" as const, bodies: 0, value: null, den: null};
  return {
    number,
    published: is,
    proven,
    same: isSame(is, proven),
    parts: partFigures(number).map((each) => ({figure: each, sources: sources(number, evidence, each)})),
  };
};
