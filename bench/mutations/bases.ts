import {fillReturn} from "../../reports/template/fill-template.ts";
import {oneReturn} from "../../fixtures/sample/one-return.ts";
import {prefillAfter} from "../../fixtures/sample/plan/carry-over.ts";
import {establishmentOf} from "../../fixtures/sample/plan/establishment.ts";
import {approvalsOf} from "../../fixtures/sample/plan/finance.ts";
import {plannedReturn} from "../../fixtures/sample/plan/planned-return.ts";
import {interpret} from "../../pipelines/read/interpret.ts";
import {type Opened, openWorkbook} from "../../pipelines/read/open-workbook.ts";
import type {Cell, Reading} from "../../schemas/flow.ts";
import {type HalfYear, previousHalfYear} from "../../schemas/half-year.ts";

/** A filled workbook as issued, opened, with what it says and which key each row of its lists has. */
export type Base = {
  readonly name: string;
  readonly body: string;
  readonly halfYear: HalfYear;
  readonly opened: Opened;
  readonly reading: Reading;
  readonly truth: Truth;
  readonly keyAt: (table: string, row: number) => string | undefined;
};
/** Values by `table|field|row`; what is empty, not asked or not understood has none. An empty cell of a filled distribution is the zero it stands for. */
export type Truth = ReadonlyMap<string, string>;

const says = new Set<Cell["state"]>(["number", "code", "text", "date", "mark", "implied", "unknown"]);
/** What the reader understood, by the name of each value. */
export const valuesOf = ({cells}: Reading): Truth =>
  new Map(
    cells
      .filter(({part, state}) => part === "input" && says.has(state))
      .map(({table, field, row, state, value, code}) => [`${table}|${field}|${row}`, state === "unknown" ? "k. A." : value === null ? code! : String(value)]),
  );

const keysOf = ({cells}: Reading) => {
  const keys = new Map(
    cells.filter(({part}) => part !== "total").map(({table, address, row}) => [`${table}|${address.replace(/\D+/, "")}`, row.split(",", 1)[0]!]),
  );
  return (table: string, row: number) => keys.get(`${table}|${row}`);
};

/** A Kreis, the StädteRegion, the city within it, a kreisfreie Stadt: all there is of templates, in both halves of the year. */
const bodies = ["05774", "05334", "05334002", "05914"];
const halfYears: readonly HalfYear[] = ["2025-H1", "2025-H2"];
const seed = 2025;

const planned = (body: string, halfYear: HalfYear): Promise<Uint8Array> => {
  const before = previousHalfYear(halfYear);
  const released = halfYear.endsWith("1") ? "2025-07-19" : "2026-01-19";
  const prefill = prefillAfter(
    plannedReturn({seed, body, halfYear: before, released: "2025-01-19"}),
    halfYear,
    before,
    approvalsOf(establishmentOf(seed, body), halfYear),
  );
  return fillReturn({body, halfYear, version: 1, prefill, synthetic: true}, plannedReturn({seed, body, halfYear, released}));
};
const based = (name: string, body: string, halfYear: HalfYear, bytes: Uint8Array): Base => {
  const opened = openWorkbook(bytes, () => undefined);
  const reading = interpret(opened);
  return {name: `${name} ${body} ${halfYear}`, body, halfYear, opened, reading, truth: valuesOf(reading), keyAt: keysOf(reading)};
};

const make = async (): Promise<readonly Base[]> => {
  const made: Base[] = [];
  for (const body of bodies)
    for (const halfYear of halfYears) {
      made.push(based("klein", body, halfYear, await oneReturn({body, halfYear})));
      made.push(based("geplant", body, halfYear, await planned(body, halfYear)));
    }
  return made;
};

let made: Promise<readonly Base[]> | null = null;
/** Every variant of the template twice: with a small return in it and with a planned one of the sample. Made once a process. */
export const makeBases = (): Promise<readonly Base[]> => (made ??= make());
