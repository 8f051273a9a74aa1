import {mkdtempSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {openFolder} from "../../../pipelines/effects/folder.ts";
import {sha256Of} from "../../../pipelines/effects/store.ts";
import {openTruth} from "../../../pipelines/ledger/truth.ts";
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
  return {inbox: body("inbox"), build: body("build"), backup: body("backup"), quarantine: body("quarantine"), drill: body("drill"), ...replaced};
};

/** A data folder with one archived return; `append` takes in another text as if it were one. */
export const furnished = async (at = "2025-07-10T02:30:00Z") => {
  const here = room(at);
  const truth = openTruth(here.root, here.clock);
  const append = async (text: string) => {
    const bytes = new TextEncoder().encode(text);
    const [sha256, name] = [sha256Of(bytes), await truth.payload.put(new TextEncoder().encode(`name of ${text}`))];
    await truth.ledger.append([{type: "received", sha256, size: bytes.length, format: "xlsx", received: "2025-07-09T08:00:00.000Z", name}]);
    await truth.archive.put(bytes);
    return sha256;
  };
  await truth.payload.put(new TextEncoder().encode("left over"));
  return {...here, append, archived: await append("a")};
};
