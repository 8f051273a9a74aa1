import {fieldOf} from "../../../schemas/fields/registry.ts";
import type {Cell} from "../../../schemas/flow.ts";
import type {Verdicts} from "../compare.ts";
import {atCell, type Fault} from "../finding.ts";
import type {ReturnView} from "../return-view.ts";
import {personalKinds} from "./patterns.ts";

/** The one cell where an address belongs: the office's own mailbox. */
const mailbox = "kontakt_postfach";
/** A site may have an address; it is an office, not a home. */
const exemptIn: Readonly<Record<string, readonly string[]>> = {ort_name: ["eine Anschrift"]};

/** What somebody wrote freely: texts, numbers of rows, and whatever could not be understood. */
const namedFreely = new Set(["T02", "T03", "T09"]);
const isFree = ({part, state, table, field}: Cell) =>
  state === "invalid" || (part === "key" && namedFreely.has(table)) || (part === "input" && fieldOf(field).kind === "text");
const inCell = (cell: Cell): Fault[] => {
  const kinds = cell.field === mailbox || !isFree(cell) ? [] : personalKinds(cell.text, exemptIn[cell.field]);
  return kinds.length === 0
    ? []
    : [{at: atCell(cell), field: cell.field, row: cell.row, found: hidden, expected: "ein Text ohne Personenbezug", fill: {art: kinds.join(" und ")}}];
};

/** Stands for what must not be repeated. */
export const hidden = "***";

/** DS-001: personal data in free text and in columns and sheets the form does not know. The content is never shown. */
export const personalData = (view: ReturnView): Verdicts => {
  const besides = view.reading.remarks
    .filter(({kind}) => kind === "unknown-column" || kind === "unknown-sheet")
    .flatMap(({at, found}): Fault[] => {
      const kinds = personalKinds(found);
      return kinds.length === 0 ? [] : [{at, field: null, row: null, found: hidden, expected: "ein Text ohne Personenbezug", fill: {art: kinds.join(" und ")}}];
    });
  return {faults: [...view.reading.cells.flatMap(inCell), ...besides], gaps: []};
};
