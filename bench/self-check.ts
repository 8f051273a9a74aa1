import {tmpdir} from "node:os";
import {join} from "node:path";
import {checkReading} from "../pipelines/check/check-reading.ts";
import {contextOfPresets} from "../pipelines/check/presets/context-of-presets.ts";
import {rules} from "../schemas/rules/registry.ts";
import type {Measure} from "./proof/measure.ts";
import {recalculated} from "./self-check/recalculated.ts";
import {type Wrong, wrongWorkbook} from "./self-check/wrong-workbooks.ts";

const compared = rules.filter(({formulaPossible}) => formulaPossible === "ja").map(({id}) => id);
/** Rules the engine calls broken, with what is printed in the form itself as context. */
const byEngine = ({reading, halfYear, presets}: Wrong): ReadonlySet<string> =>
  new Set(checkReading(reading, contextOfPresets(presets, halfYear)).findings.map(({rule}) => rule));

type Compared = {readonly broken: Readonly<Record<string, number>>; readonly wrong: readonly string[]};
const batch = async (seed: number, from: number, size: number): Promise<Compared | null> => {
  const books = await Promise.all(Array.from({length: size}, (_, i) => wrongWorkbook(seed, from + i)));
  const shown = await recalculated(
    join(tmpdir(), `kim-self-check-${process.pid}-${from}`),
    books.map(({bytes}) => bytes),
  );
  if (shown === null) return null;
  const broken: Record<string, number> = {};
  const wrong = books.flatMap((book, i) => {
    const engine = byEngine(book);
    for (const rule of compared) if (engine.has(rule)) broken[rule] = (broken[rule] ?? 0) + 1;
    const differing = compared.filter((rule) => engine.has(rule) !== shown[i]!.has(rule));
    if (differing.length === 0) return [];
    const said = differing.map((rule) => `${rule} ${engine.has(rule) ? "nur Prüfung durch das Haus" : "nur Blatt Prüfung"}`);
    return [`Mappe ${from + i} (${book.body}, ${book.halfYear}): ${said.join("; ")}; geändert ${JSON.stringify(book.change)}`];
  });
  return {broken, wrong};
};

const least = 3;
/** Seeded wrong workbooks: the sheet Prüfung, computed by LibreOffice, and the engine name the same rules among those that have a formula. */
export const selfCheck: Measure = async ({size, seed, step}) => {
  const [amount, atOnce] = size === "full" ? [500, 50] : [12, 12];
  const froms = Array.from({length: amount / atOnce}, (_, i) => i * atOnce);
  const parts: Compared[] = [];
  // Two LibreOffice at a time, as the machine that proves has two cores.
  for (let i = 0; i < froms.length; i += 2) {
    const pair = await Promise.all(froms.slice(i, i + 2).map((from) => step(`Mappen ab ${from}`, () => batch(seed, from, atOnce))));
    if (pair.includes(null)) return {ok: false, figure: "LibreOffice ist nicht installiert", lines: []};
    parts.push(...(pair as Compared[]));
  }
  const broken = new Map(compared.map((rule) => [rule, parts.reduce((sum, part) => sum + (part.broken[rule] ?? 0), 0)]));
  const unproven = compared.filter((rule) => broken.get(rule)! < least);
  const wrong = parts.flatMap((part) => part.wrong);
  return {
    ok: wrong.length === 0 && (size === "test" || unproven.length === 0),
    figure: `${amount} Mappen, ${compared.length} Regeln, ${[...broken.values()].reduce((sum, each) => sum + each, 0)} Verstöße, ${wrong.length} Mappen mit Unterschied`,
    lines: [
      `Wie oft: ${[...broken].map(([rule, times]) => `${rule} ${times}`).join(", ")}`,
      ...(size === "full" && unproven.length > 0 ? [`Seltener als ${least}-mal, also unbewiesen: ${unproven.join(", ")}`] : []),
      ...wrong.slice(0, 40),
    ],
  };
};
