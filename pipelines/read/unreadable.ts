import type {Reading} from "../../schemas/flow.ts";
import {intakeLimits} from "../../schemas/intake.ts";
import {type Instead, instead} from "./container/refused.ts";

/** The reading of a file that is none. `reason` completes "Die Datei ist … und kann nicht gelesen werden", `expected` is what to send instead. */
export const unreadable = (format: string, reason: string, expected: Instead = instead.savedAnew): Reading => ({
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
