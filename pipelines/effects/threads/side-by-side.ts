import {availableParallelism} from "node:os";
import {parentPort, Worker, workerData} from "node:worker_threads";

/** More threads than this need more memory than they save time. */
const mostThreads = 4;
const onThread = <I, O>(script: URL, input: I): Promise<O> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(script, {workerData: input});
    worker.once("message", (output: O) => resolve(output));
    worker.once("error", reject);
    worker.once("exit", () => reject(new Error(`missing answer: ${script.pathname.split("/").at(-1)}`)));
  });

/** Gives each input to a thread of its own that runs the script, as many at a time as the machine has processors; an error there is an error here. */
export const sideBySide = <I, O>(script: URL): ((input: I) => Promise<O>) => {
  const waiting: (() => void)[] = [];
  let free = Math.min(mostThreads, availableParallelism());
  return async (input) => {
    if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve));
    else free--;
    try {
      return await onThread<I, O>(script, input);
    } finally {
      const next = waiting.shift();
      if (next === undefined) free++;
      else next();
    }
  };
};
/** The other side: what the thread's script makes of its input. */
export const answering = <I, O>(work: (input: I) => O): void => parentPort!.postMessage(work(workerData as I));
