import type {DataValidation} from "exceljs";
import type {Field} from "../../../schemas/fields/field.ts";
import type {Column, RowBlock, Table} from "../../../schemas/layouts/layout.ts";
import {fieldOfColumn, rowsOf} from "../columns.ts";

type Check = Pick<DataValidation, "type" | "formulae"> & {error: string; errorStyle?: string; operator?: DataValidation["operator"]};

const custom = (formula: string, error: string): Check => ({type: "custom", formulae: [formula], error});
const list = (name: string): Check => ({type: "list", formulae: [name], error: "Bitte einen Eintrag aus der Liste wählen (Pfeil rechts an der Zelle)."});
const upTo = (length: number): Check => ({type: "textLength", operator: "lessThanOrEqual", formulae: [length], error: "Der Text ist zu lang. Bitte kürzen."});

const postsError = "Bitte eine Zahl von 0 bis 1 eingeben, z. B. 0,5. Mehrere Stellen: je Stelle eine Zeile.";
const decimalError = ({max, unit}: Field) =>
  max === 1
    ? postsError
    : max === 6
      ? "Bitte 0 bis 6 eingeben (VZÄ mal besetzte Monate), z. B. 3,5."
      : unit === "€"
        ? "Bitte den Betrag als Zahl eingeben, z. B. 12345,67, ohne Punkt und Eurozeichen."
        : "Bitte eine Zahl eingeben, z. B. 7,5.";
/** Up to two decimals; a plain "decimal" validation would refuse the honest k. A. */
const decimalCheck = (field: Field, cell: string) =>
  custom(
    `OR(AND(ISNUMBER(${cell}),N(${cell})>=0,N(${cell})<=${field.max ?? 1_000_000_000},ABS(N(${cell})*100-ROUND(N(${cell})*100,0))<0.0001),${cell}="k. A.")`,
    decimalError(field),
  );

/** Dates: a release comes after the reference date, a change in staffing not after it. */
const dateCheck = (name: string, cell: string) =>
  custom(
    `AND(ISNUMBER(${cell}),N(${cell})>=42005,${name === "freigabe_datum" ? `N(${cell})>V_STICHTAG` : name === "besetzung_seit" ? `N(${cell})<=V_STICHTAG` : `N(${cell})<73051`})`,
    "Bitte ein Datum eingeben, z. B. 30.06.2025.",
  );

const fieldCheck = (name: string, field: Field, cell: string): Check => {
  switch (field.kind) {
    case "count":
      return custom(
        `OR(AND(ISNUMBER(${cell}),N(${cell})>=0,N(${cell})=INT(N(${cell}))),${cell}="k. A.")`,
        "Bitte eine ganze Zahl ab 0 eingeben. Nicht bekannt? Dann k. A. eintragen.",
      );
    case "signed":
      return custom(`AND(ISNUMBER(${cell}),N(${cell})=INT(N(${cell})))`, "Bitte eine ganze Zahl eingeben, bei Abgang mit Minus.");
    case "posts":
    case "decimal":
    case "euro":
      return decimalCheck(field, cell);
    case "code":
      return list(`L_${field.list}`);
    case "place":
      return list("L_ORTE");
    case "halfYear":
      return list("L_PERIODE");
    case "date":
      return dateCheck(name, cell);
    case "mark":
      return {...list("L_X"), error: "Bitte x eintragen oder die Zelle leer lassen."};
    case "text":
      if (name === "regel_id") return {...list("L_REGEL"), errorStyle: "warning"};
      return name === "melde_key" ? list("L_STELLEN") : upTo(field.maxLength ?? 40);
  }
};

/** Local numbers must differ within their column; a warning, because a number may be in the middle of being moved. */
const keyCheck = (column: Column, [first, last]: readonly [number, number]): Check => {
  const cell = `${column.letter}${first}`;
  const formula = `AND(COUNTIF(${column.letter}$${first}:${column.letter}$${last},${cell})=1,LEN(${cell})<=12)`;
  return {...custom(formula, "Diese Nummer gibt es schon. Bitte eine andere wählen."), errorStyle: "warning"};
};
const keyColumnCheck = (table: Table, column: Column, rows: readonly [number, number]) =>
  table.fixed !== undefined ? list("L_CL_STAAT") : /^[AE]BH:/.test(table.rowKey ?? "") ? list("L_ORTE") : keyCheck(column, rows);

/** Rows of a column in which one may type: all of them, or the free rows of the origin table. */
export const openRows = (table: Table, column: Column): readonly [number, number] =>
  column.role === "key" && table.fixed !== undefined
    ? table.fixed.find((block): block is RowBlock & {free: string} => "free" in block)!.rows
    : rowsOf(table, column);

/** The validation of a column with its German input help and error text; one for the whole range. */
export const validationOf = (table: Table, column: Column): DataValidation => {
  const field = fieldOfColumn(column);
  const rows = openRows(table, column);
  const check = field === null ? keyColumnCheck(table, column, rows) : fieldCheck(column.field!, field, `${column.letter}${rows[0]}`);
  return {
    allowBlank: true,
    showInputMessage: true,
    showErrorMessage: true,
    errorTitle: "Bitte prüfen",
    errorStyle: "stop",
    promptTitle: column.title.replace(/ \(.*/, "").slice(0, 32),
    prompt: (column.help ?? field?.definition ?? "").slice(0, 250),
    ...check,
  };
};
