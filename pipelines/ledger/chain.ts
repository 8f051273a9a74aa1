import {z} from "zod";
import type {LedgerHead, LedgerLine} from "../../schemas/events.ts";
import {sha256Of} from "../effects/store.ts";

/** Hash before the first line. */
export const genesis = "0".repeat(64);
/** Hash of a line: over its content in the order in which it is written, without the hash itself. */
export const lineHash = ({hash: _, ...content}: LedgerLine): string => sha256Of(JSON.stringify(content));

/** Reads a line strictly: what is written another way than we write it was touched by someone, and is null. */
const lineOf = (text: string): LedgerLine | null => {
  try {
    const line = JSON.parse(text) as LedgerLine;
    return typeof line === "object" && line !== null && JSON.stringify(line) === text ? line : null;
  } catch {
    return null;
  }
};

/** The text of a ledger: its complete lines (null: not readable), what a crash left behind them, and the first fault in German; what follows a fault is its consequence. */
export type Chain = {readonly whole: string; readonly torn: string; readonly lines: readonly (LedgerLine | null)[]; readonly fault: string | null};
const emptyChain: Chain = {whole: "", torn: "", lines: [], fault: null};

const faultOf = (line: LedgerLine | null, number: number, before: LedgerLine | null): string | null => {
  if (line === null) return `Zeile ${number} ist nicht lesbar oder wurde verändert.`;
  if (lineHash(line) !== line.hash) return `Zeile ${number} wurde nachträglich verändert.`;
  if (line.seq !== number) return `In Zeile ${number} steht die laufende Nummer ${line.seq}: Davor fehlt eine Zeile, oder die Reihenfolge wurde verändert.`;
  return line.prev === (before?.hash ?? genesis) ? null : `Zeile ${number} schließt nicht an die Zeile davor an.`;
};

const firstFault = (lines: readonly (LedgerLine | null)[], from: number): string | null => {
  for (let i = from; i < lines.length; i++) {
    const fault = faultOf(lines[i] ?? null, i + 1, lines[i - 1] ?? null);
    if (fault !== null) return fault;
  }
  return null;
};

/** Reads and proves a chain. `before`: a sound chain that was proved; if the text begins with it, only the rest is looked at. */
export const chainOf = (text: string, before: Chain = emptyChain): Chain => {
  const known = before.fault === null && text.startsWith(before.whole) ? before : emptyChain;
  const end = text.lastIndexOf("\n") + 1;
  const more = text.slice(known.whole.length, end).split("\n").slice(0, -1).map(lineOf);
  const lines = [...known.lines, ...more];
  return {whole: text.slice(0, end), torn: text.slice(end), lines, fault: firstFault(lines, known.lines.length)};
};

/** A head written down earlier must still be in the ledger: a cut or rewritten end shows here. Null: it is. */
export const headFault = ({lines, torn}: Chain, {seq, hash}: LedgerHead): string | null => {
  if (seq === 0 || lines[seq - 1]?.hash === hash) return null;
  if (lines.length === 0) return `Das Journal (ledger.ndjson) fehlt oder ist leer: Festgehalten waren ${seq} Zeilen.`;
  if (seq > lines.length)
    return `Am Ende fehlen Zeilen: Festgehalten waren ${seq}, vorhanden sind ${lines.length}${torn === "" ? "" : " und der Anfang einer weiteren"}.`;
  return `Zeile ${seq} ist nicht mehr die, die dort festgehalten wurde.`;
};

const head = z.strictObject({seq: z.int().min(0), hash: z.string().regex(/^[0-9a-f]{64}$/)});
/** A head as it was written down; null if it cannot be read. */
export const headIn = (text: string): LedgerHead | null => {
  try {
    return head.parse(JSON.parse(text));
  } catch {
    return null;
  }
};
