import {link, readFile, rm, stat, writeFile} from "node:fs/promises";
import {setTimeout} from "node:timers/promises";
import {holderIn, holderSentence, holderText, isHeldBy} from "./holder.ts";
import {Refusal} from "./refusal.ts";

/** No append takes longer; an older lock was left behind by a machine that stopped. The clock may have been moved either way meanwhile. */
const staleAfter = 60_000;

const readLock = async (path: string) => {
  const [text, age] = await Promise.all([readFile(path, "utf8"), stat(path).then(({mtimeMs}) => Math.abs(Date.now() - mtimeMs))]).catch(
    () => [null, 0] as const,
  );
  return {holder: text === null ? null : holderIn(text), age, gone: text === null};
};
/** A lock appears with its whole content; one without an owner was torn by a machine that stopped. */
const isStale = async (path: string) => {
  const {holder, age, gone} = await readLock(path);
  if (gone) return false;
  return age > staleAfter || holder === null || isHeldBy(holder) === false;
};

let counter = 0;
/** A name that only one can create, with its owner in it from the first moment on. */
const tryTake = async (path: string): Promise<boolean> => {
  const mine = `${path}.${process.pid}-${counter++}`;
  try {
    await writeFile(mine, holderText());
    await link(mine, path);
    return true;
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    return false;
  } finally {
    await rm(mine, {force: true});
  }
};

/** Removes a lock whose owner is gone. A second lock guards the removal, so that nobody removes the lock of the next owner. */
const clearStale = async (path: string) => {
  const guard = `${path}.clear`;
  if (await isStale(guard)) await rm(guard, {force: true});
  if (!(await tryTake(guard))) return;
  if (await isStale(path)) await rm(path, {force: true});
  await rm(guard, {force: true});
};

/** Does the work while holding a lock file; others wait up to ten seconds. @throws Refusal if the wait was in vain */
export const withLock = async <T>(path: string, work: () => Promise<T>, patience = 10_000): Promise<T> => {
  const until = performance.now() + patience;
  while (!(await tryTake(path))) {
    if (await isStale(path)) await clearStale(path);
    else if (performance.now() > until) {
      const {holder} = await readLock(path);
      throw new Refusal(
        `Das Journal ist seit ${patience / 1000} Sekunden von einem anderen Vorgang belegt (${path}${holder === null ? "" : `: ${holderSentence(holder)}`}). Bitte warten Sie, bis dieser fertig ist, und versuchen Sie es noch einmal.`,
      );
    } else await setTimeout(5);
  }
  return work().finally(() => rm(path, {force: true}));
};
