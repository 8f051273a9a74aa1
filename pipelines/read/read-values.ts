import type {Sheet} from "../../schemas/flow.ts";
import {intakeLimits} from "../../schemas/intake.ts";
import {openWorkbook} from "./open-workbook.ts";

/** All cells of all sheets as they stand, for a copy of an upload that cannot be marked itself. Nothing, if it cannot be read. */
export const readValues = (bytes: Uint8Array): readonly Sheet[] => {
  if (bytes.length > intakeLimits.bytes) return [];
  try {
    return openWorkbook(bytes, () => {}).workbook.sheets.filter(({title}) => title !== "_Vorgaben");
  } catch {
    return [];
  }
};
