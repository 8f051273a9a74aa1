import {join} from "node:path";
import type {Cell} from "../../../../schemas/flow.ts";
import type {Files} from "../../../effects/files.ts";
import type {Examination} from "./examiner.ts";

/** Readings of one engine, kept so that a build need not parse again. All of it can be made again from the archive. */
export type ReadingCache = {
  readonly get: (sha256: string) => Promise<Examination | null>;
  readonly put: (sha256: string, examination: Examination) => Promise<void>;
};

type Packed = readonly [
  table: string,
  field: string,
  row: string,
  sheet: string,
  address: string,
  part: Cell["part"],
  state: Cell["state"],
  text: string,
  value: string | null,
  code: string | null,
  why: NonNullable<Cell["why"]> | null,
];
const packed = ({table, field, row, sheet, address, part, state, text, value, code, why}: Cell): Packed => [
  table,
  field,
  row,
  sheet,
  address,
  part,
  state,
  text,
  value === null ? null : String(value),
  code,
  why ?? null,
];
const unpacked = ([table, field, row, sheet, address, part, state, text, value, code, why]: Packed): Cell => ({
  table,
  field,
  row,
  sheet,
  address,
  part,
  state,
  text,
  value: value === null ? null : BigInt(value),
  code,
  ...(why !== null && {why}),
});

/** One JSON text: cells as short rows, integers as text. */
export const examinationText = ({reading: {cells, ...reading}, checked}: Examination) => JSON.stringify({reading, checked, cells: cells.map(packed)});
export const examinationOf = (text: string): Examination => {
  const {reading, checked, cells} = JSON.parse(text) as {reading: Omit<Examination["reading"], "cells">; checked: Examination["checked"]; cells: Packed[]};
  return {reading: {...reading, cells: cells.map(unpacked)}, checked};
};

export const readingCache = (folder: string, engine: string, files: Files): ReadingCache => {
  const pathOf = (sha256: string) => join(folder, engine, `${sha256}.json`);
  return {
    get: async (sha256) => {
      const bytes = await files.read(pathOf(sha256));
      try {
        return bytes && examinationOf(new TextDecoder().decode(bytes));
      } catch {
        return null; // cut off by a power failure; it is made again
      }
    },
    put: (sha256, examination) => files.write(pathOf(sha256), examinationText(examination), false),
  };
};
