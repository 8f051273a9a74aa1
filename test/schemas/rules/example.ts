import {readFileSync} from "node:fs";
import {strFromU8, strToU8, unzipSync, zipSync} from "fflate";
import {oneReturn} from "../../../fixtures/sample/one-return.ts";
import {checkReading} from "../../../pipelines/check/check-reading.ts";
import {readWorkbook} from "../../../pipelines/read/read-workbook.ts";
import type {Checked, Place} from "../../../schemas/flow.ts";
import type {HalfYear} from "../../../schemas/half-year.ts";

type Changes = Readonly<Record<string, number | string | null>>;
/**
 * The smallest workbook that breaks a rule and one that just passes, as changes to the small valid return.
 * `patch` and `truncate` break the file itself (with `breaks` only); `at` is the place of the finding: a cell, a sheet, or null for the file.
 */
export type Example = {
  readonly body?: string;
  readonly halfYear?: HalfYear;
  readonly breaks: Changes;
  readonly patch?: {readonly part: string; readonly find: string; readonly replace: string};
  readonly truncate?: number;
  readonly at: string | null;
  readonly passes: Changes;
};

export const exampleOf = (rule: string): Example => JSON.parse(readFileSync(new URL(`../../../fixtures/rules/${rule}.json`, import.meta.url), "utf8"));

const patched = (bytes: Uint8Array, {part, find, replace}: NonNullable<Example["patch"]>): Uint8Array => {
  const parts = unzipSync(bytes);
  const text = strFromU8(parts[part]!);
  const changed = text.replace(new RegExp(find), replace);
  if (changed === text) throw new Error(`missing text to patch: ${find}`);
  return zipSync({...parts, [part]: strToU8(changed)});
};

const written = ({body, halfYear}: Example, change: Changes) => oneReturn({...(body && {body}), ...(halfYear && {halfYear}), change});
export const broken = async (example: Example): Promise<Checked> => {
  const bytes = await written(example, example.breaks);
  const torn = example.patch === undefined ? bytes : patched(bytes, example.patch);
  return checkReading(readWorkbook(example.truncate === undefined ? torn : torn.slice(0, example.truncate)));
};
export const passing = async (example: Example): Promise<Checked> => checkReading(readWorkbook(await written(example, example.passes)));

/** `03_Fallzahlen!G7`, a sheet, or null for the file. */
export const placeOf = (at: Place): string | null => ("cell" in at ? `${at.sheet}!${at.cell}` : "sheet" in at ? at.sheet : null);
