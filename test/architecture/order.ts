import {posix} from "node:path";
import type {House} from "./house.ts";

/** Folders that may hold more than twelve scripts, how many, and when to look again. */
const exceptions: Readonly<Record<string, {upTo: number; lookAgain: string; why: string}>> = {
  schemas: {upTo: 15, lookAgain: "2027-H1", why: "the nouns themselves: one file a noun, no folder would say more than its file name"},
  "pipelines/effects": {upTo: 24, lookAgain: "2027-H1", why: "each door to the world is one file"},
};

/** Folders with more scripts than a reader can hold in mind, as `folder: count`. */
export const fullFolders = (house: House): string[] => {
  const scripts = [...house.keys()].filter((path) => path.endsWith(".ts") && !/^(test|fixtures)\//.test(path));
  const inside = Map.groupBy(scripts, (path) => posix.dirname(path));
  return [...inside].filter(([folder, paths]) => paths.length > (exceptions[folder]?.upTo ?? 12)).map(([folder, paths]) => `${folder}: ${paths.length}`);
};

const attic = /^(utils?|helpers?|commons?|index|misc|miscellaneous|lib|stuff)$/;

/** Files and folders named after nothing. */
export const attics = (house: House): string[] =>
  [...house.keys()].filter((path) =>
    path
      .replace(/\.[^/]+$/, "")
      .split("/")
      .some((part) => attic.test(part)),
  );
