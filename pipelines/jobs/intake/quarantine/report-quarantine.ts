import {findBody, spokenName} from "../../../../schemas/codes/bodies.ts";
import {timezone} from "../../../../schemas/settings.ts";
import {printHalfYear} from "../../../../schemas/units.ts";
import type {RefusedFile, UnreadFile} from "../../../ledger/fold.ts";
import type {Answered} from "./answer.ts";
import {unreadText} from "./unread.ts";
import {openCells, waitsUntil} from "./waiting.ts";

const short = (sha256: string) => sha256.slice(0, 12);
const dayOf = (instant: Date) => new Intl.DateTimeFormat("de-DE", {timeZone: timezone, dateStyle: "medium"}).format(instant);
const whose = ({body, halfYear}: RefusedFile) => {
  const known = body === null ? undefined : findBody(body);
  return [known === undefined ? "unbekannte Stelle" : spokenName(known), ...(halfYear === null ? [] : [printHalfYear(halfYear)])].join(" · ");
};

/** Refused files that wait for an answer, in German, never with content. */
const refusedText = (files: readonly RefusedFile[]): string =>
  files.length === 0
    ? ""
    : [
        ...files.map((refusal) => {
          const open = openCells(refusal);
          return `${short(refusal.sha256)}  ${whose(refusal)}, eingegangen ${dayOf(new Date(refusal.received))}, wird am ${dayOf(waitsUntil(refusal))} gelöscht. Offen: ${open.join(", ")}`;
        }),
        "Kein Personenbezug? ./kim quarantine answer PRÜFSUMME --cells ZELLE,ZELLE (oder --all)",
      ].join("\n");

const underwayText = (n: number): string => {
  if (n === 0) return "";
  const lies = n === 1 ? "Eine Datei liegt" : `${n} Dateien liegen`;
  return `${lies} ungeprüft hier, weil eine Annahme gerade läuft oder unterbrochen wurde. Läuft keine: „./kim ingest“ nimmt sie wieder auf.`;
};

/** What waits in quarantine: refused files for an answer, unread ones to be read, and how many an intake has not finished. */
export const waitingText = (refused: readonly RefusedFile[], unread: readonly UnreadFile[], unfinished = 0): string =>
  [
    underwayText(unfinished),
    refusedText(refused),
    ...unread.map((file) => `${short(file.sha256)}  unbekannte Stelle, eingegangen ${dayOf(new Date(file.received))}: ${unreadText(file)}`),
  ]
    .filter((text) => text !== "")
    .join("\n") || "In der Quarantäne wartet keine Datei.";

const states: Readonly<Record<Answered["state"], (answered: Answered) => string>> = {
  accepted: () => "Keine Zelle ist mehr offen; die Datei ist mit ihrem ursprünglichen Eingang angenommen und geprüft.",
  open: ({open}) => `Noch offen: ${open.join(", ")}. Die Datei bleibt in der Quarantäne.`,
  gone: () => "Die Datei wurde nach 14 Tagen gelöscht. Bitte dieselbe Datei noch einmal senden; sie wird dann angenommen.",
};
/** What an answer brought about, in German. */
export const answeredText = (answer: Answered): string => `Kein Personenbezug vermerkt für ${answer.answered.join(", ")}. ${states[answer.state](answer)}`;

/** What was deleted, in German. */
export const emptiedText = (hashes: readonly string[]): string =>
  hashes.length === 0
    ? "In der Quarantäne war nichts zu löschen."
    : `${hashes.length === 1 ? "Eine zurückgewiesene Datei" : `${hashes.length} zurückgewiesene Dateien`} nach 14 Tagen gelöscht: ${hashes.map(short).join(", ")}.`;
