import {intakeLimits} from "../../../schemas/intake.ts";
import type {Asked, Told} from "../talk.ts";

/** What became of a question: the answer, or why there is none. */
export type Answer = Told | {readonly ended: "time" | "crash"};
type Question = Asked extends infer Each ? (Each extends {readonly id: number} ? Omit<Each, "id"> : never) : never;
/** Asks the engine one thing after the other. */
export type EngineLine = {readonly ask: (question: Question) => Promise<Answer>};

/** The engine in a worker of its own. A file that keeps it busy for too long loses it; the next file gets a new one. */
export const openEngine = (source: string): EngineLine => {
  const address = URL.createObjectURL(new Blob([source], {type: "text/javascript"}));
  let worker: Worker | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let id = 0;
  const once = (question: Question) =>
    new Promise<Answer>((resolve) => {
      worker ??= new Worker(address);
      const busy = worker;
      const over = (answer: Answer) => {
        clearTimeout(timer);
        if ("ended" in answer) {
          busy.terminate();
          worker = null;
        }
        resolve(answer);
      };
      const timer = setTimeout(() => over({ended: "time"}), intakeLimits.cpuMilliseconds);
      busy.onmessage = ({data}: MessageEvent<Told>) => over(data);
      busy.onerror = (event) => {
        event.preventDefault();
        over({ended: "crash"});
      };
      busy.postMessage({...question, id: ++id} as Asked);
    });
  return {
    ask: (question) => {
      // A browser that allows no worker is no better than one whose worker breaks.
      const answer = last.then(() => once(question)).catch((): Answer => ({ended: "crash"}));
      last = answer;
      return answer;
    },
  };
};
