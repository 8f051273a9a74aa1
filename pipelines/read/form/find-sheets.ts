import type {Remark, Repair, Sheet} from "../../../schemas/flow.ts";
import type {Form, Table} from "../../../schemas/layouts/layout.ts";
import {showsHeader} from "./find-header.ts";
import {type Grid, gridOf} from "./grid.ts";
import {folded, likeness} from "./title.ts";

/** The sheets of a form in a workbook, by the title the form gives them. */
export type FoundSheets = {readonly grids: ReadonlyMap<string, Grid>; readonly remarks: readonly Remark[]; readonly repairs: readonly Repair[]};

const ours = new Set(["Anleitung", "Prüfung", "Prüfergebnis", "_Listen", "_Vorgaben", "_Pruef", "_meta"].map(folded));
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

const renamed = ([title, {sheet}]: readonly [string, Grid], certain: boolean): Repair => ({
  kind: "sheet",
  at: {sheet: sheet.title},
  found: `Blatt „${sheet.title}“${certain ? "" : ", erkannt an seinen Tabellen,"}`,
  readAs: `Blatt „${title}“`,
  template: `Blatt „${title}“`,
  certain,
});
const same = (left: Sheet, right: Sheet) =>
  left.cells.size === right.cells.size &&
  [...left.cells].every(([address, {typed}]) => JSON.stringify(typed) === JSON.stringify(right.cells.get(address)?.typed));
/** A second sheet with the tables of one that was found: which of the two counts is not ours to say, unless they are the same. */
const copies = (form: Form, grids: ReadonlyMap<string, Grid>, unknown: Free): Repair[] =>
  unknown.flatMap((copy) => {
    const twin = [...grids].find(([title]) => form.tables.filter(({sheet}) => sheet === title).every((table) => showsHeader(copy, table)));
    if (twin === undefined) return [];
    const [title, {sheet}] = twin;
    const certain = same(sheet, copy.sheet);
    return [
      {
        kind: "sheet-copy",
        at: {sheet: copy.sheet.title},
        found: `Blatt „${copy.sheet.title}“ mit den Tabellen von „${title}“ und ${certain ? "denselben" : "anderen"} Angaben`,
        readAs: `Kopie, die nicht zählt; es zählt „${sheet.title}“`,
        template: "jedes Blatt einmal",
        certain,
      },
    ];
  });
const order = (titles: readonly string[], grids: ReadonlyMap<string, Grid>, sheets: readonly Sheet[]): Repair[] => {
  const places = titles.flatMap((title) => (grids.has(title) ? [sheets.indexOf(grids.get(title)!.sheet)] : []));
  return places.every((place, i) => i === 0 || place > places[i - 1]!)
    ? []
    : [
        {
          kind: "sheet-order",
          at: {file: true},
          found: "Blätter in anderer Reihenfolge",
          readAs: "die Blätter ihrer Namen",
          template: "Reihenfolge nach Nummern",
          certain: true,
        },
      ];
};

/** Finds each sheet of the form by its title, then by a title that is clearly meant, then by the tables it shows. */
export const findSheets = (form: Form, sheets: readonly Sheet[]): FoundSheets => {
  const titles = [...new Set(form.tables.map(({sheet}) => sheet))];
  const grids = new Map<string, Grid>();
  let free = sheets.filter(({title}) => !ours.has(folded(title))).map(gridOf);
  // Way by way, so that a sheet under its own title is never taken for another one.
  const byContent = new Set<string>();
  for (const way of ways)
    for (const title of titles.filter((each) => !grids.has(each))) {
      const grid = way(
        title,
        form.tables.filter(({sheet}) => sheet === title),
        free,
      );
      if (grid === undefined) continue;
      grids.set(title, grid);
      if (way === ways.at(-1)) byContent.add(title);
      free = free.filter((each) => each !== grid);
    }
  const unknown = free.filter(({lastRow}) => lastRow > 0);
  return {
    grids,
    remarks: unknown.map(({sheet}): Remark => ({kind: "unknown-sheet", at: {sheet: sheet.title}, found: sheet.title, expected: "nur Blätter der Vorlage"})),
    repairs: [
      ...order(titles, grids, sheets),
      ...[...grids].filter(([title, {sheet}]) => sheet.title !== title).map((each) => renamed(each, !byContent.has(each[0]))),
      ...copies(form, grids, unknown),
    ],
  };
};
