import type {Call} from "../../pipelines/effects/command-line.ts";
import type {Desk} from "../../pipelines/jobs/intake/desk.ts";

/** Work at the desk of a data folder; its reading children end with it. */
export const atDesk = async <T>({data}: Call, work: (desk: Desk) => Promise<T>): Promise<T> => {
  const [{openDesk}, {consoleLog}] = await Promise.all([import("../../pipelines/jobs/intake/desk.ts"), import("../../pipelines/effects/log.ts")]);
  const desk = await openDesk(data, {log: consoleLog});
  try {
    return await work(desk);
  } finally {
    desk.examiner.close();
  }
};

/** The same for what writes: it begins only where ledger, archive and payload are as they were written. */
export const atSoundDesk = <T>(call: Call, work: (desk: Desk) => Promise<T>): Promise<T> =>
  atDesk(call, async (desk) => {
    const {insistSound} = await import("../../pipelines/ledger/verify.ts");
    await insistSound(desk);
    return work(desk);
  });
