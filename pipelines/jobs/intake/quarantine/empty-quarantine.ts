import {basename} from "node:path";
import {quarantineDays} from "../../../../schemas/settings.ts";
import type {Desk} from "../desk.ts";
import {foldLedger} from "../../../ledger/fold.ts";
import {waiting, waitsUntil} from "./waiting.ts";

/** What the next run needs no ledger for: bytes that were archived, those that could not be read and waited as long as they may, and what a run that was ended left behind long ago. */
const sweep = async ({files, folder, clock, ledger}: Desk): Promise<void> => {
  const {submissions, refusals, unread} = foldLedger(await ledger.read());
  const oldest = clock.now().getTime() - quarantineDays * 24 * 60 * 60 * 1000;
  for (const path of (await files.list(folder.quarantine)) ?? []) {
    const sha256 = basename(path);
    // A return that was not read yet is nowhere else.
    if (refusals.get(sha256)?.emptied === false || unread.has(sha256)) continue;
    const submission = submissions.get(sha256);
    if (submission?.kept !== undefined && Date.parse(submission.recorded) > oldest) continue;
    const written = await files.written(path);
    if (submission?.checked != null || (written !== null && written.getTime() <= oldest)) await files.remove(path);
  }
};

/** Deletes the bytes of refused files that waited as long as they may, and says so in the ledger afterwards. @returns their hashes */
export const emptyQuarantine = async (desk: Desk): Promise<string[]> => {
  const now = desk.clock.now();
  const due = waiting(foldLedger(await desk.ledger.read())).filter((refusal) => waitsUntil(refusal) <= now);
  for (const {sha256} of due) {
    await desk.quarantine.remove(sha256);
    await desk.ledger.decide(sha256, (lines) => (foldLedger(lines).refusals.get(sha256)?.emptied === false ? [{type: "quarantine-emptied", sha256}] : []));
  }
  await sweep(desk);
  return due.map(({sha256}) => sha256);
};
