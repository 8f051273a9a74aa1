import {fieldOf} from "../../schemas/fields/registry.ts";
import type {Cell, Finding, Place, Proposal, Severity} from "../../schemas/flow.ts";
import {previousHalfYear} from "../../schemas/half-year.ts";
import {printHalfYear} from "../../schemas/units.ts";
import type {Rule} from "../../schemas/rules/rule.ts";
import type {ReturnView} from "./return-view.ts";
import {shown} from "./values.ts";

/** What a test has found, before it is put into words. */
export type Fault = {
  readonly at: Place;
  readonly field: string | null;
  readonly row: string | null;
  readonly found: string;
  readonly expected: string;
  readonly fill?: Readonly<Record<string, string>>;
  readonly message?: string;
  readonly proposal?: Proposal;
  /** Where the rule is milder here than it says of itself. */
  readonly severity?: Severity;
};

export const atCell = ({sheet, address}: Cell): Place => ({sheet, cell: address});
/** A fault at a cell; it shows what stands there unless something else was found. */
export const faultAt = (cell: Cell, expected: string, rest: Partial<Fault> = {}): Fault => ({
  at: atCell(cell),
  field: cell.field,
  row: cell.row,
  found: shown(cell),
  expected,
  ...rest,
});

/** As a sender reads it: `03_Fallzahlen!G7`, a sheet, or the file. */
export const placeText = (at: Place): string => ("cell" in at ? `${at.sheet}!${at.cell}` : "sheet" in at ? at.sheet : "Datei");
const labelOf = (field: string | null) => {
  try {
    return field === null ? "" : fieldOf(field).label;
  } catch {
    return field ?? "";
  }
};

const words = ({halfYear, body}: ReturnView, {at, field, row, found, expected}: Fault): Record<string, string> => ({
  zelle: placeText(at),
  ort: placeText(at),
  blatt: "sheet" in at ? at.sheet : "Datei",
  feld: labelOf(field),
  id: (row ?? "").split(",", 1)[0]!,
  wert: found,
  gefunden: found,
  erwartet: expected,
  periode: halfYear === null ? "dieses Halbjahr" : `das ${printHalfYear(halfYear)}`,
  jahr: halfYear === null ? "das Jahr" : halfYear.slice(0, 4),
  vorperiode: halfYear === null ? "das vorige Halbjahr" : printHalfYear(previousHalfYear(halfYear)),
  stelle: body?.name ?? "dieser Stelle",
  eigen: body?.ags ?? "der eigene Schlüssel",
});

/** The German message of a rule for one fault. @throws Error `missing placeholder: RULE {name}` */
export const findingOf = (view: ReturnView, rule: Rule, fault: Fault): Finding => {
  const known = {...words(view, fault), ...fault.fill};
  const message = (fault.message ?? rule.message).replace(/\{(\w+)\}/g, (_, name: string) => {
    const word = known[name];
    if (word === undefined) throw new Error(`missing placeholder: ${rule.id} {${name}}`);
    return word;
  });
  const {at, field, row, found, expected, proposal} = fault;
  return {rule: rule.id, severity: fault.severity ?? rule.severity, at, field, row, found, expected, message, ...(proposal && {proposal})};
};
