import {join} from "node:path";
import type {FigureStatus} from "../../../../schemas/gaps.ts";
import {type HalfYear, halfYearOf} from "../../../../schemas/half-year.ts";
import {productPath} from "../../../../schemas/products.ts";
import {keysOf} from "../../../../schemas/tables/columns.ts";
import type {Level, TableDeclaration} from "../../../../schemas/tables/table.ts";
import type {SqlRow, Warehouse} from "../../../effects/warehouse.ts";
import type {AreaFigure} from "../proof/roll-up.ts";
import type {ProvenRow} from "../proof/table-figures.ts";

const figureIn = (row: SqlRow, name: string, isRate: boolean): AreaFigure => ({
  status: row[`${name}_status`] as FigureStatus,
  bodies: row[`${name}_bodies`] as number,
  value: row[isRate ? `${name}_num` : name] as bigint | null,
  den: isRate ? (row[`${name}_den`] as bigint | null) : null,
});

/** Rows of a published product, as its Parquet file has them. */
export const publishedRows = async (reader: Warehouse, products: string, table: TableDeclaration): Promise<ProvenRow[]> => {
  const path = join(products, productPath("controlling", table.name, "parquet")).replaceAll("'", "''");
  const dimensions = keysOf(table).slice(3);
  return (await reader.rows(`select * from '${path}'`)).map((row) => ({
    halfYear: halfYearOf(row["half_year"] as string) as HalfYear,
    level: row["level"] as Level,
    area: row["area"] as string,
    key: dimensions.map((name) => String(row[name])).join("|"),
    figures: new Map(table.figures.map(({name, measure}) => [name, figureIn(row, name, measure.kind === "rate")])),
  }));
};
