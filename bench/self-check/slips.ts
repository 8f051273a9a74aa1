import {readFileSync} from "node:fs";
import {join} from "node:path";
import type {Chance} from "../../fixtures/sample/chance.ts";
import type {TypedCells} from "../../reports/template/fill-template.ts";
import {bodyOf, hasMunicipalities} from "../../schemas/codes/bodies.ts";
import {codeListOf} from "../../schemas/codes/lists.ts";
import {fieldOf} from "../../schemas/fields/registry.ts";
import type {HalfYear} from "../../schemas/half-year.ts";
import {formFor} from "../../schemas/layouts/forms.ts";
import type {Column, Table} from "../../schemas/layouts/layout.ts";
import {rules} from "../../schemas/rules/registry.ts";
import {root} from "../proof/workshop.ts";

type Whose = {readonly body: string; readonly halfYear: HalfYear};
type Example = {readonly body?: string; readonly halfYear?: HalfYear; readonly breaks: TypedCells; readonly patch?: unknown; readonly truncate?: number};

const compared = rules.filter(({formulaPossible}) => formulaPossible === "ja");
const exampleOf = (id: string): Example => JSON.parse(readFileSync(join(root, "fixtures/rules", `${id}.json`), "utf8"));
/** The smallest changes that break the rules, with whose return they were made for. */
export const examples: readonly (Whose & {readonly rule: string; readonly change: TypedCells})[] = compared.flatMap(({id}) => {
  const {body = "05170", halfYear = "2025-H2", breaks, patch, truncate} = exampleOf(id);
  return patch !== undefined || truncate !== undefined ? [] : [{rule: id, body, halfYear, change: breaks}];
});

const counts = [0, 1, 2, 7, 20, 30, 100, -3, 2.5, "12", "-4", "1.234", "12,5", "k. A.", "keine Angabe", "viele", null, null] as const;
const posts = [0, 0.25, 0.3, 0.5, 1, 1.2, -0.5, 0.333, 6, 7, "0,5", "k. A.", "halb", null] as const;
const euros = [0, 100, 99999.99, -5, 1234.567, "46.100", "12,50", "k. A.", "offen", null] as const;
const dates = [45838, 45900, 46040, 2, 30000, "30.06.2025", "31.02.2025", "2024-03-01", "bald", "k. A.", null] as const;
const texts = ["Neue Angabe", "x".repeat(130), "y".repeat(1100), "", null] as const;
const places = ["05170024 Moers, Stadt", "05334002 Aachen, Stadt", "05334004 Alsdorf, Stadt", "05170000", "5170004", "Nirgendwo", "k. A.", null] as const;
const ofCode = (list: string, chance: Chance) => {
  const {known, entry} = codeListOf(list);
  const code = chance.pick([...known.keys()]);
  return chance.pick([
    entry(code),
    entry(code),
    entry(code),
    code,
    known.get(code)!,
    entry(code).toUpperCase(),
    `${code} irgendwie`,
    "k. A.",
    "Unsinn",
    "-",
    null,
  ]);
};
/** What somebody types into a cell of a field, right or wrong. */
const typed = (field: string, chance: Chance): number | string | null => {
  const {kind, list} = fieldOf(field);
  switch (kind) {
    case "count":
    case "signed":
      return chance.pick(counts);
    case "posts":
    case "decimal":
      return chance.pick(posts);
    case "euro":
      return chance.pick(euros);
    case "date":
      return chance.pick(dates);
    case "code":
      return ofCode(list!, chance);
    case "mark":
      return chance.pick(["x", "X", "ja", "nein", "vielleicht", null]);
    case "place":
      return chance.pick(places);
    case "halfYear":
      return chance.pick(["2025-H1", "2025-H2", "irgendwann", "k. A.", null]);
    case "text":
      return chance.pick(texts);
  }
};

const untouched = new Set(["melde_key", "periode", "formular_version", "version", "meldungsart"]);
const open = ({field, role, status}: Column) => field !== undefined && role === undefined && status !== "computed" && !untouched.has(field);
const rowIn = ({kind, rows: [first, last]}: Table, {row}: Column, chance: Chance) =>
  row ?? (kind === "list" ? chance.between(first, Math.min(last, first + 3)) : chance.between(first, last));
/** A slip of the pen: one cell of the form with something else in it. */
export const slip = ({body, halfYear}: Whose, chance: Chance): readonly [string, number | string | null] => {
  const tables = formFor(halfYear).tables.filter(({onlyFor}) => onlyFor === undefined || hasMunicipalities(bodyOf(body)));
  const table = chance.pick(tables.filter((each) => each.id !== "T13" && each.columns.some(open)));
  const column = chance.pick(table.columns.filter(open));
  const place = `${table.sheet}!${column.letter}${rowIn(table, column, chance)}`;
  return [place, typed(column.field === "eur_{code}" ? "eur_personal" : column.field!, chance)];
};

/** Slips that no single cell shows: numbers twice, totals written over, an empty return with figures. */
export const others: readonly TypedCells[] = [
  {"02_Stellen!A8": "KO-01"},
  {"09_Systemluecken!A8": "L001"},
  {"04b_Herkunft!A15": "439 Iran, Islamische Republik"},
  {"04b_Herkunft!A15": "Atlantis"},
  {"03_Fallzahlen!D6": 99},
  {"05_Themen!C6": 1},
  {"08_Steuerung!C42": 1},
  {"03_Fallzahlen!N7": 500},
  {"01_Deckblatt!C10": "F Fehlanzeige"},
  {"09_Systemluecken!A7": null},
  {"10_Baustein3!A7": null},
  {"04_Merkmale!C28": "k. A.", "04_Merkmale!C29": null},
  {"12_Finanzen!C14": "k. A."},
];
