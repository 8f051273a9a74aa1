import {bodies, districts, spokenName} from "../../../schemas/codes/bodies.ts";
import {codeLists} from "../../../schemas/codes/lists.ts";
import {gaps} from "../../../schemas/gaps.ts";
import {printDecimal} from "../../../schemas/units.ts";
import type {Leak} from "../files/leak.ts";
import {printedNumbers} from "./printed-number.ts";
import type {PageTable} from "./read-page.ts";

/** A number in a list: what it shows, that it is withheld, or that something else stands there. */
type Entry = {readonly label: string; readonly value: bigint | "withheld" | null; readonly places: number};
const {sign, word} = gaps.withheld;

const entryOf = (label: string, text: string): Entry => {
  if ([sign, word, `${sign} ${word}`, `${sign}${word}`].includes(text)) return {label, value: "withheld", places: 0};
  const numbers = printedNumbers(text);
  const [only] = numbers;
  if (numbers.length !== 1 || only === undefined || only.step !== 1n || /[%a-zä]/i.test(text)) return {label, value: null, places: 0};
  return {label, value: /^[−-]/.test(text) ? -only.units : only.units, places: only.places};
};

const isTotal = ({label}: Entry) => /^(Land|NRW|Nordrhein-Westfalen|insgesamt|Summe|zusammen|alle)\b/i.test(label);
const isSubtotal = ({label}: Entry) => /^(Regierungsbezirk|RB) /.test(label);
const names = new Set(bodies.flatMap((body) => [body.name, body.short, spokenName(body)]));
/** Whether nothing is missing between these parts: all bodies, all districts, or all codes of a list. */
const isWhole = (labels: readonly string[]): boolean => {
  if (labels.every((label) => names.has(label))) return labels.length === bodies.length;
  const plain = labels.map((label) => label.replace(/^(Regierungsbezirk|RB) /, ""));
  if (plain.every((label) => districts.some((district) => district === label))) return plain.length === districts.length;
  return [...codeLists.values()].some(({known}) => known.size === labels.length && [...known.values()].every((label) => labels.includes(label)));
};

/** How far the true number can lie from the printed one, and how wide a withheld one must stay: whole numbers by 5, posts by half. */
const grain = (values: readonly bigint[], places: number, threshold: number) => {
  const base = places === 2 ? 50n : 5n;
  const rounded = values.length > 2 && values.every((value) => value % base === 0n);
  return {slip: rounded ? base / 2n : 0n, least: places === 2 ? 50n : BigInt(threshold)};
};

/** Between which numbers a withheld entry must lie, if the list and its total are to be believed; nothing if the list is no sum. */
const rangeIn = (entries: readonly Entry[], threshold: number): {low: bigint; high: bigint; places: number; label: string} | null => {
  const total = entries.find((entry) => isTotal(entry) && typeof entry.value === "bigint");
  const below = entries.filter((entry) => !isTotal(entry));
  const parts = below.every(isSubtotal) ? below : below.filter((entry) => !isSubtotal(entry));
  const [hidden, shown] = [parts.filter(({value}) => value === "withheld"), parts.flatMap(({value}) => (typeof value === "bigint" ? [value] : []))];
  if (total === undefined || ![0, 2].includes(total.places) || hidden.length === 0 || hidden.length + shown.length < parts.length) return null;
  const {slip, least} = grain([...shown, total.value as bigint], total.places, threshold);
  const [rest, unsure] = [(total.value as bigint) - shown.reduce((sum, value) => sum + value, 0n), slip * BigInt(shown.length + 1)];
  const high = rest + unsure;
  const low = hidden.length === 1 && isWhole(parts.map(({label}) => label)) && rest > unsure ? rest - unsure : 0n;
  const isOpen = high >= least && high - low >= least - 1n;
  return high < 0n || isOpen ? null : {low, high, places: total.places, label: hidden[0]!.label};
};

const turned = (rows: PageTable["rows"]) => (rows[0] ?? []).map((_, i) => rows.map((row) => row[i] ?? ""));

/** Withheld numbers that the total of their list gives away, in columns and in rows. */
export const givenAwayBySums = ({caption, rows}: PageTable, file: string, threshold: number): Leak[] =>
  [rows, turned(rows)].flatMap(([head = [], ...lines]) =>
    head.slice(1).flatMap((title, i) => {
      const found = rangeIn(
        lines.map((line) => entryOf(line[0] ?? "", line[i + 1] ?? "")),
        threshold,
      );
      if (found === null) return [];
      const [low, high] = [found.low, found.high].map((value) => printDecimal(value, found.places));
      return [
        {kind: "sum", file, table: caption, cell: `${found.label} · ${title}`, found: low === high ? `genau ${low}` : `${low} bis ${high}`, expected: "offen"},
      ];
    }),
  );
