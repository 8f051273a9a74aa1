import type {Chance} from "../../../fixtures/sample/chance.ts";
import type {Sheet} from "../../../schemas/flow.ts";
import {changed, type Mangled, type Mutator, numberCell, numbersIn, type Target, textCell, typedOver, withSheets} from "../book.ts";

const names: readonly ((title: string, dice: Chance) => string)[] = [
  (title) => title.replace("_", " "),
  (title) => `${title} (Stand Januar)`,
  (title) => `${title} (2)`,
  (title) => title.replace(/^\d+\p{L}?_/u, ""),
  (title) => title.toLocaleUpperCase("de"),
  (title) => ` ${title}`,
  (title) => title.slice(0, -2),
  (title, dice) => {
    const at = dice.between(3, title.length - 2);
    return title.slice(0, at) + title.slice(at + 1);
  },
  (_, dice) => dice.pick(["Tabelle1", "Tabelle5", "Kopie von Meldung", "final", "Blatt 3"]),
  (title) => `x${title}`,
  (title) => title.slice(0, 2),
];
const blank = (title: string): Sheet => ({
  title,
  hidden: false,
  merged: [],
  hiddenRows: [],
  cells: new Map([
    ["A1", textCell("Notizen")],
    ["B3", numberCell(12)],
  ]),
});
/** Another number in the first cells that hold one. */
const altered = (target: Target, title: string): Sheet => {
  const numbers = target.tables.flatMap((table) => numbersIn(target, table)).slice(0, 3);
  return {...typedOver(target.sheet, Object.fromEntries(numbers.map(([address, number]) => [address, numberCell(number + 1)]))), title};
};
const shuffled = <T>(all: readonly T[], dice: Chance): T[] => {
  const rest = [...all];
  return all.map(() => rest.splice(dice.between(0, rest.length - 1), 1)[0]!);
};
const other = ({book, sheet}: Target, dice: Chance): Sheet => dice.pick(book.sheets.filter((each) => each !== sheet && /^\d/.test(each.title)));

export const sheetMutators: readonly Mutator[] = [
  {name: "Blatt umbenannt", make: (target, dice) => changed(target, {...target.sheet, title: dice.pick(names)(target.sheet.title, dice)})},
  {name: "Blätter umgestellt", make: ({book}, dice) => ({book: {...book, sheets: shuffled(book.sheets, dice)}, touched: []})},
  {name: "Blatt gelöscht", make: (target) => ({book: withSheets(target), touched: [target.sheet.title]})},
  {
    name: "Blatt doppelt",
    make: (target, dice): Mangled => {
      const copy = {...target.sheet, title: `${target.sheet.title} (2)`};
      return {book: withSheets(target, ...(dice.happens(0.5) ? [target.sheet, copy] : [copy, target.sheet])), touched: [target.sheet.title, copy.title]};
    },
  },
  {
    name: "Blatt doppelt, in der Kopie andere Zahlen",
    make: (target, dice): Mangled => {
      const copy = altered(target, dice.pick([`${target.sheet.title} (2)`, "Kopie", `${target.sheet.title} neu`]));
      return {book: withSheets(target, target.sheet, copy), touched: [target.sheet.title, copy.title]};
    },
  },
  {
    name: "zwei Fassungen eines Blattes, keine unter dem Namen der Vorlage",
    make: (target): Mangled => {
      const both = [{...target.sheet, title: `${target.sheet.title} alt`}, altered(target, `${target.sheet.title} neu`)];
      return {book: withSheets(target, ...both), touched: [target.sheet.title, ...both.map(({title}) => title)]};
    },
  },
  {
    name: "Namen zweier Blätter vertauscht",
    make: (target, dice): Mangled => {
      const second = other(target, dice);
      const title = (each: Sheet) => (each === target.sheet ? second.title : each === second ? target.sheet.title : each.title);
      return {book: {...target.book, sheets: target.book.sheets.map((each) => ({...each, title: title(each)}))}, touched: [target.sheet.title, second.title]};
    },
  },
  {name: "Blatt ausgeblendet", make: (target) => changed(target, {...target.sheet, hidden: true})},
  {
    name: "eigenes Blatt",
    make: (target, dice) => ({
      book: withSheets(target, ...shuffled([target.sheet, blank(dice.pick(["Notizen", "Tabelle1", "Nebenrechnung"]))], dice)),
      touched: [],
    }),
  },
];
