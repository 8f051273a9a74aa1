import type {Chance} from "../../../fixtures/sample/chance.ts";
import type {SheetCell} from "../../../schemas/flow.ts";
import type {Table} from "../../../schemas/layouts/layout.ts";
import {addressOf, answersIn, changed, moved, type Mutator, numberCell, numbersIn, placeOf, type Target, textCell, typedOver, usedRows} from "../book.ts";

const last = ({tables}: Target) => Math.max(...tables.map(({rows}) => rows[1]));
const inserted = (target: Target, before: number, count: number) => moved(target.sheet, (column, row) => [column, row >= before ? row + count : row]);
const removed = (target: Target, from: number, count = 1) =>
  moved(target.sheet, (column, row) => (row >= from && row < from + count ? null : [column, row >= from + count ? row - count : row]));
const cellsOf = ({sheet}: Target, row: number): (readonly [number, SheetCell])[] =>
  [...sheet.cells].flatMap(([address, cell]) => (placeOf(address)[1] === row ? [[placeOf(address)[0], cell] as const] : []));
const pasted = (cells: readonly (readonly [number, SheetCell])[], row: number) =>
  Object.fromEntries(cells.map(([column, cell]) => [addressOf(column, row), cell]));

const lists = (target: Target) => target.tables.filter((table) => table.kind === "list" && usedRows(target, table).length > 0);
/** A row of a list with what it is called in the truth. */
const listRow = (target: Target, dice: Chance) => {
  const tables = lists(target);
  if (tables.length === 0) return null;
  const table = dice.pick(tables);
  const row = dice.pick(usedRows(target, table));
  return {table, row, gone: `${table.id}|${target.keyAt(table.id, row) ?? ""}`};
};
const sums = (target: Target, table: Table): Readonly<Record<string, SheetCell>> => {
  const totals = new Map<string, number>();
  for (const [address, number] of numbersIn(target, table)) {
    const letter = address.replace(/\d+/, "");
    totals.set(letter, Math.round(((totals.get(letter) ?? 0) + number) * 100) / 100);
  }
  return Object.fromEntries([...totals].map(([letter, sum]) => [letter, numberCell(sum)]));
};
const below = (target: Target, table: Table) => Math.max(table.rows[0], ...usedRows(target, table)) + 1;
const labels = ["Summe", "Summe:", "Gesamt", "Insgesamt", "SUMME", "Total", "Gesamtsumme", "Summe aller Orte", "Σ", "Zwischensumme"];
const strayTotal = (target: Target, table: Table, label: Readonly<Record<string, SheetCell>>, row: number) =>
  changed(
    target,
    typedOver(target.sheet, Object.fromEntries(Object.entries({...sums(target, table), ...label}).map(([letter, cell]) => [`${letter}${row}`, cell]))),
  );

export const rowMutators: readonly Mutator[] = [
  {name: "leere Zeilen eingefügt", make: (target, dice) => changed(target, inserted(target, dice.between(1, last(target)), dice.between(1, 15)))},
  {
    name: "Zeilen über den Tabellen gelöscht",
    make: (target, dice) => {
      const first = Math.min(...target.tables.map(({headerRow}) => headerRow));
      const count = dice.between(1, first - 1);
      return changed(target, removed(target, dice.between(1, first - count), count));
    },
  },
  {
    name: "Kopfzeile gelöscht",
    make: (target, dice) => changed(target, removed(target, dice.pick(target.tables).headerRow)),
  },
  {
    name: "Zeile einer festen Tabelle gelöscht",
    make: (target, dice) => {
      const fixed = target.tables.filter(({kind}) => kind !== "list");
      if (fixed.length === 0) return null;
      const table = dice.pick(fixed);
      const free = table.fixed?.find((block) => "free" in block)?.rows ?? [0, -1];
      const row = dice.between(table.rows[0], table.rows[1]);
      return row >= free[0]! && row <= free[1]! ? null : changed(target, removed(target, row));
    },
  },
  {
    name: "Zeile einer Liste gelöscht",
    make: (target, dice) => {
      const found = listRow(target, dice);
      return found === null ? null : changed(target, removed(target, found.row), [found.gone]);
    },
  },
  {
    name: "Summenzeile gelöscht",
    make: (target, dice) => {
      const totalled = target.tables.filter(({totalRow}) => totalRow !== undefined);
      return totalled.length === 0 ? null : changed(target, removed(target, dice.pick(totalled).totalRow!));
    },
  },
  {
    name: "zwei Zeilen getauscht",
    make: (target, dice) => {
      const table = dice.pick(target.tables);
      const [a, b] = [dice.between(...table.rows), dice.between(...table.rows)];
      return changed(
        target,
        moved(target.sheet, (column, row) => [column, row === a ? b : row === b ? a : row]),
      );
    },
  },
  {
    name: "unten abgeschnitten",
    make: (target, dice) => {
      const table = dice.pick(target.tables.filter(({kind}) => kind !== "list"));
      if (table === undefined) return null;
      const from = dice.between(table.headerRow, table.rows[1]);
      const gone = lists(target).flatMap((list) =>
        usedRows(target, list).flatMap((row) => (row >= from ? [`${list.id}|${target.keyAt(list.id, row) ?? ""}`] : [])),
      );
      return changed(
        target,
        moved(target.sheet, (column, row) => (row >= from ? null : [column, row])),
        gone,
      );
    },
  },
  {
    name: "Summenzeile unter eine Liste geschrieben",
    make: (target, dice) => {
      const tables = lists(target);
      if (tables.length === 0) return null;
      const table = dice.pick(tables);
      return strayTotal(target, table, {[dice.pick(["A", "A", "B"])]: textCell(dice.pick(labels))}, below(target, table) + dice.between(0, 1));
    },
  },
  {
    name: "unbenannte Summenzeile unter eine Liste geschrieben",
    make: (target, dice) => {
      const tables = lists(target).filter(({id}) => id !== "T13");
      if (tables.length === 0) return null;
      const table = dice.pick(tables);
      return strayTotal(
        target,
        table,
        dice.happens(0.5) ? {} : {A: textCell(dice.pick(["Kreis", "alle", "zusammen", "E99"]))},
        below(target, table) + dice.between(0, 1),
      );
    },
  },
  {
    name: "Summenzeile unter eine feste Tabelle geschrieben",
    make: (target, dice) => {
      const table = dice.pick(target.tables.filter(({kind}) => kind === "matrix"));
      return table === undefined ? null : strayTotal(target, table, {[dice.pick(["A", "B"])]: textCell(dice.pick(labels))}, table.rows[1] + 1);
    },
  },
  {
    name: "Kopfzeile mitten in der Tabelle wiederholt",
    make: (target, dice) => {
      const table = dice.pick(target.tables);
      const at = dice.between(table.rows[0], table.rows[1]);
      return changed(target, typedOver(inserted(target, at, 1), pasted(cellsOf(target, table.headerRow), at)));
    },
  },
  {
    name: "Zeile kopiert und eingefügt",
    make: (target, dice) => {
      const table = dice.pick(target.tables);
      const row = dice.between(table.rows[0], table.rows[1]);
      return changed(target, typedOver(inserted(target, row + 1, 1), pasted(cellsOf(target, row), row + 1)));
    },
  },
  {
    name: "Tabelle mit anderen Zahlen darunter noch einmal",
    make: (target, dice) => {
      const table = dice.pick(target.tables);
      const by = last(target) + 4 - (table.headerRow - 1);
      const rows = usedRows(target, table);
      const start = table.headerRow - (dice.happens(0.5) ? 1 : 0);
      const cells = [...target.sheet.cells].flatMap(([address, cell]): [string, SheetCell][] => {
        const [column, row] = placeOf(address);
        const isAnswer = rows.includes(row) && answersIn(table).includes(address.replace(/\d+/, "")) && "number" in cell.typed;
        return row < start || row > table.rows[1]
          ? []
          : [[addressOf(column, row + by), isAnswer ? numberCell((cell.typed as {number: number}).number + 2) : cell]];
      });
      return changed(target, typedOver(target.sheet, Object.fromEntries(cells)));
    },
  },
  {
    name: "Zeilen ausgeblendet",
    make: (target, dice) => changed(target, {...target.sheet, hiddenRows: [...usedRows(target, dice.pick(target.tables)), 3].filter(() => dice.happens(0.6))}),
  },
];
