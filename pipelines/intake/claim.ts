import {dirname, join} from "node:path";
import {claimForgotten, sidecarEnding} from "../../schemas/inbox.ts";
import {
  changedAt,
  entriesIn,
  lookAt,
  type Look,
  makeFolder,
  mayBeAtWork,
  moveAway,
  moveBack,
  ownMark,
  removeEmpty,
  removeFile,
  sameLook,
} from "../effects/entries.ts";

/**
 * Who renames a file away owns it: in the same folder (so on the same drive) into a hidden folder whose name says whose it is and when its files came.
 * Killed at any moment, the next run finds them there. A second file under the old name is a new file.
 */
export type Receiving = {
  /** ISO instant at which these files came. */
  readonly at: string;
  /** Stated by the caller; else it is when they were found. */
  readonly stated: boolean;
  readonly repairsAccepted: boolean;
};
type ClaimName = Receiving & {readonly mark: string};

const pattern = /^\.kim-(\d+-[\da-f]+)-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z-(s?)(r?)$/;
const nameOf = ({mark, at, stated, repairsAccepted}: ClaimName) => `.kim-${mark}-${at.replace(/[-:.]/g, "")}-${stated ? "s" : ""}${repairsAccepted ? "r" : ""}`;
const readName = (name: string): ClaimName | null => {
  const [, mark, year, month, day, hours, minutes, seconds, thousandths, stated, repairs] = pattern.exec(name) ?? [];
  if (mark === undefined) return null;
  return {mark, at: `${year}-${month}-${day}T${hours}:${minutes}:${seconds}.${thousandths}Z`, stated: stated === "s", repairsAccepted: repairs === "r"};
};
export const isClaim = (name: string): boolean => readName(name) !== null;

/** Where a claimed file and its sidecar lie, and when they came. */
export type Claimed = {readonly path: string; readonly sidecar: string | null; readonly receiving: Receiving};
/** A file beside another that says when that one came. */
export type Sidecar = {readonly path: string; readonly name: string; readonly look: Look};
/** A file that may be a return, as it lay there at the first look. */
export type Candidate = {
  readonly path: string;
  readonly name: string;
  readonly look: Look;
  readonly sidecar: Sidecar | null;
  /** It lies in the inbox, so it is ours to take away; files elsewhere are never moved. */
  readonly ours: boolean;
  /** An earlier run had claimed it and did not finish. */
  readonly claimed: Claimed | null;
};
/** A claim another run has left behind, now ours; `null`: it belongs to one that is still at work. */
export type Adopted = {readonly folder: string; readonly receiving: Receiving} | null;

/** `changed`: written to after it was read, so it was given back. */
export type Removed = "removed" | "changed";
export type Claims = {
  /** Takes a file with its sidecar; null if it was not there any more, or another run was first. @throws system errors, with everything given back */
  readonly claim: (candidate: Candidate) => Promise<Claimed | null>;
  readonly adopt: (parent: string, name: string, now: Date) => Promise<Adopted>;
  /** Puts a file back under its name or, if that is taken, under a free one. @returns where it lies now */
  readonly giveBack: (candidate: Pick<Candidate, "path">, claimed: Pick<Claimed, "path" | "sidecar">) => Promise<string>;
  /** Removes what was read; if it is not what was read any more, gives it back. */
  readonly remove: (candidate: Pick<Candidate, "path">, claimed: Claimed, read: Look) => Promise<Removed>;
  readonly tidy: () => Promise<void>;
};

/** Marks of claims that runs within this process work at. */
const atWork = new Set<string>();

const giveBack: Claims["giveBack"] = async ({path}, claimed) => {
  const back = await moveBack(claimed.path, path);
  if (claimed.sidecar !== null) await moveBack(claimed.sidecar, `${back}${sidecarEnding}`);
  return back;
};
const remove: Claims["remove"] = async (candidate, claimed, read) => {
  const now = await lookAt(claimed.path);
  if (now === null || !sameLook(now, read)) {
    if (now !== null) await giveBack(candidate, claimed);
    return "changed";
  }
  // The sidecar first: killed between, the file comes once more and is known already.
  if (claimed.sidecar !== null) await removeFile(claimed.sidecar);
  await removeFile(claimed.path);
  return "removed";
};

/** The claims of one run. */
export const openClaims = (receiving: Receiving): Claims => {
  const folders = new Map<string, Promise<string>>();
  const own: {mark: string; folder: string}[] = [];
  const begin = (parent: string, each: Receiving) => {
    const mark = ownMark();
    const folder = join(parent, nameOf({...each, mark}));
    atWork.add(mark);
    own.push({mark, folder});
    return folder;
  };
  const make = async (parent: string) => {
    const folder = begin(parent, receiving);
    await makeFolder(folder);
    return folder;
  };
  const folderIn = (parent: string) => {
    const made = folders.get(parent) ?? make(parent);
    folders.set(parent, made);
    return made;
  };
  const claim = async ({path, name, sidecar}: Candidate): Promise<Claimed | null> => {
    const folder = await folderIn(dirname(path));
    const [file, beside] = [join(folder, name), sidecar && join(folder, sidecar.name)];
    // The sidecar first: killed between, no file is left without the time it came.
    if (sidecar !== null && beside !== null && !(await moveAway(sidecar.path, beside))) return null;
    const restore = async () => void (sidecar !== null && beside !== null && (await moveBack(beside, sidecar.path)));
    const moved = await moveAway(path, file).catch(async (error: unknown) => {
      await restore();
      throw error;
    });
    if (moved) return {path: file, sidecar: beside, receiving};
    await restore();
    return null;
  };
  const adopt: Claims["adopt"] = async (parent, name, now) => {
    const found = readName(name);
    if (found === null) return null;
    const path = join(parent, name);
    const idle = now.getTime() - (await changedAt(path).catch(() => now.getTime()));
    if (atWork.has(found.mark) || (mayBeAtWork(found.mark) && idle < claimForgotten)) return null;
    const folder = begin(parent, found);
    return (await moveAway(path, folder)) ? {folder, receiving: found} : null;
  };
  const tidy = async () => {
    for (const {mark, folder} of own) {
      await removeEmpty(folder);
      atWork.delete(mark);
    }
  };
  return {claim, adopt, giveBack, remove, tidy};
};

/** Files in a claim folder with their sidecars; a sidecar whose file was not claimed any more goes back. */
export const claimedIn = async ({folder, receiving}: NonNullable<Adopted>): Promise<{readonly name: string; readonly claimed: Claimed}[]> => {
  const names = (await entriesIn(folder)).map(({name}) => name);
  const isSidecar = (name: string) => name.endsWith(sidecarEnding);
  const sidecarFor = (file: string) => names.find((name) => isSidecar(name) && name.normalize("NFC") === `${file}${sidecarEnding}`.normalize("NFC"));
  const files = names.filter((name) => !isSidecar(name));
  const paired = new Set(files.map(sidecarFor));
  for (const name of names) if (isSidecar(name) && !paired.has(name)) await moveBack(join(folder, name), join(dirname(folder), name));
  return files.map((name) => {
    const sidecar = sidecarFor(name);
    return {name, claimed: {path: join(folder, name), sidecar: sidecar === undefined ? null : join(folder, sidecar), receiving}};
  });
};
