import {mkdir, open, truncate, writeFile} from "node:fs/promises";
import type {Event, LedgerHead, LedgerLine} from "../../schemas/events.ts";
import type {Clock} from "../effects/clock.ts";
import type {DataFolder} from "../effects/data-folder.ts";
import {diskFiles, syncFolder} from "../effects/files.ts";
import {withLock} from "../effects/lock.ts";
import type {Log} from "../effects/log.ts";
import {sha256Of} from "../effects/store.ts";
import {Refusal} from "../effects/refusal.ts";

/** Append-only, hash-chained: what is in it happened, and nothing acts before it is in it. */
export type Ledger = {
  /** Appends events as lines, on disk when it returns. Calls at the same time share one write. */
  readonly append: (events: readonly Event[]) => Promise<void>;
  readonly read: () => Promise<readonly LedgerLine[]>;
  /** The file as it stands, and the head kept outside it. */
  readonly raw: () => Promise<{readonly text: string; readonly head: LedgerHead | null}>;
};

/** Hash before the first line. */
export const genesis = "0".repeat(64);
/** Hash of a line: over its content in the order in which it is written, without the hash itself. */
export const lineHash = ({hash: _, ...content}: LedgerLine): string => sha256Of(JSON.stringify(content));

const chained = (events: readonly Event[], last: LedgerHead | null, recorded: string): LedgerLine[] => {
  const lines: LedgerLine[] = [];
  for (const event of events) {
    const {seq, hash} = lines.at(-1) ?? last ?? {seq: 0, hash: genesis};
    const line = {seq: seq + 1, prev: hash, hash: "", recorded, ...event} as LedgerLine;
    lines.push({...line, hash: lineHash(line)});
  }
  return lines;
};

const parsed = (text: string): LedgerLine | null => {
  try {
    return JSON.parse(text) as LedgerLine;
  } catch {
    return null;
  }
};
/** The text up to the last complete line, and what a crash left behind it. */
const withoutTornEnd = (text: string): {whole: string; torn: string} => {
  const end = text.lastIndexOf("\n") + 1;
  return {whole: text.slice(0, end), torn: text.slice(end)};
};
export const linesOf = (text: string) => withoutTornEnd(text).whole.split("\n").slice(0, -1);

export const openLedger = (folder: DataFolder, clock: Clock, log: Log): Ledger => {
  let waiting: {events: readonly Event[]; done: () => void; failed: (error: unknown) => void}[] = [];
  let draining = false;
  let known: {size: number; last: LedgerHead | null} | null = null;

  const text = async () => new TextDecoder().decode((await diskFiles.read(folder.ledger)) ?? new Uint8Array());
  const keptHead = async () => {
    const head = await diskFiles.read(folder.ledgerHead);
    return head && (JSON.parse(new TextDecoder().decode(head)) as LedgerHead);
  };
  const setAside = async (torn: string, whole: string) => {
    let n = 1;
    while (await diskFiles.exists(`${folder.root}/ledger.torn-${n}`)) n++;
    await writeFile(`${folder.root}/ledger.torn-${n}`, torn);
    await truncate(folder.ledger, Buffer.byteLength(whole));
    log.say(`Die letzte Zeile des Journals war nach einem Abbruch unvollständig. Sie liegt jetzt in ledger.torn-${n}; alle Zeilen davor sind unberührt.`);
  };
  /** Last line as it stands under the lock; another process may have appended since. */
  const lastHead = async (size: number): Promise<LedgerHead | null> => {
    if (known?.size === size) return known.last;
    const {whole, torn} = withoutTornEnd(await text());
    if (torn !== "") await setAside(torn, whole);
    const last = parsed(linesOf(whole).at(-1) ?? "");
    if (last === null && whole !== "") throw new Refusal("Die letzte Zeile des Journals ist nicht lesbar. Bitte „./kim ledger verify“ ausführen.", 1);
    // A chain is not continued on a cut end: the next head would cover up what is missing.
    if (((await keptHead())?.seq ?? 0) > (last?.seq ?? 0))
      throw new Refusal(
        "Am Ende des Journals fehlen Zeilen, es wird nicht fortgeschrieben. Bitte „./kim ledger verify“ ausführen und den Ordner aus der letzten Sicherung wiederherstellen.",
        1,
      );
    return last && {seq: last.seq, hash: last.hash};
  };
  const appendNow = async (events: readonly Event[]) => {
    await mkdir(folder.root, {recursive: true});
    await withLock(`${folder.ledger}.lock`, async () => {
      const handle = await open(folder.ledger, "a");
      try {
        const lines = chained(events, await lastHead((await handle.stat()).size), clock.now().toISOString());
        await handle.writeFile(lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
        await handle.sync();
        if (lines[0]!.seq === 1) await syncFolder(folder.root);
        const {seq, hash} = lines.at(-1)!;
        known = {size: (await handle.stat()).size, last: {seq, hash}};
        await diskFiles.write(folder.ledgerHead, JSON.stringify(known.last), true);
      } finally {
        await handle.close();
      }
    });
  };
  const drain = async () => {
    draining = true;
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      await appendNow(batch.flatMap(({events}) => events)).then(
        () => batch.forEach(({done}) => done()),
        (error) => batch.forEach(({failed}) => failed(error)),
      );
    }
    draining = false;
  };

  return {
    append: (events) =>
      events.length === 0
        ? Promise.resolve()
        : new Promise<void>((done, failed) => {
            waiting.push({events, done, failed});
            if (!draining) void drain();
          }),
    read: async () => linesOf(await text()).flatMap((line) => parsed(line) ?? []),
    raw: async () => ({text: await text(), head: await keptHead()}),
  };
};
