import type {Leak} from "../files/leak.ts";
import {isRoundedFrom, type Printed, printedNumbers} from "./printed-number.ts";
import type {PageTable, Picture} from "./read-page.ts";

const isIn = (known: readonly Printed[]) => (number: Printed) => known.some((each) => isRoundedFrom(number, each));
const isBare = (text: string) => /^[+−±-]?[\d.]+$/.test(text.trim());
/** A count, and no share, amount or year: from 1.000 on counts have a dot. */
const isCount = (text: string, {places, step}: Printed) => places === 0 && step === 1n && !/%|€|^20\d\d$/.test(text.trim());

/** Numbers that stand on an axis: a step and all its multiples up to the largest. */
const onAxis = (numbers: readonly bigint[]): Set<bigint> => {
  const all = new Set(numbers);
  const most = BigInt(Math.max(0, ...numbers.map(Number)));
  const axes = [...all].filter((step) => step > 0n).map((step) => Array.from({length: Number(most / step)}, (_, i) => step * BigInt(i + 1)));
  return new Set([0n, ...axes.filter((axis) => axis.length > 1 && axis.every((tick) => all.has(tick))).flat()]);
};

const numbersOf = (table: PageTable | null) => (table?.rows ?? []).flat().flatMap(printedNumbers);

type Drawn = {readonly text: string; readonly number: Printed};
/** Where there is nothing to draw, the axis goes from 0 to 1. */
const isEmptyAxis = (strange: readonly Drawn[], bare: readonly bigint[]) => bare.includes(0n) && strange.every(({number}) => number.units <= 1n);

/** Counts inside a drawing that are neither in its data, nor said beside it, nor on an axis. */
export const strangeInPicture = ({id, texts, prose, table}: Picture, file: string): Leak[] => {
  const known = isIn([...numbersOf(table), ...printedNumbers(prose)]);
  const counts = texts.flatMap((text) => printedNumbers(text).map((number): Drawn => ({text, number}))).filter(({text, number}) => isCount(text, number));
  const bare = counts.filter(({text}) => isBare(text)).map(({number}) => number.units);
  const axis = onAxis(bare);
  const strange = counts.filter(({text, number}) => !known(number) && !(isBare(text) && axis.has(number.units)));
  if (isEmptyAxis(strange, bare)) return [];
  return strange.map(({text}): Leak => ({kind: "chart", file, table: id, cell: "Text im Bild", found: text, expected: "eine Zahl aus der Tabelle des Bildes"}));
};

/** Counts in a picture that is a file of its own: its labels are those of the picture on the page, its words those beside it. */
export const strangeInFile = (texts: readonly string[], file: string, {id, texts: drawn, prose}: Picture): Leak[] => {
  const onPage = new Set(drawn);
  const said = isIn(printedNumbers(prose));
  const isStrange = (text: string) => printedNumbers(text).some((number) => isCount(text, number) && (isBare(text) || !said(number)));
  return texts
    .filter((text) => !onPage.has(text) && isStrange(text))
    .map((text): Leak => ({kind: "chart", file, table: id, cell: "Text im Bild", found: text, expected: "eine Zahl aus dem Bild auf der Seite"}));
};

/** Cells in which the download of a chart says another number than the table on its page. */
export const otherThanTable = (rows: readonly (readonly string[])[], file: string, {caption, rows: shown}: PageTable): Leak[] =>
  rows.flatMap((row, i) =>
    row.flatMap((text, j): Leak[] => {
      const [here, there] = [printedNumbers(text), printedNumbers(shown[i]?.[j] ?? "")];
      const same = here.length === there.length && here.every((number, k) => isRoundedFrom(number, there[k]!) || isRoundedFrom(there[k]!, number));
      return same
        ? []
        : [{kind: "chart", file, table: caption, cell: `${row[0]} · ${rows[0]?.[j] ?? j + 1}`, found: text, expected: shown[i]?.[j] ?? "nichts"}];
    }),
  );
