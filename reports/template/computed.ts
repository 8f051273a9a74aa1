import {codeListOf} from "../../schemas/codes/lists.ts";
import {originGroup} from "../../schemas/codes/nationalities.ts";
import type {Column, Table} from "../../schemas/layouts/layout.ts";
import {fieldOfColumn} from "./columns.ts";
import type {Variant} from "./variant.ts";

/** What a cell holds: a number, a text, or nothing (""). */
export type CellContent = number | string;
export type Look = (address: string, sheet?: string) => CellContent;
/** A cell that computes itself: the formula for the spreadsheet and the same thought for the cached result. */
export type Computed = {readonly sheet: string; readonly address: string; readonly formula: string; readonly result: (look: Look) => CellContent};

const hundredths = (value: number) => Math.round(value * 100) / 100;
const cells = (letters: string, [first, last]: readonly [number, number]) =>
  [...letters].flatMap((letter) => Array.from({length: last - first + 1}, (_, i) => `${letter}${first + i}`));
const numbersOf = (look: Look, addresses: readonly string[], sheet?: string) =>
  addresses.map((address) => look(address, sheet)).filter((value) => typeof value === "number");
const total = (numbers: readonly number[]) => hundredths(numbers.reduce((sum, each) => sum + each, 0));
const entry = (list: string, code: string) => codeListOf(list).entry(code);

/** A sum that stays empty as long as nothing is entered: a blank form shows no zeros. */
const sumOf = (sheet: string, address: string, letters: string, rows: readonly [number, number]): Computed => {
  const range = `${letters[0]}${rows[0]}:${letters.at(-1)}${rows[1]}`;
  const addresses = cells(letters, rows);
  return {
    sheet,
    address,
    formula: `IF(COUNT(${range})=0,"",SUM(${range}))`,
    result: (look) => {
      const numbers = numbersOf(look, addresses);
      return numbers.length === 0 ? "" : total(numbers);
    },
  };
};
/** Sum of the first cells minus the others, once all of them are numbers. */
const balance = (sheet: string, address: string, plus: readonly string[], minus: readonly string[]): Computed => ({
  sheet,
  address,
  formula: `IF(COUNT(${[...plus, ...minus].join(",")})<${plus.length + minus.length},"",${plus.join("+")}-${minus.join("-")})`,
  result: (look) =>
    numbersOf(look, [...plus, ...minus]).length < plus.length + minus.length ? "" : total(numbersOf(look, plus)) - total(numbersOf(look, minus)),
});
const copied = (sheet: string, address: string, from: string): Computed => ({
  sheet,
  address,
  formula: `IF('03_Fallzahlen'!${from}="","",'03_Fallzahlen'!${from})`,
  result: (look) => look(from, "03_Fallzahlen"),
});
const nameOfPlace = (sheet: string, row: number): Computed => ({
  sheet,
  address: `B${row}`,
  formula: `IF(A${row}="","",MID(A${row},10,80))`,
  result: (look) => String(look(`A${row}`)).slice(9),
});
/** Posts of one function (approved G, occupied H) in one place, from sheet 02. */
const postsIn = (sheet: string, address: string, row: number, code: string, letter: "G" | "H"): Computed => ({
  sheet,
  address,
  formula: `IF(A${row}="","",SUMIFS('02_Stellen'!$${letter}$7:$${letter}$86,'02_Stellen'!$B$7:$B$86,"${code} *",'02_Stellen'!$F$7:$F$86,LEFT(A${row},8)&"*"))`,
  result: (look) => {
    const place = String(look(`A${row}`)).slice(0, 8);
    const rows = cells("A", [7, 86])
      .map((cell) => cell.slice(1))
      .filter((each) => String(look(`B${each}`, "02_Stellen")).startsWith(`${code} `) && String(look(`F${each}`, "02_Stellen")).startsWith(place));
    return place === ""
      ? ""
      : total(
          numbersOf(
            look,
            rows.map((each) => `${letter}${each}`),
            "02_Stellen",
          ),
        );
  },
});
const bausteinOf = (post: string) => (post === "" ? "" : /^(KO|KOK|VA) /.test(post) ? "B1" : post.startsWith("CM ") ? "B2" : "B3");
const baustein = (sheet: string, row: number): Computed => ({
  sheet,
  address: `C${row}`,
  formula: `IF(B${row}="","",IF(OR(LEFT(B${row},2)="KO",LEFT(B${row},3)="VA "),"${entry("CL_BAUSTEIN", "B1")}",IF(LEFT(B${row},3)="CM ","${entry("CL_BAUSTEIN", "B2")}","${entry("CL_BAUSTEIN", "B3")}")))`,
  result: (look) => {
    const code = bausteinOf(String(look(`B${row}`)));
    return code === "" ? "" : entry("CL_BAUSTEIN", code);
  },
});
const group = (sheet: string, row: number): Computed => ({
  sheet,
  address: `B${row}`,
  formula: `IF(A${row}="","",IFERROR(VLOOKUP(A${row},L_STAAT_GRUPPE,2,FALSE),""))`,
  result: (look) => {
    const key = String(look(`A${row}`)).split(" ", 1)[0]!;
    return codeListOf("CL_STAAT").known.has(key) ? entry("CL_STAAT_GRUPPE", originGroup(key)) : "";
  },
});
const suggestion = (sheet: string, row: number): Computed => ({
  sheet,
  address: `S${row}`,
  formula: `IF(ISNUMBER(H${row}),6*H${row},"")`,
  result: (look) => {
    const value = look(`H${row}`);
    return typeof value === "number" ? hundredths(6 * value) : "";
  },
});

/** Formulas in one row of a table, helper columns to its right included. */
const inRow: Readonly<Record<string, (sheet: string, row: number) => Computed[]>> = {
  T02: (sheet, row) => [baustein(sheet, row), suggestion(sheet, row)],
  T03: (sheet, row) => [sumOf(sheet, `N${row}`, "IJKLM", [row, row]), balance(sheet, `T${row}`, [`C${row}`, `D${row}`], [`F${row}`])],
  T04A: (sheet, row) => [sumOf(sheet, `G${row}`, "CDEF", [row, row])],
  T04G: (sheet, row) => [sumOf(sheet, `C${row}`, "CDEF"[row - 20]!, [7, 15])],
  T04N: (sheet, row) => (row >= 14 && row <= 28 ? [group(sheet, row)] : []),
  T04O: (sheet, row) => [copied(sheet, `A${row}`, `A${row}`), copied(sheet, `B${row}`, `B${row}`), sumOf(sheet, `Q${row}`, "CDEFGHIJKLMNOP", [row, row])],
  T08K: (sheet, row) => (row === 42 ? [balance(sheet, "C42", ["C39", "C40"], ["C41"])] : []),
  T10A: (sheet, row) => [nameOfPlace(sheet, row), postsIn(sheet, `C${row}`, row, "ABH", "G"), postsIn(sheet, `D${row}`, row, "ABH", "H")],
  T10E: (sheet, row) => [
    nameOfPlace(sheet, row),
    postsIn(sheet, `C${row}`, row, "EBH", "G"),
    postsIn(sheet, `D${row}`, row, "EBH", "H"),
    balance(sheet, `T${row}`, [`E${row}`, `F${row}`], [`G${row}`, `I${row}`, `J${row}`, `K${row}`]),
  ],
  T11: (sheet, row) => [nameOfPlace(sheet, row), postsIn(sheet, `F${row}`, row, "KOK", "G"), postsIn(sheet, `H${row}`, row, "CM", "H")],
};
const rowNumbers = ({rows: [first, last]}: Table) => Array.from({length: last - first + 1}, (_, i) => first + i);

/** What has a total: numbers that may be added over places; no medians, no texts. Display columns of numbers have one too. */
export const hasTotal = (table: Table, column: Column): boolean => {
  const field = fieldOfColumn(column);
  return field === null
    ? /[€]|Summe/.test(column.title)
    : field.additive.places && ["count", "signed", "posts", "euro", "decimal"].includes(field.kind) && table.totalRow !== undefined;
};
const totalsOf = (table: Table): Computed[] => {
  const {
    sheet,
    totalRow,
    rows: [first, last],
    codes,
  } = table;
  if (totalRow === undefined) return [];
  const rows = [first, codes?.totalled === undefined ? last : first + codes.totalled - 1] as const;
  return table.columns.filter((column) => hasTotal(table, column)).map(({letter}) => sumOf(sheet, `${letter}${totalRow}`, letter, rows));
};

/** All formulas of a form, in an order in which each finds the results it needs. */
export const computedCells = ({form, municipal}: Variant): Computed[] => {
  const tables = form.tables.filter(({onlyFor}) => onlyFor === undefined || municipal);
  const rows = tables.flatMap((table) => rowNumbers(table).flatMap((row) => inRow[table.id]?.(table.sheet, row) ?? []));
  return [...rows, ...tables.flatMap(totalsOf)];
};
