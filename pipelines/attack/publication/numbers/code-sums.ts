import {tableFor} from "../../../../schemas/disclosure/audience-tables.ts";
import {identities, isPublicTable, type PublicTable, publicationOf} from "../../../../schemas/disclosure/plan.ts";
import {numberName} from "../../../../schemas/disclosure/published-cell.ts";
import type {Equation} from "../../equations.ts";
import type {PublishedTable} from "../published-table.ts";
import type {Numbers} from "./published-number.ts";
import {attackable} from "./read-numbers.ts";

/** Codes that are no part of the measure are left aside. */
const partsIn = (table: PublicTable, figure: string, rows: PublishedTable["rows"]): string[] => {
  const declaration = tableFor("public", table);
  const {measure} = publicationOf(table, figure);
  return rows.map((row) => numberName(table, figure, declaration, row)).filter((name) => name.startsWith(`${measure}|`));
};
const wholeOf = (part: string, dimensions: readonly string[]) =>
  part
    .split("|")
    .filter((at) => !dimensions.includes(at.split("=", 1)[0]!))
    .join("|");

/** A total that is printed nowhere is still the sum of what an identity names; a part that a body left out adds nothing. */
const printedFor = (whole: string, numbers: Numbers): string[] => {
  if (numbers.has(whole)) return [whole];
  const measure = whole.split("|", 1)[0]!;
  const identity = identities.find(({whole: [first, ...more]}) => first === measure && more.length === 0);
  return (identity?.parts ?? []).map((part) => part + whole.slice(measure.length)).filter((name) => numbers.has(name));
};

const sumAt = (table: PublicTable, figure: string, rows: PublishedTable["rows"], numbers: Numbers): Equation[] => {
  const parts = partsIn(table, figure, rows);
  if (parts.length === 0) return [];
  const whole = wholeOf(
    parts[0]!,
    tableFor("public", table).dimensions.map(({name}) => name),
  );
  const left = printedFor(whole, numbers);
  const bodies = numbers.get(left[0] ?? "")?.bodies;
  return bodies !== undefined && parts.every((part) => numbers.get(part)?.bodies === bodies) ? [{left, right: parts}] : [];
};

/** The codes of a table add up to the number that is not broken down, at the finest places a table shows; above them it follows. */
export const codeSums = (tables: readonly PublishedTable[], numbers: Numbers, only: (halfYear: string) => boolean): Equation[] =>
  tables.flatMap(({table, rows}) => {
    if (!isPublicTable(table)) return [];
    const declaration = tableFor("public", table);
    if (declaration.dimensions.length === 0) return [];
    const [finest] = declaration.levels;
    const fine = rows.filter(({level, half_year: halfYear}) => level === finest && only(String(halfYear)));
    const places = [...Map.groupBy(fine, ({half_year: halfYear, area}) => `${halfYear}|${area}`).values()];
    return attackable(table, declaration).flatMap(({name}) => places.flatMap((place) => sumAt(table, name, place, numbers)));
  });
