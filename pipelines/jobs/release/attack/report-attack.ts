import {attackers, audiences} from "../../../../schemas/disclosure.ts";
import {printDecimal, printRatio} from "../../../../schemas/units.ts";
import {type AttackedTable, type AttackReport, isSafe} from "./attack-folder.ts";
import {breachText, leakText} from "./breach-text.ts";

const most = 30;
const count = (value: number) => printDecimal(BigInt(value), 0);
/** A list for a terminal; what is too long stands in --json. */
const listed = (lines: readonly string[]): string[] => [
  ...lines.slice(0, most).map((line) => `– ${line}`),
  ...(lines.length > most ? [`– und ${count(lines.length - most)} weitere; alle zeigt --json.`] : []),
];

const share = ({cells, withheld}: AttackedTable) => (cells === 0 ? "" : `${printRatio(BigInt(withheld), BigInt(cells), 1, 100n)} %`);
/** The narrowest interval, as a multiple of the width it must have. */
const narrowest = ({narrowest: width}: AttackedTable) => (width === null ? "" : `${printDecimal(BigInt(Math.floor(Math.min(width, 1e9) * 100)), 2)}-fach`);
const row = (report: AttackedTable) => [report.table, count(report.cells), share(report), count(report.judged), narrowest(report), count(report.breaches)];
const grid = (rows: readonly (readonly string[])[]): string[] => {
  const widths = rows[0]!.map((_, i) => Math.max(...rows.map((cells) => cells[i]!.length)));
  return rows.map((cells) => cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join("  "));
};

const some = (number: number, one: string, many: string) => (number === 0 ? [] : [`${count(number)} ${number === 1 ? one : many}`]);
const readText = ({tables, bodies, releases, pages, pictures}: AttackReport["read"]) =>
  [
    ...some(tables, "Datenprodukt in allen Formaten", "Datenprodukte in allen Formaten"),
    ...some(bodies, "Stelle mit eigenen Zahlen", "Stellen mit eigenen Zahlen"),
    ...some(releases, "frühere Veröffentlichung", "frühere Veröffentlichungen"),
    ...some(pages, "Seite", "Seiten"),
    ...some(pictures, "Bild", "Bilder"),
  ].join(", ");

const verdict = (report: AttackReport): string[] =>
  isSafe(report)
    ? ["Nichts gefunden: Keine gesperrte oder gerundete Zahl lässt sich genauer bestimmen, als der Plan erlaubt."]
    : [...listed(report.breaches.map(breachText)), ...listed(report.leaks.map(leakText)), "Die Veröffentlichung ist nicht zulässig."];

/** What the intruder tried and found, in German. */
export const attackText = (report: AttackReport): string =>
  [
    `Angegriffen: ${report.root} (${readText(report.read)}).`,
    "Angreifer:",
    ...audiences.public.policy.attackers.map((attacker) => `– ${attacker}: ${attackers[attacker]}`),
    "",
    ...grid([["Tabelle", "Zahlen", "gesperrt", "angegriffen", "engstes Intervall", "Lücken"], ...report.tables.map(row)]),
    "",
    `Fragen an den Gleichungslöser: ${count(report.questions)}. Prüfsumme der Zeugen: ${report.certificate}${report.certificate === report.manifest ? " (dieselbe wie im Manifest)" : ""}`,
    ...(report.dropped > 0
      ? [
          `${report.dropped === 1 ? "Eine Summe widerspricht" : `${count(report.dropped)} Summen widersprechen`} den eigenen Zahlen der Stellen; daraus folgt nichts.`,
        ]
      : []),
    ...verdict(report),
  ].join("\n");
