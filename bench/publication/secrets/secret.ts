import {tableFor, tablesFor} from "../../../schemas/disclosure/audience-tables.ts";
import {isPublicTable, publicationOf} from "../../../schemas/disclosure/plan.ts";
import {keysOf} from "../../../schemas/tables/columns.ts";
import type {FigureDeclaration} from "../../../schemas/measures.ts";
import type {TableDeclaration} from "../../../schemas/tables/table.ts";
import {decimalText} from "../../../schemas/units.ts";
import {type Row, rowsIn} from "../attack/republish.ts";

/** One column of a row that the public must not see exactly: what is true and what is shown (nothing where it is withheld), as decimal texts. */
export type Secret = {
  readonly table: string;
  /** `access.zugang_n|2025-H2|body|05111|1`: the place of its figure. */
  readonly place: string;
  readonly key: string;
  readonly figure: string;
  readonly column: string;
  readonly exact: string;
  readonly shown: string | null;
};
/** Something that gives a secret away: which way of looking found it, in which file, what. */
export type Leaked = {readonly by: string; readonly file: string; readonly what: string};

export const keyOf = (table: TableDeclaration, row: Row): string =>
  keysOf(table)
    .map((name) => String(row[name]))
    .join("|");
const textOf = (value: Row[string] | undefined, scale: number): string | null => (typeof value === "bigint" ? decimalText(value, scale) : null);

type NumberColumn = {readonly column: string; readonly scale: 0 | 2};
const numbersOf = ({name, scale, measure}: FigureDeclaration, {figures}: TableDeclaration): NumberColumn[] => {
  if (measure.kind !== "rate") return [{column: name, scale}];
  const scaleOf = (of: string) => figures.find((figure) => figure.name === of)!.scale;
  return [
    {column: `${name}_num`, scale: scaleOf(measure.num)},
    {column: `${name}_den`, scale: scaleOf(measure.den)},
  ];
};
const secretsOf = (table: TableDeclaration, shown: Row, exact: Row): Secret[] => {
  const key = keyOf(table, shown);
  return table.figures.flatMap((figure) =>
    numbersOf(figure, table).flatMap(({column, scale}): Secret[] => {
      const [truth, said] = [textOf(exact[column], scale), textOf(shown[column], scale)];
      const isWithheld = shown[`${figure.name}_status`] === "withheld";
      if (truth === null || (!isWithheld && truth === said)) return [];
      const place = `${table.name}.${figure.name}|${key}`;
      return [{table: table.name, place, key, figure: figure.name, column, exact: truth, shown: isWithheld ? null : said}];
    }),
  );
};

/** All numbers that the public products withhold or show otherwise than they are; only a measure may look at both. */
export const secretsIn = async (products: string): Promise<Secret[]> => {
  const secrets: Secret[] = [];
  for (const table of tablesFor("public")) {
    const exact = new Map((await rowsIn({products, audience: "controlling", table: table.name})).map((row) => [keyOf(table, row), row]));
    for (const row of await rowsIn({products, audience: "public", table: table.name})) secrets.push(...secretsOf(table, row, exact.get(keyOf(table, row))!));
  }
  return secrets;
};

/** Numbers that should be secrets by the plan and the methods of the manifest, and stand there as they are: small exact ones, exact ones that are not rounded. */
export const bareNumbers = async (products: string, methods: Readonly<Record<string, string>>, threshold: bigint): Promise<Leaked[]> => {
  const leaks: Leaked[] = [];
  for (const {name} of tablesFor("public")) {
    if (!isPublicTable(name)) continue;
    const table = tableFor("public", name);
    const judged = table.figures.flatMap(({name: figure}) => {
      const {method, measure, base = threshold} = publicationOf(name, figure);
      return ["suppress", "round"].includes(method) ? [{figure, base, method: methods[measure] ?? method}] : [];
    });
    for (const row of await rowsIn({products, audience: "public", table: name}))
      for (const {figure, base, method} of judged) {
        const value = row[figure];
        const isBare = typeof value === "bigint" && (method === "round" ? value % base !== 0n : value > 0n && value < threshold);
        if (isBare) leaks.push({by: "Plan", file: `${name}.arrow`, what: `${name}.${figure}|${keyOf(table, row)}: ${value}`});
      }
  }
  return leaks;
};
