import {findBody} from "../../../schemas/codes/bodies.ts";
import type {Cell} from "../../../schemas/flow.ts";
import {formFor} from "../../../schemas/layouts/forms.ts";
import type {Verdicts} from "../compare.ts";
import {faultAt} from "../finding.ts";
import type {ReturnView} from "../return-view.ts";

const answer = (view: ReturnView, field: string): Cell | undefined => view.cellAt("T01", field, "-");
const holds: Verdicts = {faults: [], gaps: []};
const identity = {melde_key: "Schlüssel der meldenden Stelle", periode: "Halbjahr wie 2025-H1", formular_version: "Formularversion wie KIM-MB-1.0"};

/** STR-001: body, half-year and form version stand on the cover. */
export const cover = (view: ReturnView): Verdicts => {
  const cells = Object.entries(identity).map(([field, expected]) => ({cell: answer(view, field), expected}));
  const unusable = cells.filter(
    ({cell}) => cell !== undefined && (cell.state === "empty" || cell.state === "unknown" || (cell.field === "periode" && cell.state === "invalid")),
  );
  return {faults: unusable.map(({cell, expected}) => faultAt(cell!, expected, {found: cell!.text === "" ? "leer" : cell!.text})), gaps: []};
};

/** STR-006: the body is one of the 54. */
export const bodyKnown = (view: ReturnView): Verdicts => {
  const cell = answer(view, "melde_key");
  if (cell === undefined || cell.state === "empty" || cell.state === "unknown") return {faults: [], gaps: ["die meldende Stelle ist nicht angegeben"]};
  return findBody(cell.code ?? "") === undefined ? {faults: [faultAt(cell, "eine der 54 meldenden Stellen")], gaps: []} : holds;
};

const versionFor = (halfYear: string): string | null => {
  try {
    return formFor(halfYear).version;
  } catch {
    return null;
  }
};
/** STR-005: the form version belongs to the half-year. */
export const formVersion = (view: ReturnView): Verdicts => {
  const cell = answer(view, "formular_version");
  if (view.halfYear === null || cell === undefined || cell.state === "empty") return {faults: [], gaps: ["Halbjahr oder Formularversion ist nicht angegeben"]};
  const expected = versionFor(view.halfYear);
  return cell.text === expected ? holds : {faults: [faultAt(cell, expected ?? "kein Formular: Meldungen gibt es seit dem 2. Halbjahr 2021")], gaps: []};
};

/** STR-007: the form belongs to the account that hands it in. */
export const account = (view: ReturnView): Verdicts => {
  const cell = answer(view, "melde_key");
  const own = view.context.account;
  return own === null || cell === undefined || cell.code === null || cell.code === own ? holds : {faults: [faultAt(cell, own)], gaps: []};
};
