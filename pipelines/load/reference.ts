import {bausteinOf} from "../../schemas/codes/baustein.ts";
import {bodies, hasMunicipalities, spokenName} from "../../schemas/codes/bodies.ts";
import {codeListOf, codeLists} from "../../schemas/codes/lists.ts";
import {municipalities} from "../../schemas/codes/municipalities.ts";
import {nationalities} from "../../schemas/codes/nationalities.ts";
import {fieldOf, fields} from "../../schemas/fields/registry.ts";
import {deadline} from "../../schemas/parameters.ts";
import {firstDay, type HalfYear, previousHalfYear, stichtag} from "../../schemas/half-year.ts";
import {expectedOf} from "../../schemas/layouts/expected.ts";
import {formFor, forms} from "../../schemas/layouts/forms.ts";
import {parameters} from "../../schemas/parameters.ts";
import {yearlyAmounts} from "../../schemas/tables/posts.ts";
import type {SqlType, SqlValue, Warehouse} from "../effects/warehouse.ts";
import {createTable, type RawTable, referenceTables} from "./raw-tables.ts";

type Rows = readonly (readonly SqlValue[])[];

/** The area of official statistics a body lies in: Stadt Aachen is counted with 05334. */
const unitOf = (key: string, foreigners: number | null) => (foreigners === null ? key.slice(0, 5) : key);
const whole = (count: number | null) => (count === null ? null : BigInt(count));

const bodyRows = (): Rows =>
  bodies.map((body) => [
    body.key,
    body.ags,
    spokenName(body),
    body.type,
    body.district,
    unitOf(body.key, body.foreigners),
    hasMunicipalities(body),
    whole(body.inhabitants),
    whole(body.foreigners),
  ]);
const codeRows = (): Rows => [...codeLists.values()].flatMap(({name, known}) => [...known].map(([code, label], position) => [name, code, label, position]));
const fieldRows = (): Rows =>
  Object.keys(fields).map((name) => {
    const {kind, label, unit, scale, since, until} = fieldOf(name);
    return [name, kind, label, unit, scale, since ?? null, until ?? null];
  });
const halfYearRows = (halfYears: readonly HalfYear[]): Rows =>
  halfYears.map((each) => [each, firstDay(each), stichtag(each), deadline(each), previousHalfYear(each), formFor(each).version]);
const formTableRows = (): Rows =>
  forms.flatMap(({version, tables}) =>
    tables.map(({id, sheet, kind, onlyIn, onlyFor, emptyMeans}) => [version, id, sheet, kind, onlyIn ?? null, onlyFor ?? null, emptyMeans ?? null]),
  );
const questionRows = (): Rows => forms.flatMap((form) => expectedOf(form).map(({table, field, row, suffix}) => [form.version, table.id, field, row, suffix]));
const bausteinRows = (): Rows =>
  [...codeListOf("CL_FUNKTION").known.keys()].map((funktion) => [funktion, bausteinOf(funktion), yearlyAmounts[funktion as keyof typeof yearlyAmounts]]);

const write = async (warehouse: Warehouse, table: RawTable, rows: Rows) => {
  await warehouse.run(createTable(table));
  await warehouse.append(table.name, Object.values(table.columns) as SqlType[], rows);
};

/** Writes all that SQL must know of the schema; `halfYears` in order, without a hole. */
export const loadReference = async (warehouse: Warehouse, halfYears: readonly HalfYear[]): Promise<void> => {
  await write(warehouse, referenceTables.body, bodyRows());
  await write(
    warehouse,
    referenceTables.municipality,
    municipalities.map(({ags, name, type, kreis, inhabitants}) => [ags, name, type, kreis, BigInt(inhabitants)]),
  );
  await write(warehouse, referenceTables.code, codeRows());
  await write(
    warehouse,
    referenceTables.nationality,
    nationalities.map(({key, iso3, name, group}) => [key, iso3, name, group]),
  );
  await write(
    warehouse,
    referenceTables.parameter,
    parameters.map(({name, from, until, value, unit}) => [name, from, until, value, unit]),
  );
  await write(warehouse, referenceTables.field, fieldRows());
  await write(warehouse, referenceTables.half_year, halfYearRows(halfYears));
  await write(warehouse, referenceTables.form_table, formTableRows());
  await write(warehouse, referenceTables.question, questionRows());
  await write(warehouse, referenceTables.baustein, bausteinRows());
};
