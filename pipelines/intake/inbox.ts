import {basename, dirname, join} from "node:path";
import {foreignFile, foreignFolder, sidecarEnding} from "../../schemas/inbox.ts";
import {entriesIn, type Entry, type EntryKind, type Look, lookAt} from "../effects/entries.ts";
import {type Candidate, type Claims, claimedIn, isClaim, type Sidecar} from "./claim.ts";
import {orTrouble, type Trouble} from "./trouble.ts";

/** What stays where it is, with the reason in German. */
export type Left = {readonly path: string; readonly reason: string};
/** All that lies in a folder: nothing is passed over. */
export type Survey = {
  readonly candidates: readonly Candidate[];
  readonly left: readonly Left[];
  /** Sidecars that name no file beside them. */
  readonly orphans: readonly Sidecar[];
  readonly troubles: readonly Trouble[];
};
type Found = {readonly [Key in keyof Survey]: Survey[Key][number][]};

const strange: Readonly<Record<Exclude<EntryKind, "file" | "folder">, string>> = {
  link: "Verknüpfung, nicht die Datei selbst",
  pipe: "Datenkanal (FIFO), keine Datei",
  socket: "Verbindungspunkt (Socket), keine Datei",
  device: "Gerät, keine Datei",
};
const reasonToLeave = ({name, legible, kind}: Entry): string | null => {
  if (!legible) return "Der Name ist nicht lesbar (kein UTF-8); bitte umbenennen";
  if (kind === "folder") return foreignFolder(name);
  return kind === "file" ? foreignFile(name) : strange[kind];
};
const isSidecar = ({name, kind, legible}: Entry) => legible && kind === "file" && name.normalize("NFC").toLowerCase().endsWith(sidecarEnding);
/** Names are the same however their umlauts are composed: a Mac writes ü as two signs. */
const composed = (name: string) => name.normalize("NFC");
const targetOf = (sidecar: string) => composed(sidecar.slice(0, -sidecarEnding.length));

/** The sidecar of a file: the one of exactly that name before one that differs in composition. */
const sidecarFor = (name: string, sidecars: readonly string[]): string | undefined =>
  sidecars.find((each) => each === `${name}${sidecarEnding}`) ?? sidecars.find((each) => targetOf(each) === composed(name));

const lookAtFile = async (path: string): Promise<Look | null> => {
  const found = await lookAt(path);
  return found?.kind === "file" ? found : null;
};
const sidecarAt = async (folder: string, name: string | undefined): Promise<Sidecar | null> => {
  const look = name === undefined ? null : await lookAtFile(join(folder, name));
  return name === undefined || look === null ? null : {path: join(folder, name), name, look};
};

/** Takes over what runs that were ended had claimed here; what another run works at just now is named. */
const addClaimed = async (found: Found, folder: string, name: string, claims: Claims, now: Date): Promise<void> => {
  const adopted = await claims.adopt(folder, name, now);
  if (adopted === null) {
    const busy = await entriesIn(join(folder, name)).catch(() => []);
    for (const each of busy.filter((entry) => !isSidecar(entry)))
      found.left.push({path: join(folder, each.name), reason: "wird gerade von einem anderen Vorgang angenommen"});
    return;
  }
  for (const {name: file, claimed} of await claimedIn(adopted)) {
    const look = await lookAtFile(claimed.path);
    if (look !== null) found.candidates.push({path: join(folder, file), name: file, look, sidecar: null, ours: true, claimed});
  }
};

const addFiles = async (found: Found, folder: string, entries: readonly Entry[], ours: boolean): Promise<void> => {
  const sidecars = entries.filter(isSidecar).map(({name}) => name);
  const files = entries.filter((entry) => entry.kind === "file" && !isSidecar(entry));
  const candidates = files.filter((entry) => reasonToLeave(entry) === null);
  const used = new Map(candidates.map(({name}) => [name, sidecarFor(name, sidecars)]));
  const add = async ({name}: Entry) => {
    const path = join(folder, name);
    const seen = await orTrouble(path, async () => ({state: "seen", look: await lookAtFile(path), sidecar: await sidecarAt(folder, used.get(name))}) as const);
    if (seen.state === "trouble") found.troubles.push(seen.trouble);
    else if (seen.look !== null) found.candidates.push({path, name, look: seen.look, sidecar: seen.sidecar, ours, claimed: null});
  };
  await Promise.all(candidates.map(add));
  const spare = sidecars.filter((name) => ![...used.values()].includes(name));
  const names = new Set(files.map(({name}) => composed(name)));
  for (const name of spare) {
    const sidecar = await sidecarAt(folder, name);
    if (names.has(targetOf(name))) found.left.push({path: join(folder, name), reason: "Begleitdatei zu einer Datei, die liegen bleibt"});
    else if (sidecar !== null) found.orphans.push(sidecar);
  }
};

const addFolder = async (found: Found, folder: string, claims: Claims | null, now: Date): Promise<void> => {
  const seen = await orTrouble(folder, async () => {
    if (claims !== null) for (const {name} of (await entriesIn(folder)).filter(({name}) => isClaim(name))) await addClaimed(found, folder, name, claims, now);
    return {state: "seen", entries: (await entriesIn(folder)).filter(({name}) => !isClaim(name))} as const;
  });
  if (seen.state === "trouble") return void found.troubles.push(seen.trouble);
  const reasons = seen.entries.map((entry) => [entry, isSidecar(entry) ? null : reasonToLeave(entry)] as const);
  for (const [{name, kind}, reason] of reasons)
    if (reason !== null) found.left.push({path: join(folder, name), reason: kind === "folder" ? `${reason}, nicht angesehen` : reason});
  await addFiles(found, folder, seen.entries, claims !== null);
  for (const [{name, kind}, reason] of reasons) if (kind === "folder" && reason === null) await addFolder(found, join(folder, name), claims, now);
};

const byPath = (a: {path: string}, b: {path: string}) => (a.path < b.path ? -1 : 1);
/** Looks at all that lies below a folder. `claims`: it is in the inbox, so what is taken from it is taken away. */
export const surveyFolder = async (folder: string, claims: Claims | null, now: Date): Promise<Survey> => {
  const found: Found = {candidates: [], left: [], orphans: [], troubles: []};
  await addFolder(found, folder, claims, now);
  return {...found, candidates: found.candidates.sort(byPath), left: found.left.sort(byPath)};
};

/** One file that somebody names by hand, with its sidecar. */
export const surveyFile = async (path: string, ours: boolean): Promise<Survey> => {
  const [folder, name] = [dirname(path), basename(path)];
  const found: Found = {candidates: [], left: [], orphans: [], troubles: []};
  const seen = await orTrouble(folder, async () => ({state: "seen", entries: await entriesIn(folder)}) as const);
  if (seen.state === "trouble") return {...found, troubles: [seen.trouble]};
  const entry = seen.entries.find((each) => each.name === name);
  const reason = entry === undefined ? "ist nicht mehr da" : reasonToLeave(entry);
  if (reason !== null) return {...found, left: [{path: join(folder, name), reason}]};
  await addFiles(
    found,
    folder,
    seen.entries.filter((each) => each.name === name || (isSidecar(each) && targetOf(each.name) === composed(name))),
    ours,
  );
  return found;
};
