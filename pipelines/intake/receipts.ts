import type {LedgerLine} from "../../schemas/events.ts";
import {sidecarEnding} from "../../schemas/inbox.ts";
import {instantOf} from "../../schemas/calendar/instant.ts";
import {basename} from "node:path";
import {readPart} from "../effects/entries.ts";
import {oneLine} from "../effects/printable.ts";
import type {Store} from "../effects/store.ts";
import {foldLedger, type Known, type Submission} from "../ledger/fold.ts";
import type {Ledger} from "../ledger/ledger.ts";
import type {Sidecar} from "./claim.ts";

/** What a sidecar states: when its file came (ISO instant; `note` is German where the text could mean two), or why it does not (German). */
export type Stated = {readonly state: "received"; readonly at: string; readonly note: string | null} | {readonly state: "unclear"; readonly because: string};

const example = '{"received": "2025-07-22T09:14:00+02:00"}';
const unclear = (because: string): Stated => ({state: "unclear", because});
const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Understands the text of a sidecar. */
export const readSidecar = (text: string): Stated => {
  const json = parsed(text);
  if (json === undefined) return unclear(`Die Begleitdatei ist kein lesbares JSON, vielleicht ist sie nicht zu Ende geschrieben. Erwartet: ${example}.`);
  const received = typeof json === "object" && json !== null && "received" in json ? json.received : undefined;
  if (typeof received !== "string") return unclear(`Die Begleitdatei nennt keinen Zeitpunkt des Eingangs („received“). Erwartet: ${example}.`);
  const instant = instantOf(received);
  if (instant.state === "impossible")
    return unclear(`Die Begleitdatei nennt keinen Zeitpunkt des Eingangs, sondern „${oneLine(received)}“. ${instant.because}. Erwartet: ${example}.`);
  return {state: "received", at: instant.at, note: instant.note};
};
const largest = 64 * 1024;
export const statedIn = async (path: string): Promise<Stated> => readSidecar(new TextDecoder().decode(await readPart(path, 0, largest)));

/** The name of a file, kept where it can be erased; the file's own hash in it makes the payload's hash tell nothing about the name. */
export const keepName = (payload: Store, sha256: string, path: string): Promise<string> =>
  payload.put(new TextEncoder().encode(JSON.stringify({file: sha256, name: basename(path)})));
const nameOf = async (payload: Store, {name}: Submission): Promise<string | null> => {
  const bytes = await payload.get(name);
  const kept = bytes === null ? null : (parsed(new TextDecoder().decode(bytes)) as {name?: unknown} | undefined);
  return typeof kept?.name === "string" ? kept.name.normalize("NFC") : null;
};

/** The receipt of bytes that are known already, if it turns out that they had come earlier. */
export const earlierReceipt = (before: Submission | undefined, received: string, name: string) => {
  if (before === undefined || before.received <= received) return [];
  const {sha256, size, format, kept, unreadable} = before;
  return [{type: "received", sha256, size, format, received, name, ...(kept && {kept}), ...(unreadable && {unreadable})} as const];
};

/** Noted by the clock when it was found, so nobody had stated when it came. */
const byTheClock = ({received, recorded}: Submission) => {
  const later = Date.parse(recorded) - Date.parse(received);
  return later >= 0 && later < 15 * 60_000;
};
const shown = ({sha256}: Submission) => `Prüfsumme ${sha256.slice(0, 12)}`;

/** What is to be said of a sidecar that names no file, and whether it has done its work and goes. */
export type LateSidecar = {readonly path: string; readonly sentence: string; readonly done: boolean};

/**
 * A sidecar that names no file. If exactly one file of that name was taken in, without anybody stating when it came, and the sidecar says earlier,
 * that receipt is corrected: it came after its file. In all other cases people decide.
 */
export const placeLateSidecar = async (
  {payload, ledger}: {readonly payload: Store; readonly ledger: Ledger},
  {submissions}: Pick<Known, "submissions">,
  {path, name}: Sidecar,
): Promise<LateSidecar> => {
  const file = name.slice(0, -sidecarEnding.length).normalize("NFC");
  const said = (sentence: string, done = false): LateSidecar => ({path, sentence, done});
  const stated = await statedIn(path);
  if (stated.state === "unclear") return said(`Zu dieser Begleitdatei liegt keine Datei „${oneLine(file)}“ da. ${stated.because} Sie bleibt liegen.`);
  const meant: Submission[] = [];
  for (const each of submissions.values()) if ((await nameOf(payload, each)) === file) meant.push(each);
  const [only, ...more] = meant;
  if (only === undefined) return said(`Zu dieser Begleitdatei gibt es keine Datei „${oneLine(file)}“. Bitte Namen prüfen; sie bleibt liegen.`);
  if (more.length === 0 && only.received <= stated.at)
    return said(
      `Die Meldung zu dieser Begleitdatei (${shown(only)}) ist schon mit dem Eingang ${only.received} vermerkt. Die Begleitdatei ändert daran nichts und kann gelöscht werden.`,
    );
  if (more.length > 0 || !byTheClock(only))
    return said(
      `Diese Begleitdatei kam nach ihrer Datei; ${more.length > 0 ? `${meant.length} angenommene Dateien heißen so` : "für die angenommene Datei dieses Namens war ein Eingang genannt"}. Bitte die gemeinte Datei mit der Begleitdatei noch einmal ablegen, dann gilt der frühere Eingang.`,
    );
  await ledger.decide(only.sha256, (lines: readonly LedgerLine[]) => earlierReceipt(foldLedger(lines).submissions.get(only.sha256), stated.at, only.name));
  return said(`Diese Begleitdatei kam nach ihrer Datei (${shown(only)}): Der Eingang ist berichtigt auf ${stated.at}.`, true);
};
