import type {Workbook} from "exceljs";
import type {HalfYear} from "../../../../schemas/half-year.ts";
import {parameterAt, parameters} from "../../../../schemas/parameters.ts";
import {rules} from "../../../../schemas/rules/registry.ts";
import type {Placed} from "../../placement.ts";
import {parameterName} from "../../formulas/terms/terms.ts";

/** Beside the presets, which are signed and stay as they are. */
const letters = {name: "N", value: "O"} as const;
const namesIn = (part: unknown): string[] => {
  if (Array.isArray(part)) return part.flatMap(namesIn);
  if (typeof part !== "object" || part === null) return [];
  const {kind, name, parameter, ...rest} = part as Record<string, unknown>;
  return [...(kind === "parameter" ? [name as string] : []), ...(typeof parameter === "string" ? [parameter] : []), ...Object.values(rest).flatMap(namesIn)];
};
/** Dated parameters that rules compare with, by name. */
const used = [...new Set(namesIn(rules.map(({checks}) => checks)))].toSorted();

/** Named cells for the parameters; their values depend on the half-year. */
export const addParameters = (workbook: Workbook) => {
  const sheet = workbook.getWorksheet("_Vorgaben")!;
  sheet.getCell(`${letters.name}1`).value = "Wert der Regeln";
  sheet.getCell(`${letters.value}1`).value = "in Hundertsteln";
  used.forEach((name, i) => {
    sheet.getCell(`${letters.name}${i + 2}`).value = parameterName(name);
    workbook.definedNames.add(`_Vorgaben!$${letters.value}$${i + 2}`, parameterName(name));
  });
};
const hundredths = (name: string, halfYear: HalfYear): number => {
  const {unit} = parameters.find((each) => each.name === name)!;
  return Number(parameterAt(name, halfYear)) * (unit === "cents" || unit === "hundredths" ? 1 : 100);
};
/** The parameters of a half-year in their cells. */
export const parameterCells = (halfYear: HalfYear): Placed[] =>
  used.map((name, i) => ({sheet: "_Vorgaben", address: `${letters.value}${i + 2}`, content: hundredths(name, halfYear)}));
