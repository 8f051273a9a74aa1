import type {Table} from "../../../schemas/layouts/layout.ts";
import {headingsOf} from "./find-columns.ts";
import type {Grid} from "./grid.ts";
import {folded, sameTitle} from "./title.ts";

const hits = (grid: Grid, row: number, titles: ReadonlySet<string>) => [...grid.headings(row).values()].filter(({text}) => titles.has(folded(text))).length;
const hasCaption = (grid: Grid, row: number, title: string) =>
  [1, 2].some((above) => [...grid.row(row - above).values()].some(({text}) => sameTitle(text, title)));

/** In its own row, and under no other table's caption: tables that look alike could have slipped into each other's place. */
const isInPlace = (grid: Grid, table: Table, others: readonly Table[]) => {
  const cells = grid.headings(table.headerRow);
  return (
    headingsOf(table).every(({letter, title}) => sameTitle(cells.get(letter)?.text ?? "", title)) &&
    !others.some((other) => hasCaption(grid, table.headerRow, other.title))
  );
};

/** Rows that show most of a table's titles, best first in `score`; the caption above settles between tables that look alike. */
const candidates = (grid: Grid, table: Table, others: readonly Table[]) => {
  const titles = new Set(headingsOf(table).map(({title}) => folded(title)));
  const rows = Array.from({length: grid.lastRow}, (_, i) => i + 1);
  return rows
    .map((row) => ({row, score: hits(grid, row, titles)}))
    .filter(({row, score}) => score >= Math.max(2, titles.size * 0.6) && !others.some((other) => hasCaption(grid, row, other.title)))
    .map(({row, score}) => ({row, score: score + (hasCaption(grid, row, table.title) ? 1000 : 0)}));
};

/** Whether a sheet shows the header of a table, wherever it stands. */
export const showsHeader = (grid: Grid, table: Table) => candidates(grid, table, []).length > 0;

/** The header row of each table of a sheet, found by its titles; tables whose row is not clear are missing. */
export const findHeaders = (grid: Grid, tables: readonly Table[]): ReadonlyMap<string, number> => {
  const besides = (table: Table) => tables.filter((other) => other !== table);
  const found = new Map(tables.filter((table) => isInPlace(grid, table, besides(table))).map(({id, headerRow}) => [id, headerRow]));
  for (const table of tables.filter(({id}) => !found.has(id))) {
    const free = candidates(grid, table, besides(table)).filter(({row}) => ![...found.values()].includes(row));
    const best = Math.max(...free.map(({score}) => score));
    const rows = free.filter(({score}) => score === best);
    if (rows.length === 1) found.set(table.id, rows[0]!.row);
  }
  return found;
};
