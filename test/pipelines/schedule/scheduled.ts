import {systemClock} from "../../../pipelines/effects/clock.ts";
import {openFolder} from "../../../pipelines/effects/folder.ts";
import {schedule} from "../../../pipelines/schedule/schedule.ts";
import {stopSignal} from "../../../pipelines/effects/stop-signal.ts";

/** A schedule in a process of its own whose first job takes a while; the folder is the first argument. */
const slow = () => new Promise<string>((resolve) => setTimeout(() => resolve("fertig geworden"), 700));
const never = async () => "darf nicht laufen";
await schedule(
  {clock: systemClock, folder: openFolder(process.argv[2] ?? ""), say: console.log},
  {inbox: slow, build: never, backup: never, quarantine: never, drill: never},
  stopSignal(),
);
