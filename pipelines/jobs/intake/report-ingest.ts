import {basename} from "node:path";
import {quarantineDays} from "../../../schemas/settings.ts";
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

const nameOf = (all: readonly Ingested[], {sha256}: UnreadFile) => basename(all.find((file) => file.sha256 === sha256)?.path ?? sha256.slice(0, 12));

/** What came in and what became of it, in German. */
export const ingestText = ({files: all, missing, unclear, released, emptied, unread}: IngestSummary): string => {
  const taken = count(all, "accepted", "accepted-with-warnings", "rejected", "refused");
  const known = count(all, "known");
  const notRead = count(all, "unread");
  const head =
    taken === 0
      ? ["Keine neuen Dateien.", ...(known > 0 ? [`${files(known)} ${known === 1 ? "war" : "waren"} schon bekannt.`] : [])].join(" ")
      : [
          `${files(taken)} eingegangen: ${count(all, "accepted", "accepted-with-warnings")} angenommen (${count(all, "accepted-with-warnings")} mit Warnungen), ${count(all, "rejected")} nicht angenommen, ${count(all, "refused")} zurückgewiesen.`,
          ...(known > 0 ? [`${files(known)} ${known === 1 ? "war" : "waren"} schon bekannt.`] : []),
        ].join(" ");
  return [
    ...(taken === 0 && notRead > 0 && known === 0 ? [] : [head]),
    ...(notRead > 0 ? [`${files(notRead)} eingegangen, noch nicht gelesen.`] : []),
    ...all.filter(({outcome}) => outcome === "rejected" || outcome === "refused").map(rejectedLine),
    ...unread.map((file) => `– ${nameOf(all, file)}: ${unreadText(file)}`),
    ...(released.length > 0 ? [`Aus der Quarantäne angenommen, weil kein Personenbezug besteht: ${files(released.length)}.`] : []),
    ...(emptied.length > 0 ? [emptiedText(emptied)] : []),
    ...missing.map((path) => `– ${path} gibt es nicht. Bitte den Pfad prüfen.`),
    ...unclear.map(
      (path) =>
        `– ${path}: Die Begleitdatei nennt keinen Zeitpunkt des Eingangs. Erwartet: {"received": "2025-07-22T09:14:00+02:00"}. Die Datei bleibt liegen.`,
    ),
  ].join("\n");
};
