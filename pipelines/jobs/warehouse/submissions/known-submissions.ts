import {sheetByNumber} from "../../../../schemas/cell-names.ts";
import type {LedgerLine} from "../../../../schemas/events.ts";
import type {Checked, Finding} from "../../../../schemas/flow.ts";
import {tableTitles} from "../../../../schemas/layouts/sheet-of.ts";
import {type LoadedSubmission, receivedOn} from "../../../load/load-submission.ts";
import {isEarlier} from "../../intake/judging/arrival-order.ts";
import {foldLedger, type Known, type RefusedFile, type Submission} from "../../../ledger/fold.ts";

/**
 * What was known on a day: archived submissions, files that were refused for personal data and never archived, and returns that are set aside, with what came
 * before them for the same body and half-year: an earlier version must not count in silence where a later one is there.
 */
export type KnownSubmissions = {readonly archived: readonly Submission[]; readonly refused: readonly RefusedFile[]; readonly setAside: readonly Submission[]};

const byHash = (a: {sha256: string}, b: {sha256: string}) => (a.sha256 < b.sha256 ? -1 : 1);

const isSamePlace = (a: Submission, b: Submission) =>
  a.checked !== null && b.checked !== null && a.checked.body !== null && a.checked.body === b.checked.body && a.checked.halfYear === b.checked.halfYear;

/** Everything received up to the end of a day in Germany (null: everything), in the order of the hashes: the order of arrival cannot show. */
export const knownAmong = ({submissions, refusals}: Known, asOf: string | null): KnownSubmissions => {
  const inTime = ({received}: {received: string}) => asOf === null || receivedOn(received) <= asOf;
  const all = [...submissions.values()].filter(inTime).toSorted(byHash);
  const aside = all.filter(({setAside}) => setAside !== undefined);
  const isOut = (each: Submission) => aside.some((other) => other === each || (isSamePlace(other, each) && isEarlier(each, other)));
  return {
    archived: aside.length === 0 ? all : all.filter((each) => !isOut(each)),
    refused: [...refusals.values()].filter(inTime).toSorted(byHash),
    setAside: aside.length === 0 ? [] : all.filter(isOut),
  };
};
/** The same, of the lines themselves. */
export const knownOn = (lines: readonly LedgerLine[], asOf: string | null): KnownSubmissions => knownAmong(foldLedger(lines), asOf);

/** Title of a table's sheet; other sheets were noted by their number. */
const sheetOf = (name: string): string | null => {
  const number = /^S(\d+)$/.exec(name)?.[1];
  return number === undefined ? (tableTitles.get(name) ?? null) : sheetByNumber(Number(number));
};
/** The content of a refused file is nobody's to see: what remains is that it came, and why it was refused. */
const refusalFinding =
  (rule: string) =>
  (place: string): Finding => {
    const [table, cell] = place.split("!");
    return {
      rule,
      severity: "error",
      at: sheetOf(table!) === null ? {file: true} : cell === undefined ? {sheet: sheetOf(table!)!} : {sheet: sheetOf(table!)!, cell},
      field: null,
      row: null,
      found: "***",
      expected: "keine Angaben über einzelne Personen",
      message:
        "Die Datei enthält personenbezogene Angaben oder etwas, das niemand darauf prüfen kann. Sie wurde nicht angenommen und nicht archiviert. Bitte ohne das neu senden oder, wenn niemand gemeint ist, binnen 14 Tagen „kein Personenbezug“ antworten.",
    };
  };
/** A refused file as it stands among the others: no cells, and a finding for each place. */
export const refusedSubmission = ({sha256, received, format, body, halfYear, rule, cells}: RefusedFile): LoadedSubmission => {
  const checked: Checked = {verdict: "rejected", findings: cells.map(refusalFinding(rule)), notCheckable: []};
  return {sha256, received, reading: {format, form: null, body, halfYear, returnKind: null, synthetic: false, cells: [], remarks: [], repairs: []}, checked};
};
/** A return that is set aside as it stands among the others: no cells, nothing found, and it does not count. */
export const setAsideSubmission = ({sha256, received, format, checked}: Submission): LoadedSubmission => ({
  sha256,
  received,
  setAside: true,
  reading: {
    format,
    form: null,
    body: checked?.body ?? null,
    halfYear: checked?.halfYear ?? null,
    returnKind: null,
    synthetic: false,
    cells: [],
    remarks: [],
    repairs: [],
  },
  checked: {verdict: "rejected", findings: [], notCheckable: []},
});
