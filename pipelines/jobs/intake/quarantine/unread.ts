import type {Checked, Reading, Verdict} from "../../../../schemas/flow.ts";
import {unreadTries} from "../../../../schemas/intake.ts";
import {Refusal} from "../../../effects/refusal.ts";
import {foldLedger, type UnreadFile} from "../../../ledger/fold.ts";
import type {Desk} from "../desk.ts";
import {Unread, unreadCauses} from "../examine/examiner.ts";
import {titleOf, verdictWords} from "../report-check.ts";
import {takeIn} from "../take-in.ts";

/** What became of a file that was tried again; `path` is the name it came under. */
export type TriedAgain = {
  readonly path: string;
  readonly sha256: string;
  readonly outcome: Verdict | "refused" | "unread";
  readonly received: string;
  readonly body: string | null;
  readonly halfYear: Reading["halfYear"];
  readonly findings: Checked["findings"];
};

const short = (sha256: string) => sha256.slice(0, 12);

/** Null where the bytes were not read; that is in the ledger by then. */
export const unlessUnread = async <T>(work: () => Promise<T>): Promise<T | null> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Unread) return null;
    throw error;
  }
};

/** The payload that holds the name of a file says which file it is; what was erased or damaged has no name. */
const nameIn = async ({payload}: Pick<Desk, "payload">, {name, sha256}: UnreadFile): Promise<string> => {
  const bytes = await payload.get(name);
  const found = bytes === null ? null : /"name":("(?:[^"\\]|\\.)*")/.exec(new TextDecoder().decode(bytes))?.[1];
  return found == null ? short(sha256) : String(JSON.parse(found));
};

/** Tries files again that were not read. Those whose bytes are gone from quarantine cannot be tried; their sender has to send them again. */
const tryAgain = async (desk: Desk, files: readonly UnreadFile[]): Promise<TriedAgain[]> => {
  const done: TriedAgain[] = [];
  for (const file of files) {
    const {sha256, received, name} = file;
    const bytes = await desk.quarantine.get(sha256);
    if (bytes === null) continue;
    const path = await nameIn(desk, file);
    const taken = await unlessUnread(() =>
      takeIn(desk, {read: {size: bytes.length, sha256, bytes}, received, answered: new Set(), keepName: async () => name}),
    );
    if (taken === null) done.push({path, sha256, outcome: "unread", received, body: null, halfYear: null, findings: []});
    else {
      const {body, halfYear} = taken.reading;
      done.push({path, sha256, outcome: taken.refused ? "refused" : taken.checked.verdict, received, body, halfYear, findings: taken.checked.findings});
    }
  }
  return done;
};

const unreadNow = async (desk: Desk) => [...foldLedger(await desk.ledger.read()).unread.values()];
/** Tries every file again that was tried less often than it may be without being asked to. */
export const retryUnread = async (desk: Desk): Promise<TriedAgain[]> =>
  tryAgain(
    desk,
    (await unreadNow(desk)).filter(({tries}) => tries < unreadTries),
  );

/** @param hash beginning of a SHA-256 @throws Refusal if it names no file that waits, or several */
const meant = (files: readonly UnreadFile[], hash: string): UnreadFile => {
  const found = files.filter(({sha256}) => sha256.startsWith(hash.toLowerCase()));
  const [file, another] = found;
  if (file === undefined) throw new Refusal(`Zu „${hash}“ wartet keine ungelesene Datei. Alle zeigt ./kim quarantine.`);
  if (another !== undefined)
    throw new Refusal(`Zu „${hash}“ gibt es ${found.length} Dateien: ${found.map(({sha256}) => short(sha256)).join(", ")}. Bitte mehr Zeichen angeben.`);
  return file;
};
/** Tries again by hand, however often it was tried: one file by the beginning of its hash, or all (null). @throws Refusal if no such file waits */
export const retryByHand = async (desk: Desk, hash: string | null): Promise<TriedAgain[]> => {
  const files = await unreadNow(desk);
  return tryAgain(desk, hash === null ? files : [meant(files, hash)]);
};
/** Deletes the bytes of a file that was never read; the ledger keeps that it came. @returns its hash @throws Refusal if no such file waits */
export const discardUnread = async (desk: Desk, hash: string): Promise<string> => {
  const {sha256} = meant(await unreadNow(desk), hash);
  await desk.ledger.append([{type: "quarantine-emptied", sha256}]);
  await desk.quarantine.remove(sha256);
  return sha256;
};

/** What was tried again, in German. */
export const retriedText = (tried: readonly TriedAgain[], unread: ReadonlyMap<string, UnreadFile>): string => {
  const words = {...verdictWords, refused: "zurückgewiesen, nicht archiviert", unread: "nicht gelesen"};
  const lines = tried.map(({path, sha256, outcome, body, halfYear}) => {
    const still = unread.get(sha256);
    return `${titleOf({file: path, body, halfYear})}: ${still === undefined ? words[outcome] : unreadText(still)}`;
  });
  return lines.length === 0 ? "Es wartet keine ungelesene Datei." : lines.join("\n");
};

/** A file that was not read, in German: what is true of it, and what happens next. */
export const unreadText = ({sha256, tries, cause}: UnreadFile): string =>
  tries < unreadTries
    ? `eingegangen, noch nicht gelesen (${unreadCauses[cause]}). Die Datei wartet in der Quarantäne; die nächste Annahme versucht es noch einmal.`
    : `konnte ${tries === 3 ? "dreimal" : `${tries}-mal`} nicht gelesen werden: ${unreadCauses[cause]}. Noch einmal versuchen: ./kim quarantine retry ${short(sha256)}; endgültig löschen: ./kim quarantine discard ${short(sha256)}.`;
