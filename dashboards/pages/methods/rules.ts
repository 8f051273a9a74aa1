import {severityWords} from "../../../schemas/flow.ts";
import {type Parameter, parameters} from "../../../schemas/parameters.ts";
import {rules as declared} from "../../../schemas/rules/registry.ts";
import {printDate, printDecimal} from "../../../schemas/units.ts";
import {type Part, part} from "../../parts/part.ts";
import {table} from "../../parts/table.ts";

/** Every rule of the automatic check, with its reason. */
export const rules = (): Part =>
  part(
    table("Prüfregeln", {
      head: ["Regel", "Art", "Was geprüft wird", "Warum", "Grundlage"],
      text: [1, 2, 3, 4],
      rows: declared.map(({id, severity, title, why, basis}) => [id, severityWords[severity], title, why, basis]),
    }),
  );

const units: Readonly<Record<Parameter["unit"], (value: bigint) => string>> = {
  cents: (value) => `${printDecimal(value, 2, 0)} €`,
  hundredths: (value) => printDecimal(value, 2),
  percent: (value) => `${value} %`,
  count: (value) => String(value),
  days: (value) => `${value} Tage`,
};
/** Every dated parameter of the programme. */
export const parameterTable = (): Part =>
  part(
    table("Parameter mit Gültigkeit", {
      head: ["Parameter", "ab", "bis", "Wert", "Quelle"],
      text: [1, 2, 4],
      rows: parameters.map(({name, from, until, value, unit, source}) => [
        name,
        printDate(from),
        until === null ? "offen" : printDate(until),
        units[unit](value),
        source,
      ]),
    }),
  );
