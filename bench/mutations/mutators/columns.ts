import type {Chance} from "../../../fixtures/sample/chance.ts";
import {addressOf, changed, lettersIn, lettersOf, moved, type Mutator, numberCell, numberOf, type Target, textCell, typedOver} from "../book.ts";

const lastColumn = ({tables}: Target) => Math.max(...tables.flatMap(lettersIn).map(numberOf));
const inserted = (target: Target, at: number, count: number) => moved(target.sheet, (column, row) => [column >= at ? column + count : column, row]);
const place = (target: Target, dice: Chance) => dice.between(1, lastColumn(target) + 1);
const notes = ["Notiz", "Kontrolle", "Bemerkung", "Vorjahr", "Soll", "geprüft", "Neuaufnahmen Vorjahr", "Summe alt"];
/** A column of one's own: a heading and a number in each used row of each table. */
const noted = (target: Target, at: number, title: string) => {
  const rows = target.tables.flatMap(({headerRow, rows: [first]}) => [
    [headerRow, textCell(title)] as const,
    [first, numberCell(77)] as const,
    [first + 1, numberCell(78)] as const,
  ]);
  return Object.fromEntries(rows.map(([row, cell]) => [addressOf(at, row), cell]));
};

const pairOf = (target: Target, dice: Chance): readonly [string, string] => {
  const letters = lettersIn(dice.pick(target.tables));
  const left = dice.pick(letters);
  const right = dice.pick(letters.filter((letter) => letter !== left));
  return [left, right];
};
const exchanged = (left: string, right: string) => (column: number) =>
  column === numberOf(left) ? numberOf(right) : column === numberOf(right) ? numberOf(left) : column;
/** Rows of one table: its caption down to its last row. */
const isWithin = (headerRow: number, last: number) => (row: number) => row >= headerRow - 1 && row <= last;

export const columnMutators: readonly Mutator[] = [
  {name: "leere Spalte eingefügt", make: (target, dice) => changed(target, inserted(target, place(target, dice), dice.between(1, 2)))},
  {
    name: "eigene Spalte eingefügt",
    make: (target, dice) => {
      const at = place(target, dice);
      return changed(target, typedOver(inserted(target, at, 1), noted(target, at, dice.pick(notes))));
    },
  },
  {
    name: "eigene Spalte angefügt",
    make: (target, dice) => changed(target, typedOver(target.sheet, noted(target, lastColumn(target) + dice.between(1, 3), dice.pick(notes)))),
  },
  {
    name: "Spalte gelöscht",
    make: (target, dice) => {
      const gone = dice.between(1, lastColumn(target));
      return changed(
        target,
        moved(target.sheet, (column, row) => (column === gone ? null : [column > gone ? column - 1 : column, row])),
      );
    },
  },
  {
    name: "Spalte verschoben",
    make: (target, dice) => {
      const [from, to] = [dice.between(1, lastColumn(target)), place(target, dice)];
      const closed = (column: number) => (column > from ? column - 1 : column);
      return changed(
        target,
        moved(target.sheet, (column, row) => [column === from ? to : closed(column) + (closed(column) >= to ? 1 : 0), row]),
      );
    },
  },
  {
    name: "zwei Spalten samt Überschrift getauscht",
    make: (target, dice) => {
      const to = exchanged(...pairOf(target, dice));
      return changed(
        target,
        moved(target.sheet, (column, row) => [to(column), row]),
      );
    },
  },
  {
    name: "nur zwei Überschriften getauscht",
    make: (target, dice) => {
      const table = dice.pick(target.tables);
      const letters = lettersIn(table);
      const left = dice.pick(letters);
      const to = exchanged(left, dice.pick(letters.filter((letter) => letter !== left)));
      return changed(
        target,
        moved(target.sheet, (column, row) => [row === table.headerRow ? to(column) : column, row]),
      );
    },
  },
  {
    name: "Überschriften gegen die Spalten verschoben",
    make: (target, dice) => {
      const table = dice.pick(target.tables);
      const at = numberOf(dice.pick(lettersIn(table)));
      return changed(
        target,
        moved(target.sheet, (column, row) => [row === table.headerRow && column >= at ? column + 1 : column, row]),
      );
    },
  },
  {
    name: "Spalte doppelt",
    make: (target, dice) => {
      const from = dice.between(1, lastColumn(target));
      const to = dice.pick([from + 1, lastColumn(target) + 1, lastColumn(target) + 4]);
      const room = to <= lastColumn(target) ? inserted(target, to, 1) : target.sheet;
      const copy = [...target.sheet.cells].flatMap(([address, cell]) =>
        address.replace(/\d+/, "") === lettersOf(from) ? [[addressOf(to, Number(address.replace(/\D+/, ""))), cell] as const] : [],
      );
      return changed(target, typedOver(room, Object.fromEntries(copy)));
    },
  },
  {
    name: "Spalte mit anderen Zahlen darunter doppelt",
    make: (target, dice) => {
      const table = dice.pick(target.tables);
      const from = dice.pick(lettersIn(table));
      const heading = target.sheet.cells.get(`${from}${table.headerRow}`);
      const to = lastColumn(target) + dice.between(1, 4);
      return heading === undefined
        ? null
        : changed(
            target,
            typedOver(target.sheet, {
              [addressOf(to, table.headerRow)]: heading,
              [addressOf(to, table.rows[0])]: numberCell(5),
              [addressOf(to, table.rows[0] + 1)]: numberCell(6),
            }),
          );
    },
  },
  {
    name: "Tabelle nach rechts verschoben",
    make: (target, dice) => {
      const table = dice.pick(target.tables);
      const within = isWithin(table.headerRow, table.rows[1]);
      const by = dice.between(1, 3);
      return changed(
        target,
        moved(target.sheet, (column, row) => [within(row) ? column + by : column, row]),
      );
    },
  },
];
