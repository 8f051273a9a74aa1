import {saveBook} from "../fixtures/faults/book/package.ts";
import {type Drawn, drawFaults} from "../fixtures/faults/draw.ts";
import {expectationOf} from "../fixtures/faults/expectation.ts";
import {faults as kinds} from "../fixtures/faults/kinds.ts";
import {chance} from "../fixtures/sample/chance.ts";
import {checkReading} from "../pipelines/check/check-reading.ts";
import {readWorkbook} from "../pipelines/read/read-workbook.ts";
import type {Finding} from "../schemas/flow.ts";
import {rules} from "../schemas/rules/registry.ts";
import {type Clean, cleanBooks} from "./faults/bases.ts";
import {judge, placeText, newlySaid, unsaid} from "./faults/judge.ts";
import type {Measure} from "./proof/measure.ts";

const promised = {recall: 0.995, precision: 0.99};
const known = new Set(rules.map(({id}) => id));
const percent = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(2).replace(".", ",")} %`;

type Seen = {
  readonly asked: number;
  readonly found: number;
  readonly said: number;
  readonly right: number;
  readonly faults: number;
  readonly lines: readonly string[];
  readonly unclear: number;
};

/** Makes faults in one workbook, has it read and checked, and holds what is said against what must be said. */
const seen = ({name, book}: Clean, before: readonly Finding[], drawn: readonly Drawn[]): Seen => {
  const {book: faulty, must, may, all} = expectationOf(book, drawn);
  const {findings} = checkReading(readWorkbook(saveBook(faulty, book)));
  const {asked, found, right, missed, wrong} = judge(newlySaid(findings, before), must, may, (rule) => known.has(rule));
  const alone = all ? [] : wrong;
  return {
    asked,
    found,
    right,
    said: right + alone.length,
    faults: drawn.length,
    unclear: findings.filter(unsaid).length,
    lines: [
      ...missed.map(({rules: [rule], at, because}) => `${name}: ${rule} fehlt an ${[...at][0]} (${because})`),
      ...alone.map((finding) => `${name}: ${finding.rule} zu viel an ${placeText(finding.at)}: ${finding.message}`),
    ],
  };
};
const sum = (all: readonly Seen[], of: (each: Seen) => number) => all.reduce((total, each) => total + of(each), 0);

/** Workbooks with 1 to 50 faults each, drawn from the list that is written from the text of the form. */
export const faults: Measure = async ({size, seed}) => {
  const clean = await cleanBooks(size === "full");
  const before = clean.map(({book}) => checkReading(readWorkbook(saveBook(book, book))).findings);
  const count = size === "full" ? 1000 : 40;
  const all = Array.from({length: count}, (_, i): Seen => {
    const dice = chance(seed, "faults", i);
    const at = i % clean.length;
    return seen(clean[at]!, before[at]!, drawFaults(clean[at]!.book, dice.between(1, 50), dice));
  });
  const [asked, found, said, right, unclear] = (["asked", "found", "said", "right", "unclear"] as const).map((name) => sum(all, (each) => each[name])) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const errors = before.flat().filter(({severity}) => severity === "error").length;
  const lines = all.flatMap((each) => each.lines);
  return {
    ok: asked > 0 && found / asked >= promised.recall && right / said >= promised.precision && unclear === 0 && errors === 0,
    figure: `gefunden ${percent(found, asked)} (${found} von ${asked}), zutreffend ${percent(right, said)} (${right} von ${said}), ${count} Mappen`,
    lines: [
      `${sum(all, (each) => each.faults)} Fehler von ${kinds.length} Arten in ${count} Mappen; Befunde ohne Regel, Ort oder Text: ${unclear}; Fehler in den fehlerfreien Mappen: ${errors}`,
      ...lines.slice(0, 40),
      ...(lines.length > 40 ? [`und ${lines.length - 40} weitere`] : []),
    ],
  };
};
