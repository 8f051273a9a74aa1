import {existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {dirname} from "node:path";
import type {Request} from "./measure.ts";

/** Steps kept in a file as long as `key` (files, seed and size) stays the same; a step that fails is not kept. */
export const stepsIn = (path: string, key: string): {step: Request["step"]; forget: () => void} => {
  const kept: {key: string; done: Record<string, unknown>} = existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : {key, done: {}};
  const done = kept.key === key ? kept.done : {};
  const save = () => {
    mkdirSync(dirname(path), {recursive: true});
    writeFileSync(`${path}.next`, JSON.stringify({key, done}));
    renameSync(`${path}.next`, path);
  };
  const step = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    if (!(name in done)) {
      done[name] = await work();
      save();
    }
    return done[name] as T;
  };
  return {step, forget: () => rmSync(path, {force: true})};
};
