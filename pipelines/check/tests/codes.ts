import {isValidIn} from "../../../schemas/codes/code-list.ts";
import {codeListOf} from "../../../schemas/codes/lists.ts";
import {placeEntries} from "../../../schemas/codes/municipalities.ts";
import {fieldOf} from "../../../schemas/fields/registry.ts";
import type {Cell} from "../../../schemas/flow.ts";
import {halfYearOf} from "../../../schemas/half-year.ts";
import {printHalfYear} from "../../../schemas/units.ts";
import type {Verdicts} from "../compare.ts";
import {type Fault, faultAt} from "../finding.ts";
import {baseRow, type ReturnView} from "../return-view.ts";
import {isNumber} from "../values.ts";

type Used = {readonly list: string; readonly code: string};
/** The code a cell uses: its own entry, or that of the fixed row in which something is counted or marked. */
const usedCode = (view: ReturnView, cell: Cell): Used | null => {
  const {list} = fieldOf(cell.field);
  if (cell.state === "code" && list !== undefined) return {list, code: cell.code!};
  const codes = view.tableOf(cell.table)?.codes;
  const counted = cell.state === "mark" || (isNumber(cell) && cell.value! > 0n);
  return codes === undefined || !counted ? null : {list: codes.list, code: baseRow(cell.row).slice(codes.prefix.length)};
};

const validity = ({list, code}: Used) => {
  const {from, until} = codeListOf(list).valid[code] ?? {};
  return [from === undefined ? "" : `ab dem ${printHalfYear(halfYearOf(from))}`, until === undefined ? "" : `bis zum ${printHalfYear(halfYearOf(until))}`]
    .filter(Boolean)
    .join(" ");
};

/** CL-002: every code used is valid in the half-year reported. */
export const codeValidity = (view: ReturnView): Verdicts => {
  const {halfYear} = view;
  if (halfYear === null) return {faults: [], gaps: ["das Berichtshalbjahr ist nicht bekannt"]};
  const faults = view.inputs.flatMap((cell): Fault[] => {
    const used = usedCode(view, cell);
    if (used === null || isValidIn(codeListOf(used.list), used.code, halfYear)) return [];
    const wert = codeListOf(used.list).entry(used.code);
    return [faultAt(cell, `ein Eintrag, der ${validity(used)} gilt`, {found: wert, fill: {gueltig: validity(used)}})];
  });
  return {faults, gaps: []};
};

type Located = {readonly cell: Cell; readonly ags: string};
const keyed = new Set(["T10A", "T10E", "T11"]);
/** Every cell that names a place: sites, posts, and the keys of authorities and municipalities. */
const places = (view: ReturnView): Located[] =>
  view.reading.cells.flatMap((cell): Located[] => {
    if (cell.part === "key" && keyed.has(cell.table) && cell.state !== "empty" && cell.state !== "invalid") return [{cell, ags: cell.row.split(":").at(-1)!}];
    return cell.part === "input" && cell.code !== null && cell.state !== "invalid" && fieldOf(cell.field).kind === "place" ? [{cell, ags: cell.code}] : [];
  });

const city = "05334002";
const isOtherAachen = ({body}: ReturnView, ags: string) =>
  (body?.key === "05334" && ags === city) || (body?.key === city && ags.startsWith("05334") && ags !== city);

/** CL-006: places lie in the territory of the body; central ones stand under its own key. */
export const territory = (view: ReturnView): Verdicts => {
  if (view.body === null) return {faults: [], gaps: ["die meldende Stelle ist nicht bekannt"]};
  const own = new Set(placeEntries(view.body).map(({ags}) => ags));
  const outside = places(view).filter(({ags}) => !own.has(ags) && !isOtherAachen(view, ags));
  return {faults: outside.map(({cell}) => faultAt(cell, `eine Kommune aus der Liste oder ${view.body!.ags}`)), gaps: []};
};

/** CL-007: the city and the StädteRegion of Aachen report apart. */
export const aachen = (view: ReturnView): Verdicts => {
  const mixed = places(view).filter(({ags}) => isOtherAachen(view, ags));
  return {faults: mixed.map(({cell}) => faultAt(cell, view.body!.ags)), gaps: []};
};
