import type {Chance} from "../../../fixtures/sample/chance.ts";
import type {Table} from "../../../schemas/layouts/layout.ts";
import {addressOf, changed, lettersIn, type Mangled, type Mutator, numberOf, type Target, textCell, typedOver} from "../book.ts";

const swapped = (text: string, at: number) => text.slice(0, at) + (text[at + 1] ?? "") + text[at] + text.slice(at + 2);
const typos: readonly ((text: string, dice: Chance) => string)[] = [
  (text, dice) => swapped(text, dice.between(0, Math.max(0, text.length - 2))),
  (text, dice) => {
    const at = dice.between(0, text.length - 1);
    return text.slice(0, at) + text.slice(at + 1);
  },
  (text, dice) => {
    const at = dice.between(0, text.length - 1);
    return text.slice(0, at) + text[at] + text.slice(at);
  },
];
const styles: readonly ((text: string) => string)[] = [
  (text) => text.toLocaleUpperCase("de"),
  (text) => text.toLocaleLowerCase("de"),
  (text) => text.replaceAll(" ", "\n"),
  (text) => text.replaceAll(" ", "\u00a0"),
  (text) => text.replace(/(\p{L}{5})(\p{L}{3,})/u, "$1-\n$2"),
  (text) => `  ${text} `,
  (text) => text.normalize("NFD"),
  (text) => `${text}:`,
];
const foreign = ["Zu", "Sonstiges", "Spalte1", "Anzahl", "Wert", "Fälle", "n", "H2", "siehe unten"];

/** A printed heading or question of the target: its address and words. */
const headings = ({sheet}: Target, tables: readonly Table[]): (readonly [string, string])[] =>
  tables
    .flatMap((table) => [
      ...lettersIn(table).map((letter) => `${letter}${table.headerRow}`),
      ...table.columns.flatMap(({row}) => (row === undefined ? [] : [`B${row}`])),
    ])
    .flatMap((address) => {
      const text = sheet.cells.get(address)?.text;
      return text === undefined ? [] : [[address, text] as const];
    });
const retitled = (name: string, words: (text: string, dice: Chance, all: readonly string[]) => string): Mutator => ({
  name,
  make: (target, dice) => {
    const all = headings(target, target.tables);
    const [address, text] = dice.pick(all);
    const title = words(
      text,
      dice,
      all.map((each) => each[1]).filter((each) => each !== text),
    );
    return changed(target, typedOver(target.sheet, {[address]: title === "" ? null : textCell(title)}));
  },
});
const abbreviated = (text: string, dice: Chance) =>
  text
    .split(" ")
    .map((word) => (word.length > 6 && dice.happens(0.6) ? `${word.slice(0, dice.between(3, word.length - 2))}.` : word))
    .join(" ");

const merged = (target: Target, _table: Table, range: string, keep: string, text: string, dropped: readonly string[]): Mangled => {
  const cells = Object.fromEntries([...dropped.map((address) => [address, null] as const), [keep, textCell(text)] as const]);
  const sheet = typedOver(target.sheet, cells);
  return changed(target, {...sheet, merged: [...sheet.merged, range]});
};

export const headingMutators: readonly Mutator[] = [
  retitled("Tippfehler in einer Überschrift", (text, dice) => dice.pick(typos)(text, dice)),
  retitled("zwei Tippfehler in einer Überschrift", (text, dice) => dice.pick(typos)(dice.pick(typos)(text, dice), dice)),
  retitled("Überschrift abgekürzt", abbreviated),
  retitled("Überschrift anders geschrieben oder umbrochen", (text, dice) => dice.pick(styles)(text)),
  retitled("Einheit weggelassen", (text) => text.replace(/\s*\([^()]*\)\s*$/, "")),
  retitled("Überschrift ergänzt", (text, dice) => `${text} ${dice.pick(["2025", "neu", "(ohne Personen)", "gesamt", "lt. Liste"])}`),
  retitled("Überschrift gelöscht", () => ""),
  retitled("fremde Überschrift", (_, dice) => dice.pick(foreign)),
  retitled("Überschrift einer anderen Spalte", (text, dice, others) => (others.length === 0 ? text : dice.pick(others))),
  {
    name: "alle Überschriften anders geschrieben",
    make: (target, dice) => {
      const style = dice.pick(styles);
      return changed(
        target,
        typedOver(target.sheet, Object.fromEntries(headings(target, target.tables).map(([address, text]) => [address, textCell(style(text))]))),
      );
    },
  },
  {
    name: "zwei Überschriften verbunden",
    make: (target, dice) => {
      const table = dice.pick(target.tables);
      const letters = lettersIn(table);
      const left = dice.pick(letters.slice(0, -1));
      const right = addressOf(numberOf(left) + 1, table.headerRow);
      const keep = `${left}${table.headerRow}`;
      const text = `${target.sheet.cells.get(keep)?.text ?? ""}${dice.happens(0.5) ? ` ${target.sheet.cells.get(right)?.text ?? ""}` : ""}`;
      return merged(target, table, `${keep}:${right}`, keep, text, dice.happens(0.5) ? [right] : []);
    },
  },
  {
    name: "Überschrift mit der Zeile darüber verbunden",
    make: (target, dice) => {
      const table = dice.pick(target.tables);
      const letter = dice.pick(lettersIn(table));
      const [above, own] = [`${letter}${table.headerRow - 1}`, `${letter}${table.headerRow}`];
      return merged(target, table, `${above}:${own}`, above, target.sheet.cells.get(own)?.text ?? "", [own]);
    },
  },
  {
    name: "Tabellentitel geändert oder gelöscht",
    make: (target, dice) => {
      const address = `A${dice.pick(target.tables).headerRow - 1}`;
      return changed(target, typedOver(target.sheet, {[address]: dice.happens(0.5) ? null : textCell("Tabelle")}));
    },
  },
];
