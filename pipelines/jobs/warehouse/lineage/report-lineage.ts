import {spokenName} from "../../../../schemas/codes/bodies.ts";
import {fieldOf} from "../../../../schemas/fields/registry.ts";
import type {Cell} from "../../../../schemas/flow.ts";
import {gaps} from "../../../../schemas/gaps.ts";
import type {FigureDeclaration} from "../../../../schemas/measures.ts";
import {printDate, printDecimal, printHalfYear, printRatio} from "../../../../schemas/units.ts";
import {receivedOn} from "../../../load/load-submission.ts";
import type {NumberKey} from "./keys.ts";
import type {Lineage, Part, Source} from "./lineage.ts";
import type {AreaFigure} from "../proof/roll-up.ts";
import type {LineageReport} from "./verify.ts";

const scaleOf = ({table}: NumberKey, name: string) => table.figures.find((figure) => figure.name === name)!.scale;
const printed = (number: NumberKey, {status, value, den}: AreaFigure): string => {
  const {measure, scale, unit} = number.figure;
  if (status !== "known") return gaps[status].word;
  if (measure.kind !== "rate") return `${printDecimal(value!, scale)} ${unit}`;
  const [up, down] = [scaleOf(number, measure.num), scaleOf(number, measure.den)];
  const ratio = printRatio(value! * 10n ** BigInt(down), den! * 10n ** BigInt(up), measure.places, measure.factor);
  return `${printDecimal(value!, up)} ÷ ${printDecimal(den!, down)} = ${ratio} ${unit}`;
};

const cellLine = ({sheet, address, row, text, value, code, field, state}: Cell) => {
  const understood = value === null ? (code ?? (state === "unknown" ? "k. A." : "leer")) : printDecimal(value, fieldOf(field).scale);
  return `    ${`${sheet}!${address}`.padEnd(24)} ${row === "-" ? "" : `${row} `}${fieldOf(field).label}: „${text}“ → ${understood}`;
};
const fileLine = ({sha256, received, checked}: NonNullable<Source["witness"]>) =>
  `SHA-256 ${sha256}, eingegangen ${printDate(receivedOn(received))}${checked.verdict === "rejected" ? ", nicht angenommen" : ""}`;
/** What the body explained and the KfI released about these cells, beside the number they make. */
const saidLines = ({checked}: NonNullable<Source["witness"]>, cells: readonly Cell[]): string[] =>
  checked.findings
    .filter(({field, row}) => cells.some((cell) => cell.field === field && (row === null || cell.row === row)))
    .flatMap(({rule, field, row, explanation, released}) => {
      const about = `${rule}${row === null || row === "-" ? "" : ` ${row}`} ${fieldOf(field!).label}`;
      return [
        ...(released === undefined ? [] : [`    Freigabe KfI zu ${about}: ${released}`]),
        ...(explanation === undefined ? [] : [`    Erläuterung zu ${about}: ${explanation.text}`]),
      ];
    });
const sourceLines = ({scale, unit, measure}: FigureDeclaration, {body, witness, files, status, value, cells}: Source): string[] => {
  const head = `  ${body.key} ${spokenName(body)}`;
  if (measure.kind === "population") return [`${head}: ${printDecimal(value, 0)} ${unit} (amtliche Statistik)`];
  if (measure.kind === "register") return [`${head}: ${files.length === 0 ? "keine Datei" : ""}`, ...files.map((file) => `    ${fileLine(file)}`)];
  if (witness === null) return [`${head}: keine zählende Meldung`];
  const sum = measure.kind === "class-median" ? "Dauerklassen" : status === "known" ? `${printDecimal(value, scale)} ${unit}` : gaps[status].word;
  return [`${head}: ${sum} – ${fileLine(witness)}`, ...cells.map(cellLine), ...saidLines(witness, cells)];
};
const partLines = ({figure, sources}: Part): string[] => [`${figure.label}: ${figure.definition}`, ...sources.flatMap((source) => sourceLines(figure, source))];

/** The way back from one published number to its cells, in German. */
export const lineageText = ({number, published, proven, same, parts}: Lineage): string => {
  const {table, figure, halfYear, area, key} = number;
  const place =
    area.level === "body"
      ? spokenName(area.bodies[0]!)
      : area.level === "state"
        ? "Nordrhein-Westfalen"
        : area.level === "district"
          ? `Regierungsbezirk ${area.area}`
          : area.area;
  return [
    `${table.title}: ${figure.label}${key === "" ? "" : ` (${key.replaceAll("|", ", ")})`}, ${place}, ${printHalfYear(halfYear)}`,
    `Veröffentlicht: ${printed(number, published)}; ${published.bodies} von ${area.bodies.length} Stellen`,
    figure.definition,
    "",
    ...parts.flatMap(partLines),
    "",
    `Aus den archivierten Dateien nachgerechnet: ${printed(number, proven)}; ${proven.bodies} von ${area.bodies.length} Stellen. ${same ? "Stimmt überein." : "STIMMT NICHT ÜBEREIN."}`,
  ].join("\n");
};

const shownDifferences = 20;
/** What the proof over all products found, in German. */
export const lineageReportText = ({products, known, reproduced, gaps: kept, caught, ok}: LineageReport): string => {
  const differences = products.flatMap((product) => product.differences);
  return [
    `Gegenprobe: falsche Zahl im Datenprodukt ${caught.mart ? "erkannt" : "NICHT ERKANNT"}, falsche Zelle ${caught.cell ? "erkannt" : "NICHT ERKANNT"}.`,
    ...products.map((product) => `${product.table.padEnd(24)} ${product.reproduced} von ${product.known} nachgerechnet, ${product.gaps} Lücken bestätigt`),
    ...differences
      .slice(0, shownDifferences)
      .map(({table, at, figure, published, proven}) => `– ${table} ${at} ${figure}: veröffentlicht ${published}, nachgerechnet ${proven}`),
    ...(differences.length > shownDifferences ? [`– und ${differences.length - shownDifferences} weitere Abweichungen`] : []),
    `${reproduced} von ${known} bekannten Zahlen nachgerechnet, ${kept} Lücken bestätigt. ${ok ? "Alles stimmt." : "Es gibt Abweichungen."}`,
  ].join("\n");
};
