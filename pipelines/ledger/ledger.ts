import {type FileHandle, mkdir, open, truncate, writeFile} from "node:fs/promises";
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
  /** Appends what `decide` makes of all lines about these bytes as they stand under the lock: no other process can write between. @returns what was written */
  readonly decide: (sha256: string, decide: Decide) => Promise<readonly Event[]>;
  readonly read: () => Promise<readonly LedgerLine[]>;
  /** The file as it stands, and the head kept outside it. */
  readonly raw: () => Promise<{readonly text: string; readonly head: LedgerHead | null}>;
};

/** Events that follow from the lines there are about a file. */
export type Decide = (lines: readonly LedgerLine[]) => readonly Event[];
type Waiting = {readonly sha256: string; readonly decide: Decide; readonly done: (events: readonly Event[]) => void; readonly failed: (error: unknown) => void};

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

/** Lines by the file they are about, read on from where the last reading ended. */
const linesByFile = () => {
  let size = 0;
  let about = new Map<string, LedgerLine[]>();
  const add = (line: LedgerLine) => {
    if (!("sha256" in line)) return;
    const lines = about.get(line.sha256);
    if (lines === undefined) about.set(line.sha256, [line]);
    else lines.push(line);
  };
  return {
    /** Takes in what was appended since. The file must end with a whole line. */
    refresh: async (path: string, now: number): Promise<void> => {
      if (now < size) [size, about] = [0, new Map()];
      const handle = await open(path, "r");
      const {buffer, bytesRead} = await handle.read(Buffer.alloc(now - size), 0, now - size, size).finally(() => handle.close());
      for (const text of linesOf(buffer.toString("utf8", 0, bytesRead))) {
        const line = parsed(text);
        if (line !== null) add(line);
      }
      size = now;
    },
    about: (sha256: string): readonly LedgerLine[] => about.get(sha256) ?? [],
  };
};

export const openLedger = (folder: DataFolder, clock: Clock, log: Log): Ledger => {
  let waiting: Waiting[] = [];
  const byFile = linesByFile();
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
  /** What all of them want written, in their order; each sees what those before it write. */
  const decided = (batch: readonly Waiting[], last: LedgerHead | null): {lines: LedgerLine[]; events: (readonly Event[])[]} => {
    const recorded = clock.now().toISOString();
    const lines: LedgerLine[] = [];
    const events = batch.map(({sha256, decide}) => {
      const own = lines.filter((line) => "sha256" in line && line.sha256 === sha256);
      const wanted = decide([...byFile.about(sha256), ...own]);
      lines.push(...chained(wanted, lines.at(-1) ?? last, recorded));
      return wanted;
    });
    return {lines, events};
  };
  const write = async (handle: FileHandle, lines: readonly LedgerLine[]) => {
    await handle.writeFile(lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
    await handle.sync();
    if (lines[0]!.seq === 1) await syncFolder(folder.root);
    const {seq, hash} = lines.at(-1)!;
    known = {size: (await handle.stat()).size, last: {seq, hash}};
    await diskFiles.write(folder.ledgerHead, JSON.stringify(known.last), true);
  };
  const appendNow = async (batch: readonly Waiting[]): Promise<(readonly Event[])[]> => {
    await mkdir(folder.root, {recursive: true});
    return withLock(`${folder.ledger}.lock`, async () => {
      const handle = await open(folder.ledger, "a");
      try {
        const last = await lastHead((await handle.stat()).size);
        if (batch.some(({sha256}) => sha256 !== "")) await byFile.refresh(folder.ledger, (await handle.stat()).size);
        const {lines, events} = decided(batch, last);
        if (lines.length > 0) await write(handle, lines);
        return events;
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
      await appendNow(batch).then(
        (events) => batch.forEach(({done}, i) => done(events[i] ?? [])),
        (error) => batch.forEach(({failed}) => failed(error)),
      );
    }
    draining = false;
  };
  const enter = (sha256: string, decide: Decide) =>
    new Promise<readonly Event[]>((done, failed) => {
      waiting.push({sha256, decide, done, failed});
      if (!draining) void drain();
    });

  return {
    append: async (events) => {
      if (events.length > 0) await enter("", () => events);
    },
    decide: enter,
    read: async () => linesOf(await text()).flatMap((line) => parsed(line) ?? []),
    raw: async () => ({text: await text(), head: await keptHead()}),
  };
};
