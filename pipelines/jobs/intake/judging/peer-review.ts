import type {KeyFigures} from "../../../../schemas/context.ts";
import type {Cell, Finding, Reading} from "../../../../schemas/flow.ts";
import {type RuleBook, ruleBook} from "../../../../schemas/rules/book/rule-book.ts";
import {keyFigures} from "../../../../schemas/rules/pla/key-figures.ts";
import {checkBesidePeers} from "../../../check/check-reading.ts";
import {keyFiguresOf} from "../../../check/plausibility/key-figures-of.ts";
import type {LoadedSubmission} from "../../../load/load-submission.ts";
import {countingOf} from "./context-of.ts";

/** Bodies can only be compared once all were heard: `hear` takes the judged returns of one body, `findingsOf` is complete afterwards. */
export type PeerReview = {readonly hear: (judged: readonly LoadedSubmission[]) => void; readonly findingsOf: (sha256: string) => readonly Finding[]};

type Heard = {readonly sha256: string; readonly body: string; readonly figures: KeyFigures; readonly reading: Reading; readonly findings: readonly Finding[]};

/** What the comparison looks at: the rest of a return need not stay in memory. */
const tablesKept: ReadonlySet<string> = new Set(["T01", "T02", ...keyFigures.map(({table}) => table)]);
const slim = (reading: Reading): Reading => ({...reading, cells: reading.cells.filter(({table}: Cell) => tablesKept.has(table))});
const heardOf = ({sha256, reading, checked: {findings}}: LoadedSubmission): Heard => ({
  sha256,
  body: reading.body!,
  figures: keyFiguresOf(reading).figures,
  reading: slim(reading),
  findings,
});

export const peerReview = (book: RuleBook = ruleBook): PeerReview => {
  const counting = new Map<string, Heard[]>();
  const findings = new Map<string, readonly Finding[]>();
  let reviewed = false;
  const review = () => {
    for (const all of counting.values())
      for (const each of all)
        findings.set(
          each.sha256,
          checkBesidePeers(
            each.reading,
            each.findings,
            all.filter(({body}) => body !== each.body),
            book,
          ),
        );
    counting.clear();
    reviewed = true;
  };
  return {
    hear: (judged) => {
      for (const {sha256, checked} of judged) findings.set(sha256, checked.findings);
      for (const halfYear of new Set(judged.flatMap(({reading}) => reading.halfYear ?? []))) {
        const last = countingOf(judged, halfYear);
        if (last?.reading.body != null) counting.set(halfYear, [...(counting.get(halfYear) ?? []), heardOf(last)]);
      }
    },
    findingsOf: (sha256) => {
      if (!reviewed) review();
      return findings.get(sha256) ?? [];
    },
  };
};
