import type {Table} from "../../../../schemas/layouts/layout.ts";
import {all, any, not} from "../excel.ts";
import {bodyIsKnown, type Sheets} from "../terms/form-terms.ts";
import type {Found} from "../probes.ts";
import {keyLetter} from "../values/value-sheet.ts";
import {isInput, kindOf} from "./invalid.ts";

type Located = {readonly table: Table; readonly letter: string; readonly source: string; readonly skip: number};
/** Every column that names a place: sites, posts, and the keys of authorities and municipalities. */
const places = (tables: readonly Table[]): Located[] =>
  tables.flatMap((table) => [
    ...table.columns.filter((column) => isInput(column) && kindOf(column) === "place").map(({letter}) => ({table, letter, source: letter, skip: 1})),
    ...(/ags/i.test(table.rowKey ?? "") ? [{table, letter: "A", source: keyLetter, skip: table.rowKey!.includes(":") ? 5 : 1}] : []),
  ]);

const city = "05334002";
const region = "05334000";
/** The city and the StädteRegion of Aachen report apart. */
const isOtherAachen = (ags: string) =>
  any([all([`V_EIGEN_AGS="${region}"`, `${ags}="${city}"`]), all([`V_EIGEN_AGS="${city}"`, `LEFT(${ags},5)="${city.slice(0, 5)}"`, `${ags}<>"${city}"`])]);
const probesAt = (sheets: Sheets, tables: readonly Table[], fault: (ags: string) => string): Found[] =>
  places(tables).map(({table, letter, source, skip}): Found => {
    const cell = (row: number) => sheets.values.cell(table.sheet, source, row);
    return {
      each: "row",
      sheet: table.sheet,
      letter,
      rows: table.rows,
      fault: (row) => all([`LEFT(${cell(row)})=":"`, fault(`MID(${cell(row)},${skip + 1},8)`)]),
    };
  });

/** CL-006: places lie in the territory of the body; central ones stand under its own key. */
export const outsideTerritory = (sheets: Sheets, tables: readonly Table[]): Found[] =>
  probesAt(sheets, tables, (ags) => all([bodyIsKnown(sheets), `COUNTIF(L_ORTE,${ags}&" *")=0`, not(isOtherAachen(ags))]));
/** CL-007: what belongs to the other of the two Aachen bodies. */
export const mixedAachen = (sheets: Sheets, tables: readonly Table[]): Found[] =>
  probesAt(sheets, tables, (ags) => all([bodyIsKnown(sheets), isOtherAachen(ags)]));
