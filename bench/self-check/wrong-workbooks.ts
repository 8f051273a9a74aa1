import {type Chance, chance} from "../../fixtures/sample/chance.ts";
import {smallPrefill, smallReturn} from "../../fixtures/sample/small-return.ts";
import {readWorkbook} from "../../pipelines/read/read-workbook.ts";
import {fillReturn, fillTemplate, type TypedCells} from "../../reports/template/fill-template.ts";
import {bodyOf} from "../../schemas/codes/bodies.ts";
import {type HalfYear, previousHalfYear} from "../../schemas/half-year.ts";
import type {Reading} from "../../schemas/flow.ts";
import type {Prefill} from "../../schemas/prefill.ts";
import {examples, others, slip} from "./slips.ts";

/** A workbook with slips in it, and what was done to it. */
export type Wrong = {
  readonly body: string;
  readonly halfYear: HalfYear;
  readonly change: TypedCells;
  readonly bytes: Uint8Array;
  readonly reading: Reading;
  readonly presets: string;
};

const bodies = ["05170", "05334", "05334002", "05117", "05958", "05111"];
const halfYears: readonly HalfYear[] = ["2025-H1", "2025-H2", "2024-H2", "2022-H1"];

/** What the Land knew of the body before: mostly as it was, sometimes not what the return begins with. */
const knownBefore = (body: string, halfYear: HalfYear, dice: Chance): Prefill => {
  const prefill = smallPrefill(halfYear);
  const less = {B1: {vzae: "1.00", euro: "55000.00"}, B2: {vzae: "1.00", euro: "57000.00"}, B3: {vzae: "1.50", euro: "75000.00"}};
  const approvals = dice.happens(0.2) ? less : dice.happens(0.1) ? {} : {...prefill.approvals, B1: {vzae: "4.00", euro: "220000.00"}};
  if (dice.happens(0.3)) return {...prefill, approvals};
  const changed = (value: string, other: string) => (dice.happens(0.15) ? other : value);
  const sites = {E01: changed("12", "15"), E02: "8", ...(dice.happens(0.1) && {E09: "4"})};
  return {
    ...prefill,
    approvals,
    previous: {
      ...prefill.previous,
      halfYear: previousHalfYear(halfYear),
      sites,
      naturalisation: {[bodyOf(body).ags]: changed("120", "99")},
      gaps: {L001: changed("7", "6"), L002: changed("3", "8"), ...(dice.happens(0.1) && {L009: dice.pick(["1", "6"])})},
      figures: {
        V_KOOP_ENDE: changed("6", "5"),
        V_LG_VOR: "1",
        V_PB_VOR: changed("2.00", "5.50"),
        V_NEU_VOR: "11",
        V_BER_VOR: "150",
        V_VZM_CM_VOR: changed("10.00", "1.00"),
        V_VZM_B3_VOR: changed("9.00", "2.00"),
      },
    },
  };
};

/** Three of four begin with the smallest change that breaks a certain rule and have few other slips; the others have one to six slips anywhere. */
const drawn = (index: number, dice: Chance) => {
  const example = index % 4 === 3 ? null : examples[(Math.floor(index / 4) * 3 + (index % 4)) % examples.length]!;
  const whose = example ?? {body: dice.pick(bodies), halfYear: dice.pick(halfYears)};
  const slips = Array.from({length: example === null ? dice.between(1, 6) : dice.between(0, 2)}, () => slip(whose, dice));
  const change: TypedCells = {...Object.fromEntries(slips), ...(example === null && dice.happens(0.5) ? dice.pick(others) : {}), ...example?.change};
  return {...whose, change};
};

/** The seeded workbook with this number. */
export const wrongWorkbook = async (seed: number, index: number): Promise<Wrong> => {
  const dice = chance(seed, "self-check", index);
  const {body, halfYear, change} = drawn(index, dice);
  const request = {body, halfYear, version: 1, prefill: knownBefore(body, halfYear, dice), synthetic: true};
  const bytes = await fillReturn(request, smallReturn(body, halfYear), change);
  const reading = readWorkbook(bytes);
  // A changed cover parts a form from its presets; what they said is known from the form as it went out.
  const presets = (reading.presets ?? readWorkbook(await fillTemplate(request)).presets)!.text;
  return {body, halfYear, change, bytes, reading, presets};
};
