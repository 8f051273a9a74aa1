import type {Reading} from "../../schemas/flow.ts";
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
