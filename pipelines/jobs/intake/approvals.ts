import {findBody} from "../../../schemas/codes/bodies.ts";
import type {ApprovalRow} from "../../../schemas/events.ts";
import {firstDay, halfYearOf} from "../../../schemas/half-year.ts";
import type {Desk} from "./desk.ts";
import {foldLedger, type Known} from "../../ledger/fold.ts";

/** Rows read from an approvals file, or what is wrong with it, in German with line numbers. */
export type ReadApprovals = {readonly rows: readonly ApprovalRow[]; readonly faults: readonly string[]};

const header = "stelle;gueltig_ab;baustein;vzae;euro";

/** German decimal (`57.000,00`, `0,75`, `57000`) as integer of hundredths; null if it is none. */
const hundredths = (text: string): string | null => {
  const match = /^(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,2}))?$/.exec(text.trim());
  return match === null ? null : String(BigInt(`${match[1]!.replaceAll(".", "")}${(match[2] ?? "").padEnd(2, "0")}`));
};
/** A day as ISO or TT.MM.JJJJ, or a half-year, which begins on its first day. */
const dayOf = (text: string): string | null => {
  if (/^20\d\d-H[12]$/.test(text)) return firstDay(halfYearOf(text));
  const iso = text.replace(/^(\d{2})\.(\d{2})\.(\d{4})$/, "$3-$2-$1");
  return /^20\d\d-\d{2}-\d{2}$/.test(iso) && new Date(`${iso}T00:00:00Z`).toJSON()?.startsWith(iso) ? iso : null;
};

const readRow = (line: string, number: number): ApprovalRow | string => {
  const [stelle = "", gueltigAb = "", baustein = "", vzae = "", euro = "", ...rest] = line.split(";").map((cell) => cell.trim().replace(/^"(.*)"$/, "$1"));
  const [from, posts, amount] = [dayOf(gueltigAb), hundredths(vzae), hundredths(euro)];
  const fault = (found: string, expected: string) => `Zeile ${number}: „${found}“ gefunden, erwartet ${expected}.`;
  if (rest.length > 0) return fault(line, `fünf Spalten (${header})`);
  if (findBody(stelle) === undefined) return fault(stelle, "der Schlüssel einer der 54 Stellen, z. B. 05334");
  if (from === null) return fault(gueltigAb, "ein Datum wie 01.01.2025 oder ein Halbjahr wie 2025-H1");
  if (!["B1", "B2", "B3"].includes(baustein)) return fault(baustein, "B1, B2 oder B3");
  if (posts === null) return fault(vzae, "VZÄ mit höchstens zwei Nachkommastellen, z. B. 3,50");
  if (amount === null) return fault(euro, "ein Betrag wie 57000,00");
  return {body: stelle, from, baustein: baustein as ApprovalRow["baustein"], vzae: posts, euro: amount};
};

const twice = (rows: readonly ApprovalRow[]): string[] => {
  const seen = new Set<string>();
  return rows.flatMap(({body, from, baustein}) => {
    const key = `${body}, ${from}, ${baustein}`;
    const again = seen.has(key);
    seen.add(key);
    return again ? [`${key} steht zweimal in der Datei. Erwartet: je Stelle, Tag und Baustein eine Zeile.`] : [];
  });
};

/** Reads approved posts and euros from CSV (semicolon, German decimals). */
export const readApprovals = (text: string): ReadApprovals => {
  const [first = "", ...lines] = text.replace(/^\ufeff/, "").split(/\r?\n/);
  if (first.trim().toLowerCase().replaceAll('"', "") !== header)
    return {rows: [], faults: [`Zeile 1: „${first.trim()}“ gefunden, erwartet die Überschriften ${header}.`]};
  const read = lines.flatMap((line, i) => (line.trim() === "" ? [] : [readRow(line, i + 2)]));
  const rows = read.filter((row) => typeof row !== "string");
  return {rows, faults: [...read.filter((row) => typeof row === "string"), ...twice(rows)]};
};

/** What an import did: `known` if the same rows had been imported before. */
export type ImportedApprovals = {readonly rows: number; readonly faults: readonly string[]; readonly known: boolean};

/** Imports approvals as one event; a file with a fault is not imported at all. @throws Error `missing file: PATH` */
export const importApprovals = async ({files, ledger, payload}: Desk, path: string): Promise<ImportedApprovals> => {
  const bytes = await files.read(path);
  if (bytes === null) throw new Error(`missing file: ${path}`);
  const {rows, faults} = readApprovals(new TextDecoder().decode(bytes));
  if (faults.length > 0) return {rows: 0, faults, known: false};
  const sha256 = await payload.put(new TextEncoder().encode(JSON.stringify(rows)));
  const known = foldLedger(await ledger.read()).approvals.some((each) => each.payload === sha256);
  if (!known) await ledger.append([{type: "approvals", payload: sha256, rows: rows.length}]);
  return {rows: rows.length, faults: [], known};
};

/** All imported approvals; for the same body, day and Baustein the later import counts. @throws Refusal if the rows of one are missing or were changed */
export const approvalsOf = async ({payload}: Pick<Desk, "payload">, {approvals}: Pick<Known, "approvals">): Promise<ApprovalRow[]> => {
  const latest = new Map<string, ApprovalRow>();
  for (const each of approvals) {
    const bytes = await payload.require(each.payload);
    for (const row of JSON.parse(new TextDecoder().decode(bytes)) as ApprovalRow[]) latest.set(`${row.body}|${row.from}|${row.baustein}`, row);
  }
  return [...latest.values()];
};

/** The result in German. */
export const approvalsText = ({rows, faults, known}: ImportedApprovals): string =>
  faults.length > 0
    ? [
        `Es wurde nichts übernommen, ${faults.length} ${faults.length === 1 ? "Zeile ist" : "Zeilen sind"} zu berichtigen:`,
        ...faults.map((fault) => `– ${fault}`),
      ].join("\n")
    : known
      ? "Diese Bewilligungen waren schon übernommen."
      : `${rows} Bewilligungen übernommen.`;
