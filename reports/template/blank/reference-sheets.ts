import type {Workbook, Worksheet} from "exceljs";
import {bodies} from "../../../schemas/codes/bodies.ts";
import {codeLists} from "../../../schemas/codes/lists.ts";
import {nationalities, originGroup} from "../../../schemas/codes/nationalities.ts";
import {codeListOf} from "../../../schemas/codes/lists.ts";
import {halfYearsBetween} from "../../../schemas/half-year.ts";
import {rules} from "../../../schemas/rules/registry.ts";
import type {Form} from "../../../schemas/layouts/layout.ts";
import {presetRow, presets, previousLists} from "../../../schemas/layouts/presets.ts";

/** Column of `_Listen` in which the places of the body are written; the named range L_ORTE is set with them. */
export const placeColumn = "A";

/** Code lists with a drop-down. */
export const usedLists = [
  "CL_MELDUNGSART",
  "CL_ANBINDUNG",
  "CL_JN",
  "CL_JNA",
  "CL_X",
  "CL_KONZEPT",
  "CL_FUNKTION",
  "CL_TRAEGER",
  "CL_VAKANZ",
  "CL_QUALI",
  "CL_LUECKE_ART",
  "CL_THEMA",
  "CL_RECHTSKREIS",
  "CL_LUECKE_QUELLE",
  "CL_EBENE",
  "CL_LUECKE_STATUS",
  "CL_ERGEBNIS",
];
const entries = (name: string) => [...codeLists.get(name)!.known.keys()].map(codeListOf(name).entry);
const ownRows = new Set(["166", "475", "423", "438", "125", "154", "163", "000", "997", "998", "999"]);
/** States by name, not by key, so that one finds them; without those that have a row of their own. */
const freeStates = () => nationalities.filter(({key, until}) => until === null && !ownRows.has(key)).toSorted((a, b) => a.name.localeCompare(b.name, "de"));

const column = (sheet: Worksheet, number: number, name: string, values: readonly string[]) => {
  sheet.getColumn(number).values = [name, ...values];
  const letter = sheet.getColumn(number).letter;
  sheet.workbook.definedNames.add(`_Listen!$${letter}$2:$${letter}$${values.length + 1}`, `L_${name.replace(/^L_/, "")}`);
};
/** Hidden sheet with the drop-downs as named ranges L_*. */
export const addLists = (workbook: Workbook, form: Form) => {
  const sheet = workbook.addWorksheet("_Listen", {state: "hidden"});
  const states = freeStates();
  column(sheet, 1, "ORTE", [""]);
  column(
    sheet,
    2,
    "STELLEN",
    bodies.map(({key}) => key),
  );
  column(
    sheet,
    3,
    "PERIODE",
    halfYearsBetween("2021-H2", "2030-H2").filter((each) => each >= form.validFrom),
  );
  column(
    sheet,
    4,
    "CL_STAAT",
    states.map(({key}) => codeListOf("CL_STAAT").entry(key)),
  );
  sheet.getColumn(5).values = ["Gruppe", ...states.map(({key}) => codeListOf("CL_STAAT_GRUPPE").entry(originGroup(key)))];
  workbook.definedNames.add(`_Listen!$D$2:$E$${states.length + 1}`, "L_STAAT_GRUPPE");
  usedLists.forEach((name, i) => column(sheet, 6 + i, name === "CL_X" ? "X" : name, entries(name)));
  // Rules that one explains on sheet 13.
  column(
    sheet,
    6 + usedLists.length,
    "REGEL",
    rules.filter(({severity}) => severity === "warning").map(({id}) => id),
  );
};

/** Hidden sheet with the named cells V_*: approvals, dated parameters, previous stocks. */
export const addPresets = (workbook: Workbook) => {
  const sheet = workbook.addWorksheet("_Vorgaben", {state: "hidden"});
  sheet.addRow([
    "Name",
    "Wert",
    "Bedeutung",
    null,
    "Einsatzort",
    "CM-Fälle am Ende des Vorhalbjahres",
    null,
    "Einbürgerungsbehörde",
    "offene Anträge am Ende des Vorhalbjahres",
    null,
    "Lücken-Nr.",
    "Status im Vorhalbjahr",
  ]);
  for (const [name, meaning] of presets) {
    sheet.addRow([name, null, meaning]);
    workbook.definedNames.add(`_Vorgaben!$B$${presetRow(name)}`, name);
  }
  for (const [name, {key, value, capacity}] of Object.entries(previousLists)) {
    workbook.definedNames.add(`_Vorgaben!$${key}$2:$${key}$${capacity + 1}`, `V_${name}_KEY`);
    workbook.definedNames.add(`_Vorgaben!$${value}$2:$${value}$${capacity + 1}`, `V_${name}_${name === "LUECKE" ? "STATUS" : "ENDE"}`);
  }
  sheet.columns.forEach((each) => {
    each.width = 20;
  });
};
