import {oneReturn} from "../../fixtures/sample/one-return.ts";
import {smallPrefill, smallReturn} from "../../fixtures/sample/small-return.ts";
import {carryOver} from "../../pipelines/jobs/intake/carry-over.ts";
import {readWorkbook} from "../../pipelines/read/read-workbook.ts";
import {type Parts, openParts} from "../../reports/annotate/parts/package.ts";
import {fillReturn, type TypedCells} from "../../reports/template/fill-template.ts";
import {type Approved, type Context, nothingKnown} from "../../schemas/context.ts";
import type {Cell} from "../../schemas/flow.ts";
import {type HalfYear, previousHalfYear} from "../../schemas/half-year.ts";
import type {Sealer} from "../../schemas/layouts/presets.ts";
import type {Prefill} from "../../schemas/prefill.ts";
import {fromDecimalText} from "../../schemas/units.ts";

/** A filled return in a signed form, taken apart once: its input cells, and what a server with the whole previous return knows beside it. */
export type Base = {readonly name: string; readonly bytes: Uint8Array; readonly parts: Parts; readonly inputs: readonly Cell[]; readonly server: Context};

/** Makes the half-year before end where the small return begins. */
const closing: TypedCells = {
  "03_Fallzahlen!D7": 4,
  "03_Fallzahlen!G7": 12,
  "03_Fallzahlen!D8": 3,
  "03_Fallzahlen!G8": 8,
  "08_Steuerung!C40": 1,
  "10_Baustein3!L27": 120,
};
const approvedOf = ({approvals}: Prefill): Approved =>
  Object.fromEntries(Object.entries(approvals).map(([baustein, {vzae, euro}]) => [baustein, {vzae: fromDecimalText(vzae, 2), euro: fromDecimalText(euro, 2)}]));

const baseOf = async (body: string, halfYear: HalfYear, sealed: Sealer): Promise<Base> => {
  const before = readWorkbook(await oneReturn({body, halfYear: previousHalfYear(halfYear), change: closing}));
  const prefill = carryOver({body, halfYear, approvals: smallPrefill(halfYear).approvals, previous: before, findings: []});
  const bytes = await fillReturn({body, halfYear, version: 1, prefill, synthetic: true}, smallReturn(body, halfYear), {}, sealed);
  const previous = {halfYear: previousHalfYear(halfYear), whole: true, now: before.cells, atArrival: before.cells};
  return {
    name: `${body}-${halfYear}`,
    bytes,
    parts: openParts(bytes),
    inputs: readWorkbook(bytes).cells.filter(({part}) => part === "input"),
    server: {...nothingKnown, previous, approvals: approvedOf(prefill)},
  };
};

/** A Kreis, the StädteRegion, a city of its own and Aachen, in both halves of the year. */
export const bases = (sealed: Sealer): Promise<Base[]> =>
  Promise.all(["05170", "05334", "05113", "05334002"].flatMap((body) => (["2025-H1", "2025-H2"] as const).map((halfYear) => baseOf(body, halfYear, sealed))));
