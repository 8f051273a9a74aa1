import {backupsKept} from "../../schemas/settings.ts";
import type {Folder} from "../effects/folder.ts";

/** Of days (ISO dates) those to be kept: the last ones, and the first one of each of the last months that have one. */
export const keptDays = (days: readonly string[], {daily, monthly}: {daily: number; monthly: number} = backupsKept): string[] => {
  const sorted = [...days].sort();
  const firsts = [...Map.groupBy(sorted, (day) => day.slice(0, 7)).values()].map(([first]) => first!);
  const keep = new Set([...sorted.slice(-daily), ...firsts.slice(-monthly)]);
  return sorted.filter((day) => keep.has(day));
};

/** Removes the backups that are no longer kept and says which. Folders not named by a date are left alone. */
export const retire = async (folder: Folder): Promise<string[]> => {
  const days = (await folder.folders("backups")).filter((name) => /^\d{4}-\d{2}-\d{2}$/.test(name));
  const kept = keptDays(days);
  const old = days.filter((day) => !kept.includes(day));
  for (const day of old) await folder.remove(`backups/${day}`);
  return old;
};
