import type {Reading} from "../../schemas/flow.ts";
import {intakeLimits} from "../../schemas/intake.ts";
import {type Instead, instead} from "./container/refused.ts";
import {type Kind, sniff} from "./container/sniff.ts";

/** The reading of a file that is none. `reason` completes "Die Datei ist … und kann nicht gelesen werden", `expected` is what to send instead. */
export const unreadable = (format: string, reason: string, expected: string = instead.savedAnew): Reading => ({
  format,
  form: null,
  body: null,
  halfYear: null,
  returnKind: null,
  synthetic: false,
  cells: [],
  remarks: [{kind: "unreadable", at: {file: true}, found: reason, expected}],
  repairs: [],
});

/** The reading of a file that is larger than any return: its bytes are not even looked at. */
export const tooLarge = (): Reading => unreadable("unknown", `zu groß (höchstens ${intakeLimits.bytes / 1024 / 1024} MB)`, instead.smaller);

/** What to send instead of a file of another kind. */
export const insteadOf = ({format}: Exclude<Kind, string>): Instead => (format === "xls-old" ? instead.savedAnew : instead.workbook);

/** The reading of a file whose first bytes already say that it is no workbook; null for all others. */
export const foreignReading = (bytes: Uint8Array): Reading | null => {
  const kind = sniff(bytes);
  return typeof kind === "string" ? null : unreadable(kind.format, kind.foreign, insteadOf(kind));
};

/** Why a file could not be read; null for one that was. Both texts are ours and hold nothing of the file. */
export const whyUnreadable = ({remarks}: Reading): {readonly found: string; readonly expected: string} | null => {
  const remark = remarks.find(({kind}) => kind === "unreadable");
  return remark === undefined ? null : {found: remark.found, expected: remark.expected};
};
