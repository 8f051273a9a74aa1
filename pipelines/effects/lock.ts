import {link, readFile, rm, stat, writeFile} from "node:fs/promises";
import {setTimeout} from "node:timers/promises";

/** No append takes longer; an older lock was left behind by a machine that stopped. */
const staleAfter = 60_000;

export const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
};
const isStale = async (path: string) => {
  const [owner, age] = await Promise.all([readFile(path, "utf8"), stat(path).then(({mtimeMs}) => Date.now() - mtimeMs)]).catch(() => ["", 0] as const);
  return owner !== "" && (!isAlive(Number(owner)) || age > staleAfter);
};

/** A name that only one can create, with the owner's process id in it from the first moment on. */
const tryTake = async (path: string): Promise<boolean> => {
  const mine = `${path}.${process.pid}`;
  await writeFile(mine, String(process.pid));
  return link(mine, path)
    .then(
      () => true,
      () => false,
    )
    .finally(() => rm(mine, {force: true}));
};

/** Removes a lock whose owner is gone. A second lock guards the removal, so that nobody removes the lock of the next owner. */
const clearStale = async (path: string) => {
  const guard = `${path}.clear`;
  if (await isStale(guard)) await rm(guard, {force: true});
  if (!(await tryTake(guard))) return;
  if (await isStale(path)) await rm(path, {force: true});
  await rm(guard, {force: true});
};

/** Does the work while holding a lock file; others wait up to ten seconds. */
export const withLock = async <T>(path: string, work: () => Promise<T>, patience = 10_000): Promise<T> => {
  const until = Date.now() + patience;
  while (!(await tryTake(path))) {
    if (await isStale(path)) await clearStale(path);
    else if (Date.now() > until)
      throw new Error(
        `Das Journal ist seit ${patience / 1000} Sekunden von einem anderen Vorgang belegt (${path}). Bitte warten Sie, bis dieser fertig ist, und versuchen Sie es noch einmal.`,
      );
    else await setTimeout(5);
  }
  return work().finally(() => rm(path, {force: true}));
};
