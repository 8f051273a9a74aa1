import {readFileSync} from "node:fs";
import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {heldOutHits} from "../fixtures/personal-data/held-out.ts";
import {heldOutNumbers} from "../fixtures/personal-data/honest-numbers.ts";
import {honestTexts, honestWorkbooks, type PlacedHit, personalWorkbooks} from "../fixtures/personal-data/workbooks.ts";
import type {Hit, HitKind} from "../fixtures/personal-data/writing.ts";
import {makeSample} from "../fixtures/sample/make-sample.ts";
import {checkReading} from "../pipelines/check/check-reading.ts";
import {readWorkbook} from "../pipelines/read/read-workbook.ts";
import {bodies} from "../schemas/codes/bodies.ts";
import type {Finding} from "../schemas/flow.ts";
import {halfYearsBetween} from "../schemas/half-year.ts";
import type {Measure, Size} from "./proof/measure.ts";

/** What DS-001 calls each kind. */
const words: Readonly<Record<HitKind, string>> = {
  Name: "einen Namen",
  Geburtsdatum: "ein Geburtsdatum",
  Anschrift: "eine Anschrift",
  Telefon: "eine Telefonnummer",
  "E-Mail": "eine E-Mail-Adresse",
  "Aktenzeichen oder AZR": "ein Aktenzeichen oder eine AZR-Nummer",
  Bankverbindung: "eine Bankverbindung",
  "Kfz-Kennzeichen": "ein Kfz-Kennzeichen",
  "Soziale Medien": "ein Konto in sozialen Medien",
};
const kinds = Object.keys(words) as HitKind[];
const findingsIn = (bytes: Uint8Array): readonly Finding[] => checkReading(readWorkbook(bytes)).findings;
const personalIn = (findings: readonly Finding[]) => findings.filter(({rule}) => rule === "DS-001");

/** A hit, what was said of it (null: nothing), and whether its content came out with the findings. */
type Seen = PlacedHit & {readonly said: string | null; readonly leaked: boolean};
/** A sheet whose title names somebody is told by its number. */
const isAt = ({at}: Finding, {sheet, cell}: PlacedHit, titles: readonly string[]) =>
  "sheet" in at && (at.sheet === sheet || at.sheet === `Blatt ${titles.indexOf(sheet) + 1}`) && ("cell" in at ? at.cell : null) === cell;
const seenHits = async (all: readonly Hit[]): Promise<Seen[]> => {
  const seen: Seen[] = [];
  for await (const {bytes, titles, hits: own} of personalWorkbooks(all)) {
    const findings = findingsIn(bytes);
    const told = JSON.stringify(findings);
    for (const hit of own) {
      const said = personalIn(findings).find((finding) => isAt(finding, hit, titles));
      seen.push({...hit, said: said?.message ?? null, leaked: said !== undefined && hit.secret.length > 3 && told.includes(hit.secret)});
    }
  }
  return seen;
};

/** Honest sample returns that were refused; the sample has one planted case of its own. */
const sampleFalseAlarms = async (size: Size): Promise<{files: number; alarms: string[]}> => {
  const folder = await mkdtemp(join(tmpdir(), "kim-personal-"));
  try {
    const full = size === "full";
    const keys = full ? bodies.map(({key}) => key) : ["05117", "05334"];
    const {files} = await makeSample(folder, {seed: 2025, halfYears: halfYearsBetween(full ? "2023-H1" : "2025-H2", "2025-H2"), bodies: keys});
    const alarms = files.flatMap(({file}) => (personalIn(findingsIn(new Uint8Array(readFileSync(join(folder, file))))).length > 0 ? [file] : []));
    return {files: files.length, alarms: alarms.filter((file) => !file.includes("05554-2025-H1"))};
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
};

const percent = (part: number, of: number) => `${of === 0 ? "–" : ((100 * part) / of).toFixed(1).replace(".", ",")} %`;
const kindLine = (kind: HitKind, seen: readonly Seen[], alarms: readonly string[]) => {
  const own = seen.filter((hit) => hit.kind === kind);
  const named = seen.filter(({said}) => said?.includes(words[kind]));
  const wrong = alarms.filter((message) => message.includes(words[kind])).length;
  const right = named.filter((hit) => hit.kind === kind).length;
  return `${kind}: ${own.filter(({said}) => said !== null).length} von ${own.length} gefunden (${percent(own.filter(({said}) => said !== null).length, own.length)}); so genannt ${named.length + wrong}, davon zu Recht ${right} (${percent(right, named.length + wrong)})`;
};
const placeLine = (where: string, seen: readonly Seen[]) => {
  const own = seen.filter((hit) => hit.where === where);
  return `${where}: ${own.filter(({said}) => said !== null).length} von ${own.length}`;
};

/** Invented hits in ten kinds of places are found and never repeated; honest sentences and the whole sample pass. */
export const personalData: Measure = async ({size, seed, step}) => {
  const count = size === "full" ? 1000 : 60;
  const all = heldOutHits(count, seed);
  const honest = [...honestTexts, ...heldOutNumbers(count, seed)];
  const seen = await step("hits", () => seenHits(all));
  const alarms = await step("honest", async () =>
    (await honestWorkbooks(honest)).flatMap((bytes) => personalIn(findingsIn(bytes)).map(({at, message}) => `${JSON.stringify(at)} ${message}`)),
  );
  const sample = await step("sample", () => sampleFalseAlarms(size));
  const missed = seen.filter(({said}) => said === null);
  const leaked = seen.filter((hit) => hit.leaked);
  const found = seen.length - missed.length;
  return {
    ok: seen.length === all.length && found >= 0.98 * seen.length && leaked.length === 0 && alarms.length === 0 && sample.alarms.length === 0,
    figure: `${found} von ${seen.length} Treffern (${percent(found, seen.length)}), ${alarms.length + sample.alarms.length} Fehlalarme bei ${honest.length} Sätzen und ${sample.files} Meldungen`,
    lines: [
      ...kinds.map((kind) => kindLine(kind, seen, alarms)),
      ...[...new Set(seen.map(({where}) => where))].map((where) => placeLine(where, seen)),
      ...missed.map(({where, text}) => `nicht gefunden, ${where}: ${text}`),
      ...leaked.map(({where, text}) => `wiedergegeben, ${where}: ${text}`),
      ...alarms.map((alarm) => `Fehlalarm: ${alarm}`),
      ...sample.alarms.map((file) => `ehrliche Meldung zurückgewiesen: ${file}`),
    ],
  };
};
