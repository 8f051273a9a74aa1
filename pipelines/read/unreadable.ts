import type {Reading} from "../../schemas/flow.ts";

/** The reading of a file that is none. `reason` completes "Die Datei ist … und kann nicht gelesen werden". */
export const unreadable = (format: string, reason: string): Reading => ({
  format,
  form: null,
  body: null,
  halfYear: null,
  returnKind: null,
  synthetic: false,
  cells: [],
  remarks: [{kind: "unreadable", at: {file: true}, found: reason, expected: "ein Meldebogen KIM als .xlsx ohne Kennwort"}],
  repairs: [],
});
