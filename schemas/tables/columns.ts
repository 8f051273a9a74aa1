import type {FigureDeclaration} from "../measures.ts";
import type {TableDeclaration} from "./table.ts";

/** `count` and `decimal` are exact: whole units and hundredths. */
export type ColumnType = "text" | "date" | "boolean" | "integer" | "count" | "decimal";
export type ColumnRole = "key" | "name" | "attribute" | "due" | "value" | "status" | "bodies" | "num" | "den";
/** A column of a mart and of every product made of it. */
export type ProductColumn = {
  readonly name: string;
  readonly label: string;
  readonly type: ColumnType;
  readonly role: ColumnRole;
  /** Code list of its values. */
  readonly list?: string;
  /** The figure it belongs to. */
  readonly figure?: FigureDeclaration;
};

const key = (name: string, label: string, list?: string, type: ColumnType = "text"): ProductColumn => ({
  name,
  label,
  type,
  role: "key",
  ...(list === undefined ? {} : {list}),
});
const numberType = (scale: 0 | 2): ColumnType => (scale === 0 ? "count" : "decimal");

const rateColumns = (figure: FigureDeclaration, scaleOf: (name: string) => 0 | 2): ProductColumn[] => {
  const {name, label, measure} = figure;
  if (measure.kind !== "rate") return [];
  return [
    {name: `${name}_num`, label: `${label}: Zähler`, type: numberType(scaleOf(measure.num)), role: "num", figure},
    {name: `${name}_den`, label: `${label}: Nenner`, type: numberType(scaleOf(measure.den)), role: "den", figure},
  ];
};
const valueColumns = (figure: FigureDeclaration, scaleOf: (name: string) => 0 | 2): ProductColumn[] => {
  const {name, label, unit, scale, measure} = figure;
  const value: ProductColumn = {name, label: `${label} (${unit})`, type: numberType(scale), role: "value", figure};
  return [
    ...(measure.kind === "rate" ? rateColumns(figure, scaleOf) : [value]),
    {name: `${name}_status`, label: `${label}: Stand der Angabe`, type: "text", role: "status", figure},
    {name: `${name}_bodies`, label: `${label}: Stellen darin`, type: "integer", role: "bodies", figure},
  ];
};

/** The columns of a table in their order. The keys come first and identify a row. */
export const columnsOf = ({dimensions, attributes = [], figures}: TableDeclaration): ProductColumn[] => {
  const scaleOf = (name: string) => {
    const found = figures.find((figure) => figure.name === name);
    if (found === undefined) throw new Error(`unknown figure: ${name}`);
    return found.scale;
  };
  return [
    key("half_year", "Berichtshalbjahr"),
    key("level", "Ebene"),
    key("area", "Gebiet"),
    ...dimensions.map(({name, label, list, from}) => key(name, label, list, "register" in from && from.register === "number" ? "integer" : "text")),
    {name: "area_name", label: "Name des Gebiets", type: "text", role: "name"},
    ...attributes.map(({name, label, type, list}): ProductColumn => ({name, label, type, role: "attribute", ...(list === undefined ? {} : {list})})),
    {name: "bodies_due", label: "Meldepflichtige Stellen", type: "integer", role: "due"},
    ...figures.flatMap((figure) => valueColumns(figure, scaleOf)),
  ];
};
/** Names of the columns that identify a row. */
export const keysOf = (table: TableDeclaration): string[] =>
  columnsOf(table)
    .filter(({role}) => role === "key")
    .map(({name}) => name);
