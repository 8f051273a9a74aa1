import {oneReturn} from "../../fixtures/sample/one-return.ts";
import {chance} from "../../fixtures/sample/chance.ts";
import type {TypedCells} from "../../reports/template/fill-template.ts";
import {annotate} from "../../reports/annotate/annotate.ts";
import {checkReading} from "../../pipelines/check/check-reading.ts";
import {readWorkbook} from "../../pipelines/read/read-workbook.ts";
import {bodies} from "../../schemas/codes/bodies.ts";
import type {Measure} from "../proof/measure.ts";

/** Cells a clerk gets wrong, on six sheets; each workbook has one to seven of them. */
const slips: readonly (readonly [string, number | string])[] = [
  ["03_Fallzahlen!G7", 99],
  ["03_Fallzahlen!I7", -3],
  ["03_Fallzahlen!C8", "k. A."],
  ["02_Stellen!H7", 1.2],
  ["05_Themen!D8", 7],
  ["12_Finanzen!F8", "46.100"],
  ["07_Beendigungen!C7", 40],
];
const faulty = (body: string, seed: number): Promise<Uint8Array> => {
  const dice = chance(seed, "annotate", body);
  const first = dice.between(0, slips.length - 1);
  const change: TypedCells = Object.fromEntries([...slips, ...slips].slice(first, first + dice.between(1, slips.length)));
  return oneReturn({body, change});
};

const limits = {oneMilliseconds: 300, allMilliseconds: 5000};
const percentile = (values: readonly number[], part: number) => [...values].sort((a, b) => a - b)[Math.ceil(values.length * part) - 1]!;

/** Read, check and annotate: one workbook of each body with slips in it, after three that do not count. */
export const annotating: Measure = async ({size, seed}) => {
  const keys = bodies.map(({key}) => key).slice(0, size === "full" ? undefined : 6);
  const files = await Promise.all(keys.map((key) => faulty(key, seed)));
  const times: number[] = [];
  let findings = 0;
  let unmarked = 0;
  const busy = process.cpuUsage();
  for (const [i, bytes] of [...files.slice(0, 3), ...files].entries()) {
    const begun = performance.now();
    const checked = checkReading(readWorkbook(bytes));
    const {copied} = await annotate(bytes, checked.findings, {notCheckable: checked.notCheckable});
    if (i < 3) continue;
    times.push(performance.now() - begun);
    findings += checked.findings.length;
    unmarked += copied || checked.findings.length === 0 ? 1 : 0;
  }
  const [slow, all] = [percentile(times, 0.95), times.reduce((sum, time) => sum + time, 0)];
  const {user, system} = process.cpuUsage(busy);
  const cpu = (user + system) / 1000 / (files.length + 3);
  return {
    ok: unmarked === 0 && (size === "test" || (slow <= limits.oneMilliseconds && all <= limits.allMilliseconds)),
    figure: `p95 ${Math.round(slow)} ms je Mappe, ${files.length} Mappen ${(all / 1000).toFixed(1)} s`,
    lines: [
      `${findings} Befunde in ${files.length} Mappen; Median ${Math.round(percentile(times, 0.5))} ms, Rechenzeit ${Math.round(cpu)} ms je Mappe`,
      ...(unmarked > 0 ? [`${unmarked} Mappen ohne Markierung`] : []),
    ],
  };
};
