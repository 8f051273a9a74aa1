import {link, mkdir, open, rename, unlink, writeFile} from "node:fs/promises";
import {basename, join} from "node:path";
import {setTimeout} from "node:timers/promises";
import {strToU8, zipSync} from "fflate";
import type {Chance} from "../../fixtures/sample/chance.ts";
import {sha256Of} from "../../pipelines/effects/store.ts";

/** A version that its writer brought to its end. `dropped`: he has overwritten it in place himself since. `received`: stated by a sidecar that lay there before it. */
export type Version = {readonly sha256: string; dropped: boolean; readonly received: string | null};
/** What a writer did to one name: its complete versions, and half ones that lay still so long that nobody could tell them from whole ones. */
export type Told = {readonly story: string; readonly versions: Version[]; readonly halves: Set<string>};
type Place = {readonly inbox: string; readonly aside: string; readonly luck: Chance; readonly name: string; readonly told: Told};

/** Between two slices of what has no end of its own a writer pauses less than intake waits between two looks. */
const longestPause = {container: 2_600, plain: 1_100};
/** A machine under load may have stretched a pause; from here on a half version is excused. */
const still = 1_800;

const zipped = (luck: Chance): Uint8Array => zipSync({"a.txt": strToU8(String(luck.share()).repeat(luck.between(40, 400)))}, {level: 0});
const plain = (luck: Chance): Uint8Array => strToU8(`stelle;wert\n${String(luck.share()).repeat(luck.between(40, 400))}\n`);
const content = ({luck, name}: Place) => (name.endsWith(".xlsx") ? zipped(luck) : plain(luck));

/** Writes at a handle slice by slice. */
const inSlices = async ({luck, name, told}: Place, handle: Awaited<ReturnType<typeof open>>, bytes: Uint8Array) => {
  const slices = luck.between(1, 5);
  for (let i = 0; i < slices; i++) {
    await handle.write(bytes.subarray(Math.floor((i * bytes.length) / slices), Math.floor(((i + 1) * bytes.length) / slices)));
    const begun = performance.now();
    if (i < slices - 1) await setTimeout(luck.between(0, name.endsWith(".xlsx") ? longestPause.container : longestPause.plain));
    if (performance.now() - begun > still) told.halves.add(sha256Of(bytes.subarray(0, Math.floor(((i + 1) * bytes.length) / slices))));
  }
};
const complete = ({told}: Place, bytes: Uint8Array, received: string | null = null) => told.versions.push({sha256: sha256Of(bytes), dropped: false, received});

const copy = async (place: Place, name = place.name, received: string | null = null): Promise<void> => {
  const bytes = content(place);
  const handle = await open(join(place.inbox, name), "w");
  try {
    await inSlices(place, handle, bytes);
    complete(place, bytes, received);
  } finally {
    await handle.close();
  }
};
/** What somebody else might have to restore: a second name keeps the bytes that a rename is about to replace. */
const keepAside = ({aside, inbox, told, name}: Place) =>
  link(join(inbox, name), join(aside, `${told.versions.length}-${basename(name)}`)).catch(() => undefined);
const absent = (error: NodeJS.ErrnoException) => {
  if (error.code !== "ENOENT") throw error;
};

type Story = (place: Place) => Promise<void>;
const stories: Readonly<Record<string, Story>> = {
  copied: (place) => copy(place),
  "copied with a sidecar before": async (place) => {
    const received = `2026-01-${String(place.luck.between(10, 28))}T08:00:00.000Z`;
    await writeFile(join(place.inbox, `${place.name}.eingang.json`), JSON.stringify({received}));
    await copy(place, place.name, received);
  },
  "replaced by a rename": async (place) => {
    await copy(place);
    await setTimeout(place.luck.between(0, 2_500));
    const bytes = content(place);
    await writeFile(join(place.inbox, `.${place.name}.next`), bytes);
    await keepAside(place);
    await rename(join(place.inbox, `.${place.name}.next`), join(place.inbox, place.name));
    complete(place, bytes);
  },
  "taken back and put again": async (place) => {
    await copy(place);
    await setTimeout(place.luck.between(0, 2_500));
    await rename(join(place.inbox, place.name), join(place.aside, place.name)).catch(absent);
    await copy(place);
  },
  "overwritten in place": async (place) => {
    await copy(place);
    await setTimeout(place.luck.between(0, 2_500));
    const before = place.told.versions.at(-1);
    // Without creating it: what intake has taken is not overwritten.
    const handle = await open(join(place.inbox, place.name), "r+").catch(absent);
    if (handle === undefined) return copy(place);
    try {
      if (before !== undefined) before.dropped = true;
      const bytes = content(place);
      await handle.truncate(0);
      await inSlices(place, handle, bytes);
      complete(place, bytes);
    } finally {
      await handle.close();
    }
  },
  renamed: async (place) => {
    await copy(place);
    await setTimeout(place.luck.between(0, 2_500));
    await rename(join(place.inbox, place.name), join(place.inbox, `umbenannt-${place.name}`)).catch(absent);
  },
  "brought under a half name": async (place) => {
    await copy(place, `${place.name}.filepart`);
    await rename(join(place.inbox, `${place.name}.filepart`), join(place.inbox, place.name));
  },
  "the same bytes twice": async (place) => {
    const bytes = content(place);
    await writeFile(join(place.inbox, place.name), bytes);
    complete(place, bytes);
    await setTimeout(place.luck.between(0, 3_000));
    await writeFile(join(place.inbox, `noch-einmal-${place.name}`), bytes);
  },
  "put away by its sender": async (place) => {
    await copy(place);
    await setTimeout(place.luck.between(0, 3_000));
    await keepAside(place);
    await unlink(join(place.inbox, place.name)).catch(absent);
  },
};
const names = Object.keys(stories);

/** One seeded story of one name in the inbox; half of them about containers, half about text that has no end of its own. */
export const tell = async (data: string, luck: Chance, number: number): Promise<Told> => {
  const story = names[luck.between(0, names.length - 1)] ?? "copied";
  const name = `meldung-${number}.${luck.happens(0.5) ? "xlsx" : "csv"}`;
  const told: Told = {story: `${name} ${story}`, versions: [], halves: new Set()};
  const place = {inbox: join(data, "inbox", luck.happens(0.3) ? "Unterordner" : ""), aside: join(data, "aside", String(number)), luck, name, told};
  await Promise.all([mkdir(place.inbox, {recursive: true}), mkdir(place.aside, {recursive: true})]);
  await setTimeout(luck.between(0, 2_500));
  await stories[story]?.(place);
  return told;
};
