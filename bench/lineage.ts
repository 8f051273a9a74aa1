import {lineageReportText} from "../pipelines/jobs/warehouse/lineage/report-lineage.ts";
import {lineageVerify} from "../pipelines/jobs/warehouse/lineage/verify.ts";
import type {Measure} from "./proof/measure.ts";
import {onSampleState} from "./proof/sample-state.ts";

/** Every known figure of every product from the archived bytes, after a seeded wrong mart and a seeded wrong cell were noticed. */
export const lineage: Measure = ({size, seed}) =>
  onSampleState(size, seed, async ({desk}) => {
    const before = performance.now();
    const report = await lineageVerify(desk);
    const seconds = ((performance.now() - before) / 1000).toFixed(1);
    return {
      ok: report.ok && report.known > 0,
      figure: `${report.reproduced} von ${report.known} Zahlen nachgerechnet, ${report.gaps} Lücken bestätigt, ${seconds} s`,
      lines: lineageReportText(report).split("\n"),
    };
  });
