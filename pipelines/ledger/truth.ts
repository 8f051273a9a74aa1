import type {Clock} from "../effects/clock.ts";
import {dataFolder} from "../effects/data-folder.ts";
import {diskFiles} from "../effects/files.ts";
import {type Log, silentLog} from "../effects/log.ts";
import {store} from "../effects/store.ts";
import {openLedger} from "./ledger.ts";
import type {Truth} from "./verify.ts";

/** Ledger, archive and payload of a data folder, or of a backup, which is laid out like one. */
export const openTruth = (path: string, clock: Clock, log: Log = silentLog): Truth => {
  const folder = dataFolder(path);
  return {ledger: openLedger(folder, clock, log), archive: store(folder.archive, diskFiles), payload: store(folder.payload, diskFiles)};
};
