import type {Sheet} from "../../../schemas/flow.ts";
import {previousHalfYear} from "../../../schemas/half-year.ts";
import {bodies} from "../../../schemas/codes/bodies.ts";
import {changed, type Mangled, type Mutator, moved, type Target, textCell, typedOver} from "../book.ts";

const cover = (target: Target): Target => ({...target, sheet: target.book.sheets.find(({title}) => title === "01_Deckblatt")!});
/** An answer of the cover typed over. */
const retyped = (target: Target, address: string, text: string): Mangled => {
  const there = cover(target);
  return changed(there, typedOver(there.sheet, {[address]: textCell(text)}));
};
const metaChanged = ({book}: Target, change: (sheet: Sheet) => Sheet | null, properties = book.properties): Mangled => ({
  book: {sheets: book.sheets.flatMap((sheet) => (sheet.title === "_meta" ? (change(sheet) ?? []) : [sheet])), properties},
  touched: ["01_Deckblatt"],
});
/** The template of the half-year before, its cover retyped for this one: what is hidden still tells. */
const issuedBefore = (target: Target): Mangled => {
  const before = previousHalfYear(target.halfYear);
  const properties = {...target.book.properties, ...("periode" in target.book.properties && {periode: before})};
  return metaChanged(
    target,
    (sheet) =>
      typedOver(
        sheet,
        Object.fromEntries([...sheet.cells].flatMap(([address, {text}]) => (text === "periode" ? [[address.replace("A", "B"), textCell(before)]] : []))),
      ),
    properties,
  );
};

export const coverMutators: readonly Mutator[] = [
  {
    name: "Jahr auf dem Deckblatt überschrieben",
    make: (target, dice) => retyped(target, "C7", `${Number(target.halfYear.slice(0, 4)) + dice.pick([-1, 1])}${target.halfYear.slice(4)}`),
  },
  {
    name: "Halbjahr auf dem Deckblatt überschrieben",
    make: (target) => retyped(target, "C7", `${target.halfYear.slice(0, 6)}${target.halfYear.endsWith("1") ? 2 : 1}`),
  },
  {name: "Stelle auf dem Deckblatt überschrieben", make: (target, dice) => retyped(target, "C6", dice.pick(bodies.filter(({key}) => key !== target.body)).key)},
  {name: "Formularversion auf dem Deckblatt überschrieben", make: (target, dice) => retyped(target, "C9", dice.pick(["KIM-MB-2.0", "KIM-MB-0.9", "1.0"]))},
  {name: "Vorlage des vorigen Halbjahres", make: issuedBefore},
  {name: "Blatt _meta gelöscht", make: (target) => metaChanged(target, () => null)},
  {name: "Dokumenteigenschaften entfernt", make: ({book}) => ({book: {...book, properties: {}}, touched: []})},
  {name: "Blatt _meta und Dokumenteigenschaften entfernt", make: (target) => metaChanged(target, () => null, {})},
  {
    name: "Fragen gegen die Antworten verrutscht",
    make: (target, dice) => {
      const table = target.tables.find(({kind}) => kind === "questions");
      if (table === undefined) return null;
      const at = dice.between(table.rows[0], table.rows[1] - 1);
      return changed(
        target,
        moved(target.sheet, (column, row) => [column, column === 2 && row >= at && row <= table.rows[1] ? row + 1 : row]),
      );
    },
  },
];
