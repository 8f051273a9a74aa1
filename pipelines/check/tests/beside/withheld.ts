import type {Withheld} from "../../../../schemas/context.ts";
import {audiences} from "../../../../schemas/disclosure.ts";
import type {Cell} from "../../../../schemas/flow.ts";
import type {Verdicts} from "../../compare.ts";
import {faultAt} from "../../finding.ts";
import type {ReturnView} from "../../return-view.ts";
import {hundredths, isNumber} from "../../values.ts";

const threshold = audiences.public.policy.threshold;
const isSmall = (cell: Cell) => isNumber(cell) && hundredths(cell) > 0n && hundredths(cell) < BigInt(threshold) * 100n;

const cellOf = (view: ReturnView, {table, field, row}: Withheld): Cell | undefined =>
  view.cellAt(table, field, row) ?? view.cellsOf(table, field, "total").find((cell) => cell.row === row);
const withheld = (view: ReturnView, kind: Withheld["kind"]): readonly Cell[] =>
  (view.context.release ?? []).filter((each) => each.kind === kind).flatMap((each) => cellOf(view, each) ?? []);

/** DS-003: figures below the threshold of what everyone may see. */
export const withheldSmall = (view: ReturnView): Verdicts => ({
  faults: withheld(view, "primary")
    .filter(isSmall)
    .map((cell) => faultAt(cell, `mindestens ${threshold}`, {fill: {k: String(threshold)}})),
  gaps: [],
});

/** DS-004: figures withheld only so that a small one cannot be computed. */
export const withheldPartner = (view: ReturnView): Verdicts => ({
  faults: withheld(view, "secondary").map((cell) => faultAt(cell, "wird nicht gezeigt", {fill: {tabelle: view.tableOf(cell.table)!.title}})),
  gaps: [],
});
