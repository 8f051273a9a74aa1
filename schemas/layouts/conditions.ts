import {type Body, hasMunicipalities} from "../codes/bodies.ts";
import type {HalfYear} from "../half-year.ts";

/** What a condition may look at: the return, and the row of the cell in question. What is not known is null. */
export type Facts = {
  readonly halfYear: HalfYear | null;
  readonly body: Body | null;
  /** Row key of the cell. */
  readonly row: string;
  /** Number (10^-scale units) or code of another column of the same row, or of another question of the same table. */
  readonly number: (field: string) => bigint | null;
  readonly code: (field: string) => string | null;
  /** Codes of a column over all rows of its table. */
  readonly codes: (field: string) => readonly string[];
  /** Used rows of sheet 03. */
  readonly sites: number;
};
type Holds = boolean | null;

const both = (left: Holds, right: Holds): Holds => (left === false || right === false ? false : left === null || right === null ? null : true);
const either = (left: Holds, right: Holds): Holds => (left === true || right === true ? true : left === null || right === null ? null : false);
const compare = (left: bigint | null, right: bigint | null, relation: (left: bigint, right: bigint) => boolean): Holds => (left === null || right === null ? null : relation(left, right));
const isCode = (code: string | null, wanted: (code: string) => boolean): Holds => (code === null ? null : wanted(code));

const vacant = ({number}: Facts) => compare(number("vzae_besetzt"), number("vzae_bewilligt"), (h, g) => h < g);
const changed = ({number}: Facts) => compare(number("vzae_monate"), number("vzae_besetzt"), (j, h) => j !== 6n * h);
const secondHalf = ({halfYear}: Facts) => (halfYear === null ? null : halfYear.endsWith("H2"));
const isYes = ({code}: Facts, field: string) => isCode(code(field), (answer) => answer === "J");

/** Every condition of the layouts by its own words. True: the cell must be filled; false: it does not apply; null: cannot be told from this return. */
export const conditions: Readonly<Record<string, (facts: Facts) => Holds>> = {
  "H<G": vacant,
  "H<G oder J≠6×H": (facts) => either(vacant(facts), changed(facts)),
  "Träger≠K1": ({code}) => isCode(code("traeger"), (traeger) => traeger !== "K1"),
  "B1, B2; nur wenn H>0": ({code, number}) =>
    both(
      isCode(code("funktion"), (funktion) => ["KO", "KOK", "VA", "CM"].includes(funktion)),
      compare(number("vzae_besetzt"), 0n, (h) => h > 0n),
    ),
  "Anbindung≠KI": ({code}) => isCode(code("anbindung_koord"), (anbindung) => anbindung !== "KI"),
  // Only the previous return knows; without a difference there is nothing to adjust (XP-001).
  "C≠Ende Vorhalbjahr": () => false,
  "Typ ohne Blatt 11": ({body}) => (body === null ? null : !hasMunicipalities(body)),
  "H2 und ≥ 2 Orte": (facts) => both(secondHalf(facts), facts.sites >= 2),
  "Zeilen 01–04 mit Verweisen > 0": ({row, number}) =>
    both(
      ["01", "02", "03", "04"].includes(row),
      compare(number("verweis_n"), 0n, (n) => n > 0n),
    ),
  "Status 6": ({code}) => isCode(code("status"), (status) => status === "6"),
  "C=D=E=ja und F=0": (facts) => [isYes(facts, "hat_abh"), isYes(facts, "hat_ja"), isYes(facts, "hat_ir"), compare(facts.number("koord_weitergeleitet"), 0n, (f) => f === 0n)].reduce(both),
  "Zeile B1": ({row}) => row === "B1",
  "Träger K2 in Blatt 02": ({codes}) => codes("traeger").includes("K2"),
  "Träger F* in Blatt 02": ({codes}) => codes("traeger").some((traeger) => traeger.startsWith("F")),
  "Halbjahr H2": secondHalf,
  // Which warnings there are is known only after checking.
  "je Warnung": () => null,
};

/** Whether a conditional cell must be filled. @throws Error `unknown condition: TEXT` */
export const conditionHolds = (condition: string, facts: Facts): boolean | null => {
  const holds = conditions[condition];
  if (holds === undefined) throw new Error(`unknown condition: ${condition}`);
  return holds(facts);
};
