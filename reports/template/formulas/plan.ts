import type {Variant} from "../variant.ts";
import {asideLetter} from "../blank/asides.ts";
import {type Entry, entriesOf, firstEntryRow, marginLetter, type Margins} from "./entries.ts";
import {type MarginCell, marginCells} from "./margins.ts";
import {probesOf, sheetsOf} from "./rule-probes.ts";
import {type Block, tablesIn, usedLetter} from "./values/value-sheet.ts";

/** All that a form needs to check itself. */
export type CheckPlan = {
  readonly blocks: readonly Block[];
  readonly margins: Margins;
  readonly cells: readonly MarginCell[];
  readonly entries: readonly Entry[];
  /** First and last row of a rule in the list of probes; undefined where the rule is not looked at in this form. */
  readonly rowsOf: (rule: string) => readonly [number, number] | undefined;
};

const marginsOf = (variant: Variant, cells: readonly MarginCell[]): Margins =>
  new Map(
    [...Map.groupBy(cells, ({sheet}) => sheet)].map(([sheet, own]) => {
      const letters = tablesIn(variant).flatMap((table) => (table.sheet === sheet ? table.columns.map(({letter}) => letter) : []));
      return [sheet, {letter: marginLetter(letters, asideLetter(sheet)), rows: [own[0]!.row, own.at(-1)!.row]}] as const;
    }),
  );

/** Translates the rules for a form. */
export const checkPlan = (variant: Variant): CheckPlan => {
  const sheets = sheetsOf(variant);
  const probes = probesOf(variant, sheets);
  const cells = marginCells(probes, (sheet, row) => {
    const list = tablesIn(variant).find((table) => table.kind === "list" && table.sheet === sheet && table.rows[0] <= row && row <= table.rows[1]);
    return list === undefined ? null : `${sheets.values.cell(sheet, usedLetter, row)}=1`;
  });
  const margins = marginsOf(variant, cells);
  const entries = entriesOf(probes, margins);
  const rowsOf = (id: string) => {
    const first = entries.findIndex(({rule}) => rule.id === id);
    return first < 0 ? undefined : ([first + firstEntryRow, entries.findLastIndex(({rule}) => rule.id === id) + firstEntryRow] as const);
  };
  return {blocks: sheets.values.blocks, margins, cells, entries, rowsOf};
};
