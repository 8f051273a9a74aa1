import {codeListOf} from "../../../schemas/codes/lists.ts";
import {type Gap, gaps} from "../../../schemas/gaps.ts";
import {columnsOf, type ProductColumn} from "../../../schemas/tables/columns.ts";
import type {TableDeclaration} from "../../../schemas/tables/table.ts";
import {csvRows} from "./csv-rows.ts";
import type {FileTable, Text} from "./file-table.ts";

type Back = (shown: string) => Text;

const levels: Readonly<Record<string, string>> = {Stelle: "body", "Gebiet der amtlichen Statistik": "unit", Regierungsbezirk: "district", Land: "state"};
const statuses: Readonly<Record<string, string>> = {bekannt: "known", ...Object.fromEntries((Object.keys(gaps) as Gap[]).map((gap) => [gaps[gap].word, gap]))};
const gapWords = new Set(Object.values(gaps).map(({word}) => word));

const codesBack = (list: string): Back => {
  const {known, entry} = codeListOf(list);
  const codes = new Map([...known.keys()].map((code) => [entry(code), code]));
  return (shown) => codes.get(shown) ?? shown;
};
/** The key stands before the name. */
const areaBack: Back = (shown) => shown.split(" ", 1)[0]!;
const numberBack: Back = (shown) => (gapWords.has(shown) ? null : shown.replace(",", "."));

const backOf = ({name, type, role, list}: ProductColumn): Back => {
  if (type === "count" || type === "decimal" || type === "integer") return numberBack;
  if (role === "status") return (shown) => statuses[shown] ?? shown;
  if (list !== undefined) return codesBack(list);
  if (name === "level") return (shown) => levels[shown] ?? shown;
  return name === "area" ? areaBack : (shown) => shown.replace(/^'/, "");
};

/** The CSV for Excel, taken back to codes and plain numbers; a heading the plan does not have keeps its words. */
export const excelTable = (text: string, file: string, declaration: TableDeclaration): FileTable => {
  const [head = [], ...rows] = csvRows(text, ";");
  const planned = new Map(columnsOf(declaration).map((column) => [column.label, column]));
  const backs = head.map((label) => (planned.has(label) ? backOf(planned.get(label)!) : String));
  return {
    file,
    names: head.map((label) => planned.get(label)?.name ?? label.toLowerCase()),
    columns: head.map((_, i) => rows.map((row): Text => (row[i] === undefined || row[i] === "" ? null : backs[i]!(row[i])))),
  };
};
