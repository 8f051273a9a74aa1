import {tableFor, tablesFor} from "../../../schemas/disclosure/audience-tables.ts";
import type {FigureDeclaration} from "../../../schemas/measures.ts";
import type {TableDeclaration} from "../../../schemas/tables/table.ts";
import {printDecimal, printRatio} from "../../../schemas/units.ts";
import {type Row, rowsIn} from "../attack/republish.ts";
import {keyOf, type Leaked} from "./secret.ts";

/** How a number is printed with so many digits; null where there is none. */
type Print = (places: number) => string | null;
/** At the place of each number the public must not see exactly: how the true one would be printed, and how the public one is. */
export type Secretly = ReadonlyMap<string, {readonly exact: Print; readonly shown: Print}>;

const printOf = ({name, scale, measure}: FigureDeclaration, {figures}: TableDeclaration, row: Row): Print => {
  const scaleOf = (of: string) => figures.find((figure) => figure.name === of)!.scale;
  if (row[`${name}_status`] !== "known") return () => null;
  if (measure.kind !== "rate") return (places) => (places > scale ? null : printDecimal(row[name] as bigint, scale, places));
  const more = BigInt(scaleOf(measure.den) - scaleOf(measure.num));
  const [num, den] = [row[`${name}_num`] as bigint, row[`${name}_den`] as bigint];
  const [top, below] = more > 0n ? [num * 10n ** more, den] : [num, den * 10n ** -more];
  return (places) => (den === 0n ? null : printRatio(top, below, places, measure.factor));
};

export const secretlyIn = async (products: string): Promise<Secretly> => {
  const all = new Map<string, {exact: Print; shown: Print}>();
  for (const {name} of tablesFor("public")) {
    const table = tableFor("public", name);
    const truth = new Map((await rowsIn({products, audience: "controlling", table: name})).map((row) => [keyOf(table, row), row]));
    for (const row of await rowsIn({products, audience: "public", table: name}))
      for (const figure of table.figures) {
        const key = keyOf(table, row);
        all.set(`${name}.${figure.name}|${key}`, {exact: printOf(figure, table, truth.get(key)!), shown: printOf(figure, table, row)});
      }
  }
  return all;
};

export const textOf = (markup: string): string =>
  markup
    .replace(/<[^>]+>/g, "")
    .replaceAll("&amp;", "&")
    .replace(/[\s\u00a0]+/g, " ")
    .trim();
const placed = /data-place="([^"]+)"[^>]*>(.*?)<\/(?:td|p)>/gs;

/** True numbers printed at the places of secrets, with however many digits. */
export const leakedAtPlaces = (file: string, markup: string, secretly: Secretly): Leaked[] =>
  [...markup.matchAll(placed)].flatMap(([, place, inner]) => {
    const [, token, decimals = ""] = /(−?[\d.]+(?:,(\d+))?)/.exec(textOf(inner!)) ?? [];
    const secret = secretly.get(place!);
    if (token === undefined || secret === undefined) return [];
    const [exact, shown] = [secret.exact(decimals.length), secret.shown(decimals.length)];
    return token === exact && exact !== shown ? [{by: "Seite", file, what: `${place}: ${token}`}] : [];
  });
