import {mkdtempSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {openFolder} from "../../../pipelines/effects/folder.ts";
import type {JobBodies} from "../../../pipelines/schedule/run-job.ts";

/** A data folder of its own, a clock that stands where it is put, and ears for what is said. */
export const room = (at: string) => {
  const root = mkdtempSync(join(tmpdir(), "kim-care-"));
  let now = new Date(at);
  const said: string[] = [];
  return {
    root,
    said,
    folder: openFolder(root),
    say: (line: string) => void said.push(line),
    clock: {now: () => now},
    setClock: (instant: string) => {
      now = new Date(instant);
    },
  };
};

/** Bodies that only note that they ran; some of them replaced. */
export const bodies = (ran: string[], replaced: Partial<JobBodies> = {}): JobBodies => {
  const body = (name: string) => async () => {
    ran.push(name);
    return `${name} gelaufen`;
  };
  return {inbox: body("inbox"), build: body("build"), backup: body("backup"), quarantine: body("quarantine"), ...replaced};
};
