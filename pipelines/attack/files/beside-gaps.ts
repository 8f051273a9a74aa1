import type {ProductColumn} from "../../../schemas/tables/columns.ts";
import type {TableDeclaration} from "../../../schemas/tables/table.ts";
import type {Leak} from "./leak.ts";
import {cellOf, columnNamed, type FileTable, plannedColumns, rowKeys} from "./file-table.ts";

const isNumber = ({role}: ProductColumn) => role === "value" || role === "num" || role === "den";

/** Numbers beside a status that says there is none, and known figures without a number. */
export const besideGaps = (table: FileTable, declaration: TableDeclaration): Leak[] =>
  [...plannedColumns(declaration).values()].filter(isNumber).flatMap(({name, figure}) => {
    const [values = [], status = []] = [columnNamed(table, name), columnNamed(table, `${figure!.name}_status`)];
    const wrong = values.flatMap((value, row) => ((value === null) === (status[row] !== "known") ? [] : [row]));
    const keys = wrong.length === 0 ? [] : rowKeys(table, declaration);
    return wrong.map(
      (row): Leak => ({
        kind: "gap",
        file: table.file,
        table: declaration.name,
        cell: cellOf(name, keys[row]!),
        found: values[row] ?? "kein Wert",
        expected: status[row] === "known" ? "eine Zahl" : `keine Zahl (${status[row] ?? "ohne Stand der Angabe"})`,
      }),
    );
  });
