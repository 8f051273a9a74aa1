import {cellNames} from "../../schemas/cell-names.ts";
import type {Event} from "../../schemas/events.ts";
import type {Checked, Reading, Receipt, Severity} from "../../schemas/flow.ts";

/** A file, read and checked by the engine of that hash. */
export type Examined = {readonly engine: string; readonly reading: Reading; readonly checked: Checked};

/** The rule that keeps a file out of the archive: personal data. */
const refusing = "DS-001";
const isRefusing = (checked: Checked) => checked.findings.some(({rule, severity}) => rule === refusing && severity === "error");
const counted = ({findings}: Checked, wanted: Severity) => findings.filter(({severity}) => severity === wanted).length;

/** The cells in question by table or number of the sheet and address: titles of sheets are free text and stay out of the ledger. */
const cellsNamed = ({reading, checked}: Examined): string[] => {
  const nameOf = cellNames(reading);
  return [...new Set(checked.findings.filter(({rule}) => rule === refusing).map(({at}) => nameOf(at)))];
};

/** What is written down about a file that came in: refused, or received and checked. `name`: hash of the payload that holds its name. */
export const eventsOf = (
  {sha256, size, format, received, kept, unreadable}: Omit<Receipt, "recorded"> & Pick<Extract<Event, {type: "received"}>, "kept" | "unreadable">,
  name: string,
  examined: Examined,
): Event[] => {
  const {
    engine,
    reading: {body, halfYear},
    checked,
  } = examined;
  if (isRefusing(checked)) return [{type: "refused", sha256, size, format, received, body, halfYear, rule: refusing, cells: cellsNamed(examined)}];
  const counts = {error: counted(checked, "error"), warning: counted(checked, "warning"), note: counted(checked, "note")};
  return [
    {type: "received", sha256, size, format, received, name, ...(kept && {kept}), ...(unreadable && {unreadable})},
    {type: "checked", sha256, engine, verdict: checked.verdict, body, halfYear, counts},
  ];
};
/** Whether the bytes must stay in quarantine. */
export const isRefused = ({checked}: Examined) => isRefusing(checked);
