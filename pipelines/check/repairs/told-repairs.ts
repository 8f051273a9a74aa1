import type {Repair} from "../../../schemas/flow.ts";
import type {Verdicts} from "../compare.ts";
import type {ReturnView} from "../return-view.ts";

const told =
  (which: (repair: Repair) => boolean) =>
  ({reading: {repairs}}: ReturnView): Verdicts => ({
    faults: repairs.filter(which).map(({at, field, found, readAs, template}) => ({
      at,
      field: field ?? null,
      row: null,
      found,
      expected: readAs,
      fill: {vorlage: template},
    })),
    gaps: [],
  });

/** STR-012: what the reader settled and the sender has to confirm, since another reading would give other values. */
export const doubtfulRepairs = told(({certain}) => !certain);
/** STR-013: what the reader settled and cannot be wrong about. */
export const certainRepairs = told(({certain}) => certain);
