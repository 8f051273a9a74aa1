import {chance} from "../../fixtures/sample/chance.ts";
import type {Opened} from "../../pipelines/read/open-workbook.ts";
import {kimMb10} from "../../schemas/layouts/kim-mb-1-0.ts";
import type {Base, Truth} from "./bases.ts";
import type {Book, Mangled, Mutator, Target} from "./book.ts";
import {cellMutators} from "./mutators/cells.ts";
import {columnMutators} from "./mutators/columns.ts";
import {coverMutators} from "./mutators/cover.ts";
import {headingMutators} from "./mutators/headings.ts";
import {rowMutators} from "./mutators/rows.ts";
import {sheetMutators} from "./mutators/sheets.ts";

/** Every way a workbook is mangled. */
export const mutators: readonly Mutator[] = [...columnMutators, ...headingMutators, ...rowMutators, ...sheetMutators, ...cellMutators, ...coverMutators];

/** A mangled workbook with what it must be read as, unless it is asked about; `shortened`: rows are gone, so that sheets no longer add up. */
export type Mutant = {
  readonly base: Base;
  readonly names: readonly string[];
  readonly opened: Opened;
  readonly truth: Truth;
  readonly touched: ReadonlySet<string>;
  readonly shortened: boolean;
};

const titles = [...new Set(kimMb10.tables.map(({sheet}) => sheet))];
const targetIn = ({body, halfYear, keyAt}: Base, book: Book, title: string): Target | null => {
  const sheet = book.sheets.find((each) => each.title === title);
  return sheet === undefined ? null : {book, sheet, tables: kimMb10.tables.filter((table) => table.sheet === title), body, halfYear, keyAt};
};
const without = (truth: Truth, gone: readonly string[]): Truth =>
  gone.length === 0 ? truth : new Map([...truth].filter(([name]) => !gone.some((row) => name.replace(/\|.*\|/, "|").split(",", 1)[0] === row)));

/** The `n`-th mutant of a seed: one mangling, or one on each of two sheets. Mutators take turns, so that each is tried equally often. */
export const mutantOf = (bases: readonly Base[], seed: number, n: number): Mutant => {
  const dice = chance(seed, "mutant", n);
  const base = dice.pick(bases);
  const {sheets, properties} = base.opened.workbook;
  let done: Mangled = {book: {sheets, properties}, touched: [], gone: []};
  const names: string[] = [];
  const used = new Set<string>();
  const wanted = dice.happens(0.25) ? 2 : 1;
  for (let tries = 0; names.length < wanted && tries < 200; tries++) {
    // A cover retyped and every trace of what the template was issued for removed as well leave nothing to notice.
    const mutator = names.length === 0 && tries < 40 ? mutators[n % mutators.length]! : dice.pick(mutators.filter((each) => !coverMutators.includes(each)));
    const title = dice.pick(titles.filter((each) => !used.has(each)));
    const target = targetIn(base, done.book, title);
    const made = target === null ? null : mutator.make(target, dice);
    if (made === null) continue;
    names.push(mutator.name);
    for (const each of [title, ...made.touched]) used.add(each);
    done = {book: made.book, touched: [...done.touched, ...made.touched], gone: [...(done.gone ?? []), ...(made.gone ?? [])]};
  }
  return {
    base,
    names,
    opened: {...base.opened, workbook: {...base.opened.workbook, ...done.book}},
    truth: without(base.truth, done.gone ?? []),
    touched: new Set(done.touched),
    shortened: (done.gone ?? []).length > 0,
  };
};
