import {codeListOf} from "../../../schemas/codes/lists.ts";
import {severityWords} from "../../../schemas/flow.ts";
import {type Gap, gaps} from "../../../schemas/gaps.ts";
import {columnsOf, type ProductColumn} from "../../../schemas/tables/columns.ts";
import type {TableDeclaration} from "../../../schemas/tables/table.ts";
import {csvRows, unguarded} from "./csv-rows.ts";
import type {FileTable, Text} from "./file-table.ts";

type Back = (shown: string) => Text;

const levels: Readonly<Record<string, string>> = {Stelle: "body", "Gebiet der amtlichen Statistik": "unit", Regierungsbezirk: "district", Land: "state"};
const statuses: Readonly<Record<string, string>> = {bekannt: "known", ...Object.fromEntries((Object.keys(gaps) as Gap[]).map((gap) => [gaps[gap].word, gap]))};
/** Words of the registers a body sees of itself. */
const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  level: levels,
  state: {zählt: "counted", abgewiesen: "rejected", beiseitegelegt: "set-aside", fehlt: "missing"},
  verdict: {angenommen: "accepted", "angenommen mit Warnungen": "accepted-with-warnings", abgewiesen: "rejected", beiseitegelegt: "set-aside"},
  severity: Object.fromEntries(Object.entries(severityWords).map(([severity, word]) => [word, severity])),
};
const gapWords = new Set(Object.values(gaps).map(({word}) => word));

const codesBack = (list: string): Back => {
  const {known, entry} = codeListOf(list);
  const codes = new Map([...known.keys()].map((code) => [entry(code), code]));
  return (shown) => codes.get(shown) ?? shown;
};
/** The key stands before the name. */
const areaBack: Back = (shown) => shown.split(" ", 1)[0]!;
const dateBack: Back = (shown) => shown.replace(/^(\d\d)\.(\d\d)\.(\d{4})$/, "$3-$2-$1");
const booleanBack: Back = (shown) => String(shown === "ja");
const numberBack: Back = (shown) => (gapWords.has(shown) ? null : shown.replace(",", "."));

const textBack = (name: string, role: ProductColumn["role"], list: string | undefined): Back => {
  if (role === "status") return (shown) => statuses[shown] ?? shown;
  if (list !== undefined) return codesBack(list);
  if (words[name] !== undefined) return (shown) => words[name]![shown] ?? shown;
  return name === "area" || name.endsWith("_ags") ? areaBack : String;
};
const backOf = ({name, type, role, list}: ProductColumn): Back => {
  if (type === "count" || type === "decimal" || type === "integer") return numberBack;
  if (type === "date") return dateBack;
  if (type === "boolean") return booleanBack;
  const back = textBack(name, role, list);
  return (shown) => back(unguarded(shown));
};

/** The CSV for Excel, taken back to codes and plain numbers; a heading the plan does not have keeps its words. */
export const excelTable = (text: string, file: string, declaration: TableDeclaration): FileTable => {
  const [head = [], ...rows] = csvRows(text, ";");
  const planned = new Map(columnsOf(declaration).map((column) => [column.label, column]));
  const labels = head.map((label) => label ?? "");
  const backs = labels.map((label) => (planned.has(label) ? backOf(planned.get(label)!) : String));
  return {
    file,
    names: labels.map((label) => planned.get(label)?.name ?? label.toLowerCase()),
    columns: labels.map((_, i) => rows.map((row): Text => (row[i] == null ? null : backs[i]!(row[i])))),
  };
};
