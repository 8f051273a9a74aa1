import type {LedgerHead, LedgerLine} from "../../schemas/events.ts";
import {Refusal} from "../effects/refusal.ts";
import {fromBackup, type Store} from "../effects/store.ts";
import {foldLedger} from "./fold.ts";
import type {Ledger} from "./ledger.ts";

/** What is wrong with the ledger, the archive or the payload, in German; nothing: all is as it was written. */
export type LedgerReport = {
  readonly lines: number;
  readonly files: number;
  readonly head: LedgerHead | null;
  readonly torn: boolean;
  readonly faults: readonly string[];
};
/** Where the truth lies: the ledger, and the stores of the bytes it names. */
export type Truth = {readonly ledger: Ledger; readonly archive: Store; readonly payload: Store};

/** Names, reasons, explanations and approvals: what a line says through the payload. */
const payloadOf = (line: LedgerLine): string[] => {
  if (line.type === "received" || line.type === "unread") return [line.name];
  if (line.type === "set-aside") return line.text === undefined ? [] : [line.text];
  if (line.type === "approvals") return [line.payload];
  return line.type === "waived" || line.type === "explained" ? [line.text] : [];
};

/** So many files are looked at side by side: enough to keep the disk busy. */
const atOnce = 32;
const storeFaults = async (store: Store, where: string, hashes: readonly string[]): Promise<string[]> => {
  const faults: string[] = [];
  for (let from = 0; from < hashes.length; from += atOnce) {
    const some = hashes.slice(from, from + atOnce);
    for (const [i, state] of (await Promise.all(some.map(store.check))).entries()) {
      if (state === "missing") faults.push(`${where} fehlt die Datei ${some[i]}.`);
      if (state === "changed") faults.push(`${where} wurde die Datei ${some[i]} verändert.`);
    }
  }
  return faults;
};

/** Finds any altered, missing or reordered line, a cut end, a lost head, and any file of archive or payload that is gone or changed. */
export const verifyLedger = async ({ledger, archive, payload}: Truth): Promise<LedgerReport> => {
  const {chain, faults} = await ledger.examine();
  const lines = chain.lines.filter((line) => line !== null);
  // What cannot be read is never archived.
  const hashes = [...foldLedger(lines).submissions.values()].filter(({kept}) => kept === undefined).map(({sha256}) => sha256);
  const last = lines.at(-1);
  return {
    lines: chain.lines.length,
    files: hashes.length,
    head: last === undefined ? null : {seq: last.seq, hash: last.hash},
    torn: chain.torn !== "",
    faults: [
      ...faults,
      ...(await storeFaults(archive, "Im Archiv", hashes)),
      ...(await storeFaults(payload, "In payload", [...new Set(lines.flatMap(payloadOf))])),
    ],
  };
};

/** The report in German. */
export const ledgerReportText = ({lines, files, torn, faults}: LedgerReport): string => {
  const cut = torn ? ["Die letzte Zeile ist nach einem Abbruch unvollständig. Sie gilt nicht und wird beim nächsten Eintrag beiseitegelegt."] : [];
  if (faults.length === 0) return [`Das Journal ist unverändert: ${lines} Zeilen, ${files} archivierte Dateien geprüft.`, ...cut].join("\n");
  return [`Das Journal ist NICHT in Ordnung (${lines} Zeilen, ${files} archivierte Dateien):`, ...faults.map((fault) => `– ${fault}`), fromBackup].join("\n");
};

/** Comes before all that writes: on a damaged ledger, archive or payload nothing is built up. @throws Refusal (exit 1) with every fault */
export const insistSound = async (truth: Truth): Promise<void> => {
  const report = await verifyLedger(truth);
  if (report.faults.length > 0) throw new Refusal(`Es wurde nichts geändert. ${ledgerReportText(report)}`, 1);
  // A lost head of which it is proved that it hides nothing is written anew.
  await truth.ledger.read();
};
