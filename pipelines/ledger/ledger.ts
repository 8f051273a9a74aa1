import {join} from "node:path";
import type {Event, LedgerHead, LedgerLine} from "../../schemas/events.ts";
import type {Clock} from "../effects/clock.ts";
import type {DataFolder} from "../effects/data-folder.ts";
import {lookAt} from "../effects/entries.ts";
import {diskFiles} from "../effects/files.ts";
import {openFolder} from "../effects/folder.ts";
import {holderSentence} from "../effects/holder.ts";
import {withLock} from "../effects/lock.ts";
import type {Log} from "../effects/log.ts";
import {Refusal} from "../effects/refusal.ts";
import {fromBackup, store} from "../effects/store.ts";
import {type Chain, chainOf, genesis, headFault, headIn, lineHash} from "./chain.ts";
import {openHeads} from "./heads.ts";

/** Append-only, hash-chained: what is in it happened, and nothing acts before it is in it. */
export type Ledger = {
  /**
   * Gives a folder in which nothing has happened yet its head and its inbox, before anything else is written: from then on a missing one is
   * never what a crash left or what nobody made. @throws Refusal if the ledger is damaged
   */
  readonly begin: () => Promise<void>;
  /** Appends events as lines, on disk when it returns. Calls at the same time share one write. @throws Refusal if the ledger is damaged */
  readonly append: (events: readonly Event[]) => Promise<void>;
  /** Appends what `decide` makes of all lines about these bytes as they stand under the lock: no other process can write between. @returns what was written */
  readonly decide: (sha256: string, decide: Decide) => Promise<readonly Event[]>;
  /** All lines, proved to be as they were written. @throws Refusal if the ledger is damaged */
  readonly read: () => Promise<readonly LedgerLine[]>;
  /** The file, proved against its own chain and against all heads kept outside it. */
  readonly examine: () => Promise<Examined>;
};
/** `renew`: the head in state/ is gone, and it is proved that no line is missing; it is written anew. */
export type Examined = {readonly chain: Chain; readonly faults: readonly string[]; readonly renew: boolean};

/** Events that follow from the lines there are about a file. */
export type Decide = (lines: readonly LedgerLine[]) => readonly Event[];
type Waiting = {readonly sha256: string; readonly decide: Decide; readonly done: (events: readonly Event[]) => void; readonly failed: (error: unknown) => void};

const chained = (events: readonly Event[], last: LedgerHead, recorded: string): LedgerLine[] => {
  const lines: LedgerLine[] = [];
  for (const event of events) {
    const {seq, hash} = lines.at(-1) ?? last;
    const line = {seq: seq + 1, prev: hash, hash: "", recorded, ...event} as LedgerLine;
    lines.push({...line, hash: lineHash(line)});
  }
  return lines;
};
const start: LedgerHead = {seq: 0, hash: genesis};
const endOf = ({lines}: Chain): LedgerHead => {
  const last = lines.at(-1);
  return last == null ? start : {seq: last.seq, hash: last.hash};
};

/** Where a restore writes before what it wrote takes the place of what was there; while it exists, the folder is not whole. */
export const restoring = "restore.next";
const interrupted = "Eine Wiederherstellung wurde unterbrochen. Bitte denselben Befehl „./kim restore …“ noch einmal ausführen.";

/** What is wrong with a ledger and what to do, in German. */
const damageText = (faults: readonly string[]): string =>
  ["Das Journal ist NICHT in Ordnung, es wurde nichts geändert:", ...faults.map((fault) => `– ${fault}`), fromBackup].join("\n");

/** Lines by the file they are about; of a chain that only grew, just the new lines are looked at. */
const linesByFile = () => {
  let seen: Chain["lines"] = [];
  let about = new Map<string, LedgerLine[]>();
  const add = (line: LedgerLine | null) => {
    if (line !== null && "sha256" in line) about.set(line.sha256, [...(about.get(line.sha256) ?? []), line]);
  };
  return ({lines}: Chain, sha256: string): readonly LedgerLine[] => {
    const grew = seen.length <= lines.length && seen.at(-1) === lines[seen.length - 1];
    if (!grew) [seen, about] = [[], new Map()];
    for (const line of lines.slice(seen.length)) add(line);
    seen = lines;
    return about.get(sha256) ?? [];
  };
};

export const openLedger = (folder: DataFolder, clock: Clock, log: Log): Ledger => {
  let waiting: Waiting[] = [];
  const aboutFile = linesByFile();
  let draining = false;
  /** What this process has proved; a file that begins with it is proved from there on. */
  let proved: {readonly size: number; readonly chain: Chain} | null = null;
  const files = diskFiles;
  const publishedHeads = openHeads({files, folder});
  const decoded = async (path: string) => {
    const bytes = await files.read(path);
    return bytes && new TextDecoder().decode(bytes);
  };

  /**
   * Files in the archive that no line names and that are not underway. What is underway lies in quarantine before it is archived, and until it stands in
   * the ledger: so they are looked at in this order, and no other process at work makes a false alarm.
   */
  const unnamed = async (): Promise<number> => {
    const archived = await store(folder.archive, files).names();
    const underway = new Set(await store(folder.quarantine, files).names());
    const {lines} = chainOf((await decoded(folder.ledger)) ?? "", proved?.chain);
    const named = new Set(lines.flatMap((line) => (line?.type === "received" ? [line.sha256] : [])));
    return archived.filter((name) => !named.has(name) && !underway.has(name)).length;
  };
  /** Without the head in state/ a cut end shows only in what was published last and in the archive. */
  const withoutHead = async (chain: Chain, published: readonly LedgerHead[]): Promise<Pick<Examined, "faults" | "renew">> => {
    const archived = await unnamed();
    if (chain.lines.length === 0)
      return {renew: false, faults: archived === 0 ? [] : [`Das Journal (ledger.ndjson) fehlt oder ist leer, im Archiv liegen aber ${archived} Dateien.`]};
    const isWhole = archived === 0 && published.some(({seq}) => seq === chain.lines.length);
    const fault = "Der außerhalb des Journals festgehaltene Stand (state/ledger-head.json) fehlt oder ist nicht lesbar";
    return isWhole ? {renew: true, faults: []} : {renew: false, faults: [`${fault}; ohne ihn ist nicht zu beweisen, dass am Ende keine Zeile fehlt.`]};
  };
  // Heads are read before the ledger: whatever is appended meanwhile makes it longer than they say, never shorter.
  const examine = async (): Promise<Examined> => {
    const restorer = await openFolder(folder.root).holder("restore.lock");
    if (restorer !== null)
      throw new Refusal(
        `Eine Wiederherstellung läuft gerade (${holderSentence(restorer)}). Bitte warten, bis sie fertig ist, und den Befehl noch einmal ausführen.`,
      );
    const [headText, published] = await Promise.all([decoded(folder.ledgerHead), publishedHeads()]);
    const head = headIn(headText ?? "");
    const text = (await decoded(folder.ledger)) ?? "";
    const chain = chainOf(text, proved?.chain);
    const heads = [...(head === null ? [] : [head]), ...published].flatMap((each) => headFault(chain, each) ?? []);
    const half = (await files.exists(join(folder.root, restoring))) ? [interrupted] : [];
    const faults = [...half, ...(chain.fault === null ? [] : [chain.fault]), ...new Set(heads)];
    if (head !== null || faults.length > 0) return {chain, faults, renew: false};
    return {chain, ...(await withoutHead(chain, published))};
  };
  const sound = async (): Promise<Chain> => {
    const {chain, faults, renew} = await examine();
    if (faults.length > 0) throw new Refusal(damageText(faults), 1);
    if (renew) {
      await files.write(folder.ledgerHead, JSON.stringify(endOf(chain)), true);
      log.say("Der festgehaltene Stand des Journals (state/ledger-head.json) fehlte oder war nicht lesbar. Er ist neu geschrieben; keine Zeile fehlt.");
    }
    proved = {size: Buffer.byteLength(chain.whole), chain};
    return chain;
  };
  const setAside = async ({whole, torn}: Chain) => {
    let n = 1;
    while (await files.exists(join(folder.root, `ledger.torn-${n}`))) n++;
    await files.write(join(folder.root, `ledger.torn-${n}`), torn, true);
    await files.truncate(folder.ledger, Buffer.byteLength(whole));
    log.say(`Die letzte Zeile des Journals war nach einem Abbruch unvollständig. Sie liegt jetzt in ledger.torn-${n}; alle Zeilen davor sind unberührt.`);
  };
  const makeHead = async () => {
    if ((await lookAt(folder.inbox)) === null) await files.makeFolder(folder.inbox);
    await files.write(folder.ledgerHead, JSON.stringify(start), true);
  };
  const locked = async <T>(work: (chain: Chain) => Promise<T>): Promise<T> => {
    await files.makeFolder(folder.root);
    return withLock(`${folder.ledger}.lock`, async () => work(await current()));
  };
  /** The chain as it stands under the lock; another process may have appended since. */
  const current = async (): Promise<Chain> => {
    const size = (await files.stamp(folder.ledger))?.size ?? 0;
    if (proved !== null && proved.size === size && size > 0) return proved.chain;
    const chain = await sound();
    if (chain.torn !== "") await setAside(chain);
    if (chain.lines.length === 0 && !(await files.exists(folder.ledgerHead))) await makeHead();
    return chain;
  };
  /** What all of them want written, in their order; each sees what those before it write. */
  const decided = (batch: readonly Waiting[], chain: Chain): {lines: LedgerLine[]; events: (readonly Event[])[]} => {
    const recorded = clock.now().toISOString();
    const lines: LedgerLine[] = [];
    const events = batch.map(({sha256, decide}) => {
      const own = lines.filter((line) => "sha256" in line && line.sha256 === sha256);
      const wanted = decide([...aboutFile(chain, sha256), ...own]);
      lines.push(...chained(wanted, lines.at(-1) ?? endOf(chain), recorded));
      return wanted;
    });
    return {lines, events};
  };
  const appendNow = (batch: readonly Waiting[]): Promise<(readonly Event[])[]> =>
    locked(async (chain) => {
      const {lines, events} = decided(batch, chain);
      if (lines.length === 0) return events;
      const text = lines.map((line) => `${JSON.stringify(line)}\n`).join("");
      const size = await files.append(folder.ledger, text);
      proved = {size, chain: chainOf(chain.whole + text, chain)};
      await files.write(folder.ledgerHead, JSON.stringify(endOf(proved.chain)), true);
      return events;
    });
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
    begin: () => locked(async () => undefined),
    read: async () => (await sound()).lines.filter((line) => line !== null),
    examine,
  };
};
