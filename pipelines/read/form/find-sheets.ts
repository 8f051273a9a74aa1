import type {Remark, Sheet} from "../../../schemas/flow.ts";
import type {Form, Table} from "../../../schemas/layouts/layout.ts";
import {showsHeader} from "./find-header.ts";
import {type Grid, gridOf} from "./grid.ts";
import {folded, likeness} from "./title.ts";

/** The sheets of a form in a workbook, by the title the form gives them. */
export type FoundSheets = {readonly grids: ReadonlyMap<string, Grid>; readonly remarks: readonly Remark[]};

const ours = new Set(["Anleitung", "Prüfung", "Prüfergebnis", "_Listen", "_Vorgaben", "_meta"].map(folded));
const only = <T>(found: readonly T[]): T | undefined => (found.length === 1 ? found[0] : undefined);
/** `03b` of `03b_Prozess`. */
const numberOf = (title: string) => /^\d+\p{L}?(?=[_\s.-])/u.exec(title)?.[0];

type Free = readonly Grid[];
const ways: readonly ((title: string, tables: readonly Table[], free: Free) => Grid | undefined)[] = [
  (title, _, free) => only(free.filter(({sheet}) => sheet.title === title)),
  (title, _, free) => only(free.filter(({sheet}) => folded(sheet.title) === folded(title))),
  (title, _, free) => only(free.filter(({sheet}) => folded(sheet.title).startsWith(folded(title)))),
  (title, _, free) => only(free.filter(({sheet}) => numberOf(sheet.title) === numberOf(title) && likeness(sheet.title, title) >= 0.6)),
  (_, tables, free) => only(free.filter((grid) => tables.every((table) => showsHeader(grid, table)))),
];

/** Finds each sheet of the form by its title, then by a title that is clearly meant, then by the tables it shows. */
export const findSheets = (form: Form, sheets: readonly Sheet[]): FoundSheets => {
  const titles = [...new Set(form.tables.map(({sheet}) => sheet))];
  const grids = new Map<string, Grid>();
  let free = sheets.filter(({title}) => !ours.has(folded(title))).map(gridOf);
  // Way by way, so that a sheet under its own title is never taken for another one.
  for (const way of ways)
    for (const title of titles.filter((each) => !grids.has(each))) {
      const grid = way(
        title,
        form.tables.filter(({sheet}) => sheet === title),
        free,
      );
      if (grid === undefined) continue;
      grids.set(title, grid);
      free = free.filter((each) => each !== grid);
    }
  const moved = [...grids]
    .filter(([title, {sheet}]) => sheet.title !== title)
    .map(([title, {sheet}]): Remark => ({kind: "moved", at: {sheet: sheet.title}, found: sheet.title, expected: title}));
  const unknown = free
    .filter(({lastRow}) => lastRow > 0)
    .map(({sheet}): Remark => ({kind: "unknown-sheet", at: {sheet: sheet.title}, found: sheet.title, expected: "nur Blätter der Vorlage"}));
  return {grids, remarks: [...moved, ...unknown]};
};
