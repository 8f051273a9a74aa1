import {join} from "node:path";
import {audiences} from "../../../../schemas/disclosure.ts";
import {tablesFor} from "../../../../schemas/disclosure/audience-tables.ts";
import type {Context, Withheld} from "../../../../schemas/context.ts";
import {fieldOf} from "../../../../schemas/fields/registry.ts";
import type {Reading} from "../../../../schemas/flow.ts";
import type {HalfYear} from "../../../../schemas/half-year.ts";
import {formFor} from "../../../../schemas/layouts/forms.ts";
import type {Term} from "../../../../schemas/measures.ts";
import type {Manifest} from "../../../../schemas/products.ts";
import type {TableDeclaration} from "../../../../schemas/tables/table.ts";
import {arrowTable} from "../../../attack/files/arrow-table.ts";
import {columnNamed, rowCount} from "../../../attack/files/file-table.ts";
import type {Desk} from "../desk.ts";

type Folder = Pick<Desk, "files" | "folder">;
/** A number of a body that the last release keeps back: the total of one field. */
type Hidden = Term & {readonly halfYear: string};

/** The public tables in which a figure of a body is the total of one field of its form. */
const plain = (): TableDeclaration[] => tablesFor("public").filter(({levels, dimensions}) => levels.includes("body") && dimensions.length === 0);
/** The one field whose column a figure adds up; null for anything else. */
const fieldBehind = ({measure}: TableDeclaration["figures"][number]): Term | null => {
  const [term, ...others] = measure.kind === "sum" ? measure.terms : [];
  const isWhole = term !== undefined && others.length === 0 && term.factor === undefined && term.where === undefined && term.only === undefined;
  return isWhole ? term : null;
};

const hiddenIn = async ({files, folder}: Folder, {name, figures}: TableDeclaration, body: string): Promise<Hidden[]> => {
  const bytes = await files.read(join(folder.products, "public", `${name}.arrow`));
  if (bytes === null) return [];
  const table = arrowTable(bytes, name);
  const at = (column: string, row: number) => columnNamed(table, column)?.[row] ?? "";
  const own = Array.from({length: rowCount(table)}, (_, row) => row).filter((row) => at("area", row) === body && at("level", row) === "body");
  return figures.flatMap((figure) => {
    const term = fieldBehind(figure);
    const kept = term === null ? [] : own.filter((row) => at(`${figure.name}_status`, row) === "withheld");
    return kept.map((row) => ({...term!, halfYear: at("half_year", row)}));
  });
};

const totalRow = "GESAMT";
/** Where a form shows the total of a field; `parts` tells two sheets apart that have the field both. */
const placeOf = (halfYear: HalfYear, {field, parts}: Term) =>
  formFor(halfYear).tables.find(
    ({columns, rowKey}) => columns.some((column) => column.field === field) && (parts === undefined || rowKey?.startsWith(`${parts}:`)),
  );
const kindOf = ({cells}: Reading, table: string, field: string): Withheld["kind"] => {
  const value = cells.find((cell) => cell.table === table && cell.field === field && cell.row === totalRow)?.value ?? 0n;
  const threshold = BigInt(audiences.public.policy.threshold) * 10n ** BigInt(fieldOf(field).scale);
  return value > 0n && value < threshold ? "primary" : "secondary";
};

/** What the last release keeps back of a return of this body; null for a half-year it does not hold, and where there was none yet. */
export const withheldOf = async (desk: Folder, body: string): Promise<(reading: Reading) => Context["release"]> => {
  const manifest = await desk.files.read(join(desk.folder.products, "public", "manifest.json"));
  if (manifest === null) return () => null;
  const {halfYears} = JSON.parse(new TextDecoder().decode(manifest)) as Manifest;
  const hidden = (await Promise.all(plain().map((table) => hiddenIn(desk, table, body)))).flat();
  return (reading) => {
    const halfYear = reading.halfYear;
    if (halfYear === null || !halfYears.some((each) => each.halfYear === halfYear)) return null;
    return hidden
      .filter((each) => each.halfYear === halfYear)
      .flatMap((each) => {
        const table = placeOf(halfYear, each)?.id;
        return table === undefined ? [] : [{table, field: each.field, row: totalRow, kind: kindOf(reading, table, each.field)}];
      });
  };
};
