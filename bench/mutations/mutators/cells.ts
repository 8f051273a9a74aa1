import type {Chance} from "../../../fixtures/sample/chance.ts";
import type {SheetCell} from "../../../schemas/flow.ts";
import type {Table} from "../../../schemas/layouts/layout.ts";
import {codeListOf} from "../../../schemas/codes/lists.ts";
import {addressOf, answersIn, changed, type Mutator, numberOf, numbersIn, type Target, textCell, typedOver} from "../book.ts";

const german = (number: number) => {
  const [whole, decimals] = String(number).split(".");
  return `${whole!.replace(/\B(?=(\d{3})+$)/g, ".")}${decimals === undefined ? "" : `,${decimals}`}`;
};
const fullWidth = (text: string) => [...text].map((sign) => (sign >= "!" && sign <= "~" ? String.fromCharCode(sign.charCodeAt(0) + 0xfee0) : sign)).join("");
const plain = (number: number) => String(number).replace(".", ",");
const spellings: readonly ((number: number) => string)[] = [
  plain,
  (number) => `${plain(number)} `,
  (number) => `\u00a0${plain(number)}`,
  (number) => `'${plain(number)}`,
  german,
  (number) => german(number).replaceAll(".", "\u202f"),
  (number) => `${plain(number)} Std.`,
  (number) => fullWidth(plain(number)),
  (number) => `${plain(number)}\n`,
  String,
];
const retyped = (target: Target, tables: readonly Table[], words: (number: number) => SheetCell) =>
  typedOver(target.sheet, Object.fromEntries(tables.flatMap((table) => numbersIn(target, table)).map(([address, number]) => [address, words(number)])));
const oneNumber = (name: string, cell: (number: number, dice: Chance) => SheetCell): Mutator => ({
  name,
  make: (target, dice) => {
    const numbers = target.tables.flatMap((table) => numbersIn(target, table));
    if (numbers.length === 0) return null;
    const [address, number] = dice.pick(numbers);
    return changed(target, typedOver(target.sheet, {[address]: cell(number, dice)}));
  },
});

const matrices = ({tables}: Target) => tables.filter(({codes}) => codes !== undefined);
const keyed = (name: string, key: (code: string, label: string, dice: Chance) => Readonly<Record<"A" | "B", SheetCell | null | undefined>>): Mutator => ({
  name,
  make: (target, dice) => {
    const tables = matrices(target);
    if (tables.length === 0) return null;
    const table = dice.pick(tables);
    const known = codeListOf(table.codes!.list).known;
    const all = table.codes!.only ?? [...known.keys()];
    const cells = all.flatMap((code, i) =>
      Object.entries(key(code, known.get(code)!, dice)).flatMap(([letter, cell]) =>
        cell === undefined ? [] : [[`${letter}${table.rows[0] + i}`, cell] as const],
      ),
    );
    return changed(target, typedOver(target.sheet, Object.fromEntries(cells)));
  },
});

/** Two neighbouring cells under answers, as a range. */
const pair = (target: Target, dice: Chance): readonly [string, string] => {
  const table = dice.pick(target.tables);
  const letter = numberOf(dice.pick(answersIn(table)));
  const row = dice.between(...table.rows);
  return [addressOf(letter, row), dice.happens(0.5) ? addressOf(letter, row + 1) : addressOf(letter + 1, row)];
};
const merging = (name: string, keepsCovered: boolean): Mutator => ({
  name,
  make: (target, dice) => {
    const [first, second] = pair(target, dice);
    const sheet = {...target.sheet, merged: [...target.sheet.merged, `${first}:${second}`]};
    return changed(target, keepsCovered ? sheet : typedOver(sheet, {[second]: null}));
  },
});

export const cellMutators: readonly Mutator[] = [
  {
    name: "Zahlen als Text",
    make: (target, dice) => {
      const spelling = dice.pick(spellings);
      return changed(
        target,
        retyped(target, target.tables, (number) => textCell(spelling(number))),
      );
    },
  },
  oneNumber("eine Zahl als Text", (number, dice) => textCell(dice.pick(spellings)(number))),
  oneNumber("Zahlenformat eines Datums", (number) => ({text: "12.01.2025", typed: {date: number > 1 ? "2025-01-12" : "1999-12-31"}})),
  oneNumber("Format, das nichts anzeigt", (number) => ({text: "", typed: {number}})),
  oneNumber("Prozentformat", (number) => ({text: `${Math.round(number * 100)}%`, typed: {number}})),
  oneNumber("Format ohne Nachkommastellen", (number) => ({text: String(Math.round(number)), typed: {number}})),
  oneNumber("Formel statt Zahl", (number) => ({text: String(number), typed: {number}, formula: "1+1"})),
  oneNumber("Fehlerwert statt Zahl", () => ({text: "#BEZUG!", typed: {error: "#REF!"}})),
  {
    name: "Datumsformate entfernt",
    make: (target) => {
      const dates = [...target.sheet.cells].flatMap(([address, {typed}]) =>
        "date" in typed ? [[address, Math.round(Date.parse(`${typed.date}T00:00:00Z`) / 86_400_000) + 25_569] as const] : [],
      );
      return dates.length === 0
        ? null
        : changed(target, typedOver(target.sheet, Object.fromEntries(dates.map(([address, number]) => [address, {text: String(number), typed: {number}}]))));
    },
  },
  {
    name: "geschützte und schmale Leerzeichen in allen Texten",
    make: (target, dice) => {
      const blank = dice.pick(["\u00a0", "\u202f", "\u2009", "  "]);
      const texts = [...target.sheet.cells].flatMap(([address, {typed}]) =>
        "text" in typed ? [[address, textCell(`${blank}${typed.text.replaceAll(" ", blank)}\u200b`)] as const] : [],
      );
      return changed(target, typedOver(target.sheet, Object.fromEntries(texts)));
    },
  },
  keyed("Codes ohne führende Null", (code) => ({
    A: /^\d+$/.test(code) ? {text: String(Number(code)), typed: {number: Number(code)}} : undefined,
    B: undefined,
  })),
  keyed("Bezeichnung statt Code", (_, label) => ({A: textCell(label), B: undefined})),
  keyed("Codes gelöscht", () => ({A: null, B: undefined})),
  keyed("Code und Bezeichnung in einer Zelle", (code, label) => ({A: textCell(`${code} ${label}`), B: null})),
  {
    name: "Codes gegen die Bezeichnungen verrutscht",
    make: (target, dice) => {
      const tables = matrices(target);
      if (tables.length === 0) return null;
      const table = dice.pick(tables);
      const [first, end] = table.rows;
      const letter = dice.pick(["A", "B"]);
      const cells = Array.from(
        {length: end - first},
        (_, i) => [`${letter}${first + i + 1}`, target.sheet.cells.get(`${letter}${first + i}`) ?? null] as const,
      );
      return changed(target, typedOver(target.sheet, {...Object.fromEntries(cells), [`${letter}${first}`]: null}));
    },
  },
  {
    name: "Eintrag ohne oder mit anders geschriebenem Code",
    make: (target, dice) => {
      const entries = target.tables.flatMap((table) =>
        answersIn(table).flatMap((letter) =>
          Array.from({length: table.rows[1] - table.rows[0] + 1}, (_, i) => `${letter}${table.rows[0] + i}`).filter((address) =>
            /^[A-Z0-9]{1,4} \p{L}/u.test(target.sheet.cells.get(address)?.text ?? ""),
          ),
        ),
      );
      if (entries.length === 0) return null;
      const address = dice.pick(entries);
      const text = target.sheet.cells.get(address)!.text;
      const spelled = dice.pick([text.split(" ")[0]!, text.replace(/^\S+ /, ""), text.toLocaleLowerCase("de"), ` ${text}\u00a0`]);
      return changed(target, typedOver(target.sheet, {[address]: textCell(spelled)}));
    },
  },
  merging("Zellen mit Angaben verbunden", false),
  merging("Zellen verbunden, verdeckte Angabe noch da", true),
];
