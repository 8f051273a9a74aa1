import {join} from "node:path";
import type {Cell} from "../../../../schemas/flow.ts";
import type {Files} from "../../../effects/files.ts";
import {sealed, unsealed} from "../../../effects/sealed.ts";
import type {Examination} from "./examiner.ts";

/** Readings of one engine, kept so that a build need not parse again; bound to bytes and engine, so that a torn or edited one is made again from the archive. */
export type ReadingCache = {
  readonly get: (sha256: string) => Promise<Examination | null>;
  readonly put: (sha256: string, examination: Examination) => Promise<void>;
};

/** The parts of a cell in the order in which they are kept. */
const parts = Object.keys({
  table: true,
  field: true,
  row: true,
  sheet: true,
  address: true,
  part: true,
  state: true,
  text: true,
  value: true,
  code: true,
  why: true,
} satisfies Record<keyof Required<Cell>, true>) as (keyof Cell)[];
type Packed = readonly (string | null)[];
const packed = (cell: Cell): Packed => parts.map((part) => (cell[part] == null ? null : String(cell[part])));
/** Part by part, always in the same order: half a million cells are made this way in a build. */
const unpacked = (kept: Packed): Cell => {
  const cell: Partial<Record<keyof Cell, string | bigint | null>> = {};
  for (const [i, part] of parts.entries()) {
    const text = kept[i] ?? null;
    if (part !== "why" || text !== null) cell[part] = part === "value" && text !== null ? BigInt(text) : text;
  }
  return cell as Cell;
};

/** One JSON text: cells as short rows, integers as text. */
export const examinationText = ({reading: {cells, ...reading}, checked}: Examination) => JSON.stringify({reading, checked, cells: cells.map(packed)});
export const examinationOf = (text: string): Examination => {
  const {reading, checked, cells} = JSON.parse(text) as {reading: Omit<Examination["reading"], "cells">; checked: Examination["checked"]; cells: Packed[]};
  return {reading: {...reading, cells: cells.map(unpacked)}, checked};
};

export const readingCache = (folder: string, engine: string, files: Files): ReadingCache => {
  const pathOf = (sha256: string) => join(folder, engine, `${sha256}.json`);
  const madeFrom = (sha256: string) => `${sha256} ${engine}`;
  return {
    get: async (sha256) => {
      const bytes = await files.read(pathOf(sha256));
      const text = bytes && unsealed(madeFrom(sha256), new TextDecoder().decode(bytes));
      return text === null ? null : examinationOf(text);
    },
    put: (sha256, examination) => files.write(pathOf(sha256), sealed(madeFrom(sha256), examinationText(examination)), false),
  };
};
