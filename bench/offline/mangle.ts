import {read, write} from "@e965/xlsx";
import type {Chance} from "../../fixtures/sample/chance.ts";
import {closeParts, type Parts, partText, putText} from "../../reports/annotate/parts/package.ts";
import {sheetsOf, workbookPath} from "../../reports/annotate/parts/workbook.ts";
import {fieldOf} from "../../schemas/fields/registry.ts";
import type {Cell} from "../../schemas/flow.ts";
import type {Base} from "./bases.ts";

/** A workbook with what a clerk may do to it, and what that was. */
export type Mangled = {readonly name: string; readonly bytes: Uint8Array; readonly done: readonly string[]};

type Content = number | string | null;
const escaped = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
const written = (content: Content, attributes: string) =>
  content === null
    ? `<c ${attributes}/>`
    : typeof content === "number"
      ? `<c ${attributes}><v>${content}</v></c>`
      : `<c ${attributes} t="inlineStr"><is><t xml:space="preserve">${escaped(content)}</t></is></c>`;
/** Types something into a cell of the form, whatever stood there. */
const typeInto = (xml: string, address: string, content: Content): string =>
  xml.replace(new RegExp(`<c r="${address}"( s="\\d+")?[^>]*?(?:/>|>.*?</c>)`, "s"), (_, style = "") => written(content, `r="${address}"${style}`));

const numbers: readonly ((cell: Cell, chance: Chance) => Content)[] = [
  (_, chance) => chance.between(0, 60),
  (_, chance) => -chance.between(1, 9),
  (_, chance) => chance.between(0, 90) + 0.5,
  ({text}) => `${text} `,
  ({text}) => `\u00a0${text},0`,
  () => "k. A.",
  () => "1.234",
  () => "zwölf",
  () => "ca. 5",
  () => null,
  () => 1e9,
];
const texts: readonly ((cell: Cell, chance: Chance) => Content)[] = [
  () => "XX",
  () => "ja",
  () => null,
  (_, chance) => "Wartezeit ".repeat(chance.between(1, 80)),
  () => "Frau Ayşe Yılmaz, geb. 3.5.1980, war am 12.11. da",
  () => "Rückfragen an max.mustermann@stelle.example oder 0170 1234567",
  () => "05334000",
  () => "31.02.2025",
  ({text}) => text.toUpperCase(),
  () => 45_000,
];
const isNumeric = ({field}: Cell) => ["count", "signed", "posts", "euro", "decimal"].includes(fieldOf(field).kind);

const sheetPath = (parts: Parts, title: string) => sheetsOf(parts).find((sheet) => sheet.title === title)!.path;
const retype = (parts: Parts, sheet: string, address: string, content: Content) => {
  const path = sheetPath(parts, sheet);
  putText(parts, path, typeInto(partText(parts, path), address, content));
};
const slip = (parts: Parts, {inputs}: Base, chance: Chance): string => {
  const filled = inputs.filter(({state}) => state !== "empty" && state !== "not_asked" && state !== "not_applicable");
  const cell = chance.pick(chance.happens(0.8) ? filled : inputs);
  retype(parts, cell.sheet, cell.address, chance.pick(isNumeric(cell) ? numbers : texts)(cell, chance));
  return "Zelle";
};

const renamed = (parts: Parts, from: string, to: string) =>
  putText(parts, workbookPath(parts), partText(parts, workbookPath(parts)).replace(`name="${from}"`, `name="${to}"`));
/** What is done to the workbook as a whole. */
const doings: Readonly<Record<string, (parts: Parts, base: Base, chance: Chance) => void>> = {
  "Blatt umbenannt": (parts, _, chance) =>
    renamed(parts, chance.pick(["03_Fallzahlen", "05_Themen", "12_Finanzen"]), chance.pick(["Tabelle1", "03 Fallzahlen neu", "Kopie"])),
  "Überschrift geändert": (parts, _, chance) =>
    retype(parts, "03_Fallzahlen", `${chance.pick(["C", "D", "F", "G", "I"])}5`, chance.pick(["Fälle", "", "CM Neuaufnahmen", "Anzahl"])),
  "neben die Tabelle geschrieben": (parts) => {
    const path = sheetPath(parts, "05_Themen");
    putText(
      parts,
      path,
      partText(parts, path).replace(/<row r="9"[^>]*>.*?<\/row>/s, (row) =>
        row.replace("</row>", '<c r="Z9" t="inlineStr"><is><t>bitte prüfen</t></is></c></row>'),
      ),
    );
  },
  "Zeile ausgeblendet": (parts) => {
    const path = sheetPath(parts, "03_Fallzahlen");
    putText(parts, path, partText(parts, path).replace('<row r="8"', '<row r="8" hidden="1"'));
  },
  "Vorgaben geändert": (parts, _, chance) => retype(parts, "_Vorgaben", chance.pick(["B8", "F2", "B15"]), chance.between(0, 40)),
  "Unterschrift gelöscht": (parts) => retype(parts, "_meta", "B9", null),
  "Deckblatt vertauscht": (parts, _, chance) => retype(parts, "01_Deckblatt", chance.pick(["C6", "C7"]), chance.pick(["05166", "2024-H2", "x"])),
  "Blatt geleert": (parts, _, chance) => {
    const path = sheetPath(parts, chance.pick(["07_Beendigungen", "04_Merkmale", "13_Erlaeuterungen"]));
    putText(parts, path, partText(parts, path).replace(/<sheetData>.*<\/sheetData>/s, "<sheetData/>"));
  },
  "Formel eingetragen": (parts) => {
    const path = sheetPath(parts, "03_Fallzahlen");
    putText(parts, path, partText(parts, path).replace(/<c r="D7"( s="\d+")?[^>]*?>.*?<\/c>/s, '<c r="D7"$1><f>2+4</f><v>6</v></c>'));
  },
};
const names = Object.keys(doings);

/** As LibreOffice or an old Excel would save it. */
const saved = (bytes: Uint8Array, format: "ods" | "biff8"): Uint8Array =>
  new Uint8Array(write(read(bytes, {cellStyles: true}), {type: "buffer", bookType: format}) as Uint8Array);

/** A workbook with one to twelve slips, often something done to the whole, now and then in another format or cut off. */
export const mangle = (base: Base, number: number, chance: Chance): Mangled => {
  const parts: Parts = new Map(base.parts);
  const done = Array.from({length: chance.between(chance.happens(0.05) ? 0 : 1, 12)}, () => slip(parts, base, chance));
  if (chance.happens(0.35)) {
    const name = chance.pick(names);
    doings[name]!(parts, base, chance);
    done.push(name);
  }
  const bytes = closeParts(parts);
  // Each of the other formats is among the first, so that a short run has them, too.
  const other = ({3: 0, 7: 0.01} as Readonly<Record<number, number>>)[number] ?? chance.share();
  const named = (extension: string, content: Uint8Array, ...more: string[]): Mangled => ({
    name: `${number}-${base.name}.${extension}`,
    bytes: content,
    done: [...done, ...more],
  });
  if (other < 0.008) return named("ods", saved(bytes, "ods"), "als .ods");
  if (other < 0.016) return named("xls", saved(bytes, "biff8"), "als .xls");
  return other < 0.026 ? named("xlsx", bytes.slice(0, chance.between(10, bytes.length - 1)), "abgeschnitten") : named("xlsx", bytes);
};
