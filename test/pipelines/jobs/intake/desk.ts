import {mkdir, mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {type Desk, openDesk} from "../../../../pipelines/jobs/intake/desk.ts";
import type {Examiner} from "../../../../pipelines/jobs/intake/examine/examiner.ts";
import {checkReading} from "../../../../pipelines/check/check-reading.ts";
import {readWorkbook} from "../../../../pipelines/read/read-workbook.ts";

/** Reads in this process as the child does: tests of intake are not about children. */
export const here: Examiner = {
  examine: async (bytes) => {
    const {loose, ...reading} = readWorkbook(bytes);
    return {reading, checked: checkReading({...reading, ...(loose && {loose})})};
  },
  close: () => undefined,
};

/** A desk over a fresh data folder with its own clock. */
export const freshDesk = async (
  now = "2025-08-01T08:00:00Z",
): Promise<{desk: Desk; root: string; drop: (name: string, bytes: Uint8Array, received?: string) => Promise<string>; remove: () => Promise<void>}> => {
  const root = await mkdtemp(join(tmpdir(), "kim-desk-"));
  const drop = async (name: string, bytes: Uint8Array, received?: string) => {
    const path = join(root, "inbox", name);
    await mkdir(dirname(path), {recursive: true});
    await writeFile(path, bytes);
    if (received !== undefined) await writeFile(`${path}.eingang.json`, JSON.stringify({received}));
    return path;
  };
  return {root, drop, desk: await openDesk(root, {clock: {now: () => new Date(now)}, examiner: here}), remove: () => rm(root, {recursive: true, force: true})};
};
