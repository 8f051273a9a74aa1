import {basename} from "node:path";
import {quarantineDays, timezone} from "../../../schemas/settings.ts";
import {oneLine} from "../../effects/printable.ts";
import type {Left} from "../../intake/inbox.ts";
import type {Waiting, WaitsFor} from "../../intake/watch.ts";
import type {UnreadFile} from "../../ledger/fold.ts";
import type {Ingested, IngestSummary} from "./ingest.ts";
import {emptiedText} from "./quarantine/report-quarantine.ts";
import {unreadText} from "./quarantine/unread.ts";
import {titleOf, verdictWords} from "./report-check.ts";

const count = (files: readonly Ingested[], ...outcomes: readonly Ingested["outcome"][]) => files.filter(({outcome}) => outcomes.includes(outcome)).length;
const files = (n: number) => `${n} ${n === 1 ? "Datei" : "Dateien"}`;

const rejectedLine = ({path, sha256, body, halfYear, outcome, findings}: Ingested) => {
  const first = findings.find(({severity}) => severity === "error");
  const more = findings.filter(({severity}) => severity === "error").length - 1;
  const word = outcome === "refused" ? "zurückgewiesen, nicht archiviert" : verdictWords["rejected"];
  return `– ${titleOf({file: basename(path), body, halfYear})}: ${word}${first === undefined ? "" : `. ${first.rule}: ${first.message}`}${more > 0 ? ` (und ${more} weitere Fehler)` : ""}${outcome === "refused" ? ` Ist niemand gemeint: ./kim quarantine answer ${sha256.slice(0, 12)} --all (die Datei wartet ${quarantineDays} Tage).` : ""}`;
};

/** So many names of a group are printed; machines get all of them. */
const namesOf = (paths: readonly string[], most = 3) => {
  const named = paths.slice(0, most).map((path) => `„${oneLine(basename(path))}“`);
  const more = paths.length - named.length;
  return `${named.join(", ")}${more > 0 ? ` und ${more} weitere` : ""}`;
};
const leftLines = (left: readonly Left[]): string[] => {
  if (left.length === 0) return [];
  const groups = [...Map.groupBy(left, ({reason}) => reason)].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    `Liegen gelassen, nichts davon gelöscht: ${left.length} ${left.length === 1 ? "Eintrag" : "Einträge"}.`,
    ...groups.map(([reason, each]) => `– ${each.length} × ${reason}: ${namesOf(each.map(({path}) => path))}`),
  ];
};

const clock = new Intl.DateTimeFormat("de-DE", {timeZone: timezone, dateStyle: "short", timeStyle: "short"});
const waitsFor: Readonly<Record<WaitsFor, string>> = {
  changing: "wird noch geschrieben",
  torn: "ist nicht zu Ende geschrieben",
  empty: "ist leer (0 Byte)",
};
const waitingLine = ({path, because, since, until, long}: Waiting) => {
  const end = until === null ? "" : ` Bleibt sie so, wird sie am ${clock.format(new Date(until))} als beschädigt angenommen.`;
  const advice = long ? " Das dauert ungewöhnlich lange: Bitte beim Absender nachfragen oder die Datei noch einmal ablegen." : "";
  return `– „${oneLine(basename(path))}“ ${waitsFor[because]}, wartet seit ${clock.format(new Date(since))}.${end}${advice}`;
};
const waitingLines = (waiting: readonly Waiting[]): string[] =>
  waiting.length === 0 ? [] : [`${files(waiting.length)} noch nicht vollständig:`, ...waiting.map(waitingLine)];

const unreadName = (all: readonly Ingested[], {sha256}: UnreadFile) =>
  oneLine(basename(all.find((file) => file.sha256 === sha256)?.path ?? sha256.slice(0, 12)));
const unreadLines = (all: readonly Ingested[], unread: readonly UnreadFile[]): string[] => {
  const notRead = count(all, "unread");
  const head = notRead > 0 ? [`${files(notRead)} eingegangen, noch nicht gelesen.`] : [];
  return [...head, ...unread.map((file) => `– ${unreadName(all, file)}: ${unreadText(file)}`)];
};
const headOf = (all: readonly Ingested[]) => {
  const taken = count(all, "accepted", "accepted-with-warnings", "rejected", "refused");
  const known = count(all, "known");
  const before = known > 0 ? [`${files(known)} ${known === 1 ? "war" : "waren"} schon bekannt.`] : [];
  if (taken === 0) return ["Keine neuen Dateien.", ...before].join(" ");
  const accepted = count(all, "accepted", "accepted-with-warnings");
  const parts = `${accepted} angenommen (${count(all, "accepted-with-warnings")} mit Warnungen), ${count(all, "rejected")} nicht angenommen, ${count(all, "refused")} zurückgewiesen`;
  return [`${files(taken)} eingegangen: ${parts}.`, ...before].join(" ");
};

/** Names of what needs nobody's attention. */
const calmLine = (word: string, all: readonly Ingested[], ...outcomes: readonly Ingested["outcome"][]): string[] => {
  const meant = all.filter(({outcome}) => outcomes.includes(outcome)).map(({path}) => path);
  return meant.length === 0 ? [] : [`– ${word}: ${namesOf(meant, 10)}`];
};

/** So many files not accepted are named one by one; beyond, those without a body are grouped by what is wrong with them. */
const mostLines = 100;
const rejectedLines = (all: readonly Ingested[]): string[] => {
  const rejected = all.filter(({outcome}) => outcome === "rejected" || outcome === "refused");
  const grouped = rejected.length <= mostLines ? [] : rejected.filter(({body, outcome}) => body === null && outcome === "rejected");
  const groups = Map.groupBy(grouped, ({findings}) => findings.find(({severity}) => severity === "error")?.message ?? "nicht angenommen");
  return [
    ...rejected.filter((each) => !grouped.includes(each)).map(rejectedLine),
    ...[...groups].map(([message, each]) => `– ${each.length} × nicht angenommen. ${message} ${namesOf(each.map(({path}) => path))}`),
  ];
};

/** What came in and what became of it, in German. Names come from outside: they stay within their line. */
export const ingestText = ({files: all, missing, left, waiting, troubles, unclear, sidecars, notes, released, emptied, unread}: IngestSummary): string =>
  [
    ...(all.length > 0 && all.every(({outcome}) => outcome === "unread") ? [] : [headOf(all)]),
    ...calmLine("angenommen", all, "accepted", "accepted-with-warnings"),
    ...calmLine("schon bekannt", all, "known"),
    ...rejectedLines(all),
    ...unreadLines(all, unread),
    ...(released.length > 0 ? [`Aus der Quarantäne angenommen, weil kein Personenbezug besteht: ${files(released.length)}.`] : []),
    ...(emptied.length > 0 ? [emptiedText(emptied)] : []),
    ...missing.map((path) => `– ${oneLine(path)} gibt es nicht. Bitte den Pfad prüfen.`),
    ...troubles.map(({path, sentence}) => `– ${oneLine(path)}: ${sentence}`),
    ...unclear.map(({path, sentence}) => `– ${oneLine(path)}: ${sentence} Die Datei bleibt liegen.`),
    ...sidecars.map(({path, sentence}) => `– ${oneLine(path)}: ${sentence}`),
    ...notes.map((note) => `– ${oneLine(note)}`),
    ...waitingLines(waiting),
    ...leftLines(left),
  ].join("\n");
