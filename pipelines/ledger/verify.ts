import type {LedgerHead, LedgerLine} from "../../schemas/events.ts";
import {type Store, sha256Of} from "../effects/store.ts";
import {foldLedger} from "./fold.ts";
import {genesis, type Ledger, lineHash, linesOf} from "./ledger.ts";

/** What is wrong with the ledger or the archive, in German; nothing: all is as it was written. */
export type LedgerReport = {
  readonly lines: number;
  readonly files: number;
  readonly head: LedgerHead | null;
  readonly torn: boolean;
  readonly faults: readonly string[];
};

const lineOf = (text: string): LedgerLine | null => {
  try {
    const line = JSON.parse(text) as LedgerLine;
    // What is written another way than we write it was touched by someone.
    return JSON.stringify(line) === text ? line : null;
  } catch {
    return null;
  }
};

const faultOf = (line: LedgerLine | null, number: number, before: LedgerLine | null): string[] => {
  if (line === null) return [`Zeile ${number} ist nicht lesbar oder wurde verändert.`];
  if (lineHash(line) !== line.hash) return [`Zeile ${number} wurde nachträglich verändert.`];
  if (line.seq !== number) return [`In Zeile ${number} steht die laufende Nummer ${line.seq}: Davor fehlt eine Zeile, oder die Reihenfolge wurde verändert.`];
  return line.prev === (before?.hash ?? genesis) ? [] : [`Zeile ${number} schließt nicht an die Zeile davor an.`];
};
/** The first fault of the chain; what follows it is a consequence. */
const chainFault = (lines: readonly (LedgerLine | null)[]): string[] => {
  for (const [i, line] of lines.entries()) {
    const fault = faultOf(line, i + 1, i === 0 ? null : lines[i - 1]!);
    if (fault.length > 0) return fault;
  }
  return [];
};
/** A head written down earlier must still be in the ledger: a cut or rewritten end shows here. */
const headFault = (lines: readonly (LedgerLine | null)[], {seq, hash}: LedgerHead): string[] => {
  if (seq > lines.length) return [`Am Ende fehlen Zeilen: Festgehalten waren ${seq}, vorhanden sind ${lines.length}.`];
  return lines[seq - 1]?.hash === hash ? [] : [`Zeile ${seq} ist nicht mehr die, die dort festgehalten wurde.`];
};

const archiveFaults = async (archive: Store, hashes: readonly string[]): Promise<string[]> => {
  const faults: string[] = [];
  for (const sha256 of hashes) {
    const bytes = await archive.get(sha256);
    if (bytes === null) faults.push(`Im Archiv fehlt die Datei ${sha256}.`);
    else if (sha256Of(bytes) !== sha256) faults.push(`Im Archiv wurde die Datei ${sha256} verändert.`);
  }
  return faults;
};

/** Finds any altered, missing or reordered line, a cut end, and any archived file that is gone or changed. `heads`: heads kept elsewhere, e.g. in manifests. */
export const verifyLedger = async (
  {ledger, archive}: {readonly ledger: Ledger; readonly archive: Store},
  heads: readonly LedgerHead[] = [],
): Promise<LedgerReport> => {
  const {text, head} = await ledger.raw();
  const lines = linesOf(text).map(lineOf);
  const chain = [...chainFault(lines), ...[head, ...heads].flatMap((each) => (each === null ? [] : headFault(lines, each)))];
  if (head === null && lines.length > 0) chain.push("Der außerhalb des Journals festgehaltene Stand (state/ledger-head.json) fehlt.");
  const submissions = [...foldLedger(lines.filter((line) => line !== null)).submissions.values()];
  const files = submissions.filter(({kept}) => kept === undefined).map(({sha256}) => sha256);
  const last = lines.at(-1);
  return {
    lines: lines.length,
    files: files.length,
    head: last ? {seq: last.seq, hash: last.hash} : null,
    torn: text !== "" && !text.endsWith("\n"),
    faults: [...new Set(chain), ...(await archiveFaults(archive, files))],
  };
};

/** The report in German. */
export const ledgerReportText = ({lines, files, torn, faults}: LedgerReport): string => {
  const cut = torn ? ["Die letzte Zeile ist nach einem Abbruch unvollständig. Sie gilt nicht und wird beim nächsten Eintrag beiseitegelegt."] : [];
  if (faults.length === 0) return [`Das Journal ist unverändert: ${lines} Zeilen, ${files} archivierte Dateien geprüft.`, ...cut].join("\n");
  return [
    `Das Journal ist NICHT in Ordnung (${lines} Zeilen, ${files} archivierte Dateien):`,
    ...faults.map((fault) => `– ${fault}`),
    ...cut,
    "Bitte den Ordner aus der letzten Sicherung wiederherstellen (backups/).",
  ].join("\n");
};
