import {all, any} from "../excel.ts";
import {isAskedIn, type RowAt, type Sheets} from "../terms/form-terms.ts";
import {columnsOf} from "../values/ranges.ts";

type Facts = {readonly of: (field: string) => string; readonly sheets: Sheets; readonly at: RowAt};
const computedOr = (sheets: Sheets, {table, row}: RowAt, field: string): string => {
  const [column] = [...columnsOf(table, {field}), ...columnsOf(table, {field, part: "computed"})];
  return column!.row === undefined ? sheets.values.cell(table.sheet, column!.letter, row) : sheets.values.fixed(table.sheet, column!.letter, column!.row);
};
const numbers = (...cells: readonly string[]) => cells.map((cell) => `ISNUMBER(${cell})`);
const vacant = ({of}: Facts) => all([...numbers(of("vzae_besetzt"), of("vzae_bewilligt")), `N(${of("vzae_besetzt")})<N(${of("vzae_bewilligt")})`]);
const changed = ({of}: Facts) => all([...numbers(of("vzae_monate"), of("vzae_besetzt")), `N(${of("vzae_monate")})<>6*N(${of("vzae_besetzt")})`]);

/** The conditions of the layouts that one row can tell, by their own words: true where the cell must be filled. */
const formulas: Readonly<Record<string, (facts: Facts) => string>> = {
  "H<G": vacant,
  "H<G oder J≠6×H": (facts) => any([vacant(facts), changed(facts)]),
  "Anbindung≠KI": ({of}) => all([`LEFT(${of("anbindung_koord")})=":"`, `${of("anbindung_koord")}<>":KI"`]),
  "C≠Ende Vorhalbjahr": () => "FALSE",
  "Typ ohne Blatt 11": ({sheets}) => (sheets.municipal ? "FALSE" : "TRUE"),
  "Status 6": ({of}) => `${of("status")}=":6"`,
  "C=D=E=ja und F=0": ({of}) =>
    all([...["hat_abh", "hat_ja", "hat_ir"].map((field) => `${of(field)}=":J"`), ...numbers(of("koord_weitergeleitet")), `N(${of("koord_weitergeleitet")})=0`]),
  "Halbjahr H2": ({sheets, at}) => (isAskedIn({...at.table, onlyIn: "H2"}, sheets.halfYear) ? "TRUE" : "FALSE"),
  // Which warnings there are is known only after checking.
  "je Warnung": () => "FALSE",
};

/** Whether a conditional cell must be filled. @throws Error `unknown condition: TEXT` */
export const conditionFormula = (sheets: Sheets, condition: string, at: RowAt): string => {
  const formula = formulas[condition];
  if (formula === undefined) throw new Error(`unknown condition: ${condition}`);
  return formula({of: (field) => computedOr(sheets, at, field), sheets, at});
};
