import type {Desk} from "../desk.ts";
import type {Ingested, IngestSummary} from "../ingest.ts";
import {judgedBody, ledgerState} from "./judged-body.ts";

const isJudged = ({outcome}: Ingested) => outcome === "accepted" || outcome === "accepted-with-warnings" || outcome === "rejected";

/** What came in, with what can be said of it beside the body's other returns: so the sender hears everything at once. */
export const judgeIngested = async (desk: Desk, summary: IngestSummary): Promise<IngestSummary> => {
  const bodies = [...new Set(summary.files.filter(isJudged).flatMap(({body}) => body ?? []))];
  const now = await ledgerState(desk);
  const states = await Promise.all(bodies.map((body) => judgedBody(desk, body, now)));
  const checked = new Map(states.flatMap(({judged}) => judged.map((each) => [each.sha256, each.checked] as const)));
  const files = summary.files.map((file): Ingested => {
    const beside = isJudged(file) ? checked.get(file.sha256) : undefined;
    return beside === undefined ? file : {...file, outcome: beside.verdict, findings: beside.findings};
  });
  return {...summary, files};
};
