import {bodyOf, spokenName} from "../../../../schemas/codes/bodies.ts";
import {severityWords} from "../../../../schemas/flow.ts";
import {ruleOf} from "../../../../schemas/rules/registry.ts";
import {printHalfYearShort} from "../../../../schemas/units.ts";
import type {Replayed, Return, RuleChange} from "./replay.ts";

const named = ({body, halfYear}: Return) => `${spokenName(bodyOf(body))} (${printHalfYearShort(halfYear)})`;
const listed = (word: string, returns: readonly Return[]): string[] => (returns.length === 0 ? [] : [`  ${word}: ${returns.map(named).join(", ")}`]);
const changedSeverity = ({severity, severityNext}: RuleChange) =>
  severityNext === null || severityNext === severity ? "" : `, künftig ${severityWords[severityNext]} statt ${severityWords[severity]}`;
const ruleLines = (change: RuleChange): string[] => {
  const {rule, now, next, newly, noLonger} = change;
  return [
    `${rule} ${ruleOf(rule).title}: bisher ${now}, künftig ${next} Meldungen (${newly.length} neu, ${noLonger.length} nicht mehr)${changedSeverity(change)}`,
    ...listed("neu", newly),
    ...listed("nicht mehr", noLonger),
  ];
};

/** What a candidate would change, as a page of plain text. */
export const replayText = ({returns, rules, refused, accepted}: Replayed, changes: readonly string[]): string =>
  [
    `Kandidat: ${changes.length === 0 ? "ändert nichts" : changes.join("; ")}`,
    `Angewandt auf ${returns} Meldungen im Datenordner; geschrieben wurde nichts.`,
    ...(rules.length === 0 ? ["Keine Meldung würde anders beurteilt."] : rules.flatMap(ruleLines)),
    ...listed("Nicht mehr angenommen", refused).map((line) => line.trim()),
    ...listed("Künftig angenommen", accepted).map((line) => line.trim()),
  ].join("\n");
