import {readFileSync} from "node:fs";
import {hostname} from "node:os";

/** Who holds a lock. `born` tells two processes with one number apart; null where the system does not tell. */
export type Holder = {readonly pid: number; readonly host: string; readonly born: string | null; readonly since: string};

/** When a process started, counted from the start of its machine; process numbers are used again, after a restart of a container at once. */
export const bornOf = (pid: number): string | null => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    return `${boot} ${stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19]}`;
  } catch {
    return null;
  }
};
/** Whether a process of that number runs. */
export const isRunning = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
};

const born = bornOf(process.pid);
/** What this process writes into its locks. */
export const holderText = (): string => JSON.stringify({pid: process.pid, host: hostname(), born, since: new Date().toISOString()} satisfies Holder);

/** Null for a lock nobody can have written, or one of an earlier version (process number, perhaps a time). */
export const holderIn = (text: string): Holder | null => {
  const [, pid, since] = /^(\d+)(?: (\d+))?$/.exec(text) ?? [];
  if (pid !== undefined)
    return {pid: Number(pid), host: hostname(), born: null, since: new Date(since === undefined ? Date.now() : Number(since)).toISOString()};
  try {
    const {pid, host, born, since} = JSON.parse(text) as Partial<Holder>;
    if (typeof pid !== "number" || typeof host !== "string" || typeof since !== "string" || Number.isNaN(Date.parse(since))) return null;
    return {pid, host, born: typeof born === "string" ? born : null, since};
  } catch {
    return null;
  }
};

/** No work takes that long; it decides only where nobody can tell a process from a later one with its number. */
const longest = 12 * 60 * 60 * 1000;
/** Whether the holder still runs; null if it is on another machine, where nobody here can look. */
export const isHeldBy = ({pid, host, born, since}: Holder): boolean | null => {
  if (host !== hostname()) return null;
  return isRunning(pid) && (born === null ? Math.abs(Date.now() - Date.parse(since)) < longest : born === bornOf(pid));
};

/** Somebody else, in German. */
export const holderSentence = ({pid, host, since}: Holder): string =>
  `Vorgang ${pid} auf ${host}, seit ${new Intl.DateTimeFormat("de-DE", {timeZone: "Europe/Berlin", dateStyle: "short", timeStyle: "short"}).format(new Date(since))} Uhr`;
