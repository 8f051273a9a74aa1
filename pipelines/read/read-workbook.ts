import type {Reading} from "../../schemas/flow.ts";
import {intakeLimits} from "../../schemas/intake.ts";
import {instead, Refused} from "./container/refused.ts";
import {interpret} from "./interpret.ts";
import {looseCells} from "./loose/loose-cells.ts";
import {openWorkbook} from "./open-workbook.ts";
import {tooLarge, unreadable} from "./unreadable.ts";

/** The reading, with a German reason, for what a reader threw; the workbook library speaks of passwords in English. */
const refused = (format: string, error: unknown): Reading => {
  if (error instanceof Refused) return unreadable(format, error.message, error.expected);
  if (/password|encrypt/i.test(String(error))) return unreadable(format, "mit einem Kennwort verschlüsselt", instead.withoutPassword);
  return unreadable(format, "beschädigt");
};

/** Added by our own marking: a marked workbook numbers its sheets as the one that was sent. */
const resultSheet = "Prüfergebnis";

/** Reads one file of any kind. Never throws: what cannot be read is a reading without form and with one remark that says why. */
export const readWorkbook = (bytes: Uint8Array): Reading => {
  if (bytes.length > intakeLimits.bytes) return tooLarge();
  let format = "unknown";
  try {
    const opened = openWorkbook(bytes, (found) => {
      format = found;
    });
    const reading = interpret(opened);
    const {sheets} = opened.workbook;
    return {
      ...reading,
      sheets: sheets.map(({title}) => title).filter((title) => title !== resultSheet),
      loose: [...looseCells(sheets, reading.cells), ...opened.notes],
    };
  } catch (error) {
    return refused(format, error);
  }
};
