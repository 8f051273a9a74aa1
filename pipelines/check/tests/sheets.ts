import {hasMunicipalities} from "../../../schemas/codes/bodies.ts";
import type {Cell} from "../../../schemas/flow.ts";
import type {Table} from "../../../schemas/layouts/layout.ts";
import type {Verdicts} from "../compare.ts";
import {type Fault, faultAt} from "../finding.ts";
import type {ReturnView} from "../return-view.ts";

const notCounted = new Set(["T01", "T01Z", "T02", "T13"]);
const prefilled = ({columns}: Table, field: string) => columns.some((column) => column.field === field && column.status === "prefilled");

/** STR-011: an explicit empty return holds no figures; one finding a sheet, at its first figure. Carried over stocks may stay. */
export const emptyReturn = (view: ReturnView): Verdicts => {
  if (view.reading.returnKind !== "F") return {faults: [], gaps: []};
  const figures = view.reading.cells.filter(
    ({table, part, state, field}) => part === "input" && state === "number" && !notCounted.has(table) && !prefilled(view.tableOf(table)!, field),
  );
  const first = new Map<string, Cell>();
  for (const cell of figures) if (!first.has(cell.sheet)) first.set(cell.sheet, cell);
  return {faults: [...first.values()].map((cell) => faultAt(cell, "keine Zahl bei einer Fehlanzeige")), gaps: []};
};

const sheet = "11_Kommunen";
/** XS-009: sheet 11 is there for Kreise and the StädteRegion, and only for them. */
export const sheet11 = (view: ReturnView): Verdicts => {
  const {body, reading} = view;
  if (body === null) return {faults: [], gaps: ["die meldende Stelle ist nicht bekannt"]};
  const missing = reading.remarks.some(({kind, at}) => kind === "missing-sheet" && "sheet" in at && at.sheet === sheet);
  const used = reading.cells.find(({table, state}) => table === "T11" && !["empty", "not_applicable", "not_asked"].includes(state));
  const stray = reading.remarks.find(({kind, at, found}) => kind === "unknown-sheet" && (found === sheet || ("sheet" in at && at.sheet === sheet)));
  const fault = (rest: Pick<Fault, "found" | "expected">): Fault => ({
    at: used === undefined ? {sheet} : {sheet: used.sheet, cell: used.address},
    field: null,
    row: null,
    ...rest,
    fill: {typ: body.type},
  });
  if (hasMunicipalities(body))
    return {
      faults: used === undefined && !missing ? [fault({found: "leer", expected: "muss ausgefüllt sein"})] : [],
      gaps: missing ? ["Blatt 11_Kommunen fehlt"] : [],
    };
  return {faults: used !== undefined || stray !== undefined ? [fault({found: "ausgefüllt", expected: "entfällt"})] : [], gaps: []};
};
