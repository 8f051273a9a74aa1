import {z} from "zod";
import {columnsOf, type ColumnType} from "../../schemas/tables/columns.ts";
import type {TableDeclaration} from "../../schemas/tables/table.ts";

/** Wire form of a row as JSON would hold it: whole numbers, decimals as text, ISO dates, null for what is not there. */
const wire: Readonly<Record<ColumnType, () => z.ZodType>> = {
  text: () => z.string(),
  date: () => z.iso.date(),
  boolean: () => z.boolean(),
  integer: () => z.int(),
  count: () => z.int(),
  decimal: () => z.string().regex(/^-?\d+\.\d{2}$/),
};
const required = new Set(["key", "name", "due", "status", "bodies"]);

/** JSON Schema of the rows of a product, made from its declaration. */
export const productSchema = (table: TableDeclaration): unknown => {
  const fields = columnsOf(table).map(({name, label, type, role}) => {
    const schema = wire[type]();
    return [name, (required.has(role) ? schema : schema.nullable()).meta({title: label})] as const;
  });
  return z.toJSONSchema(z.strictObject(Object.fromEntries(fields)).meta({title: table.title, description: table.description}));
};
