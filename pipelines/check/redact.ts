import type {Finding, Place, Reading} from "../../schemas/flow.ts";
import {placeText} from "./finding.ts";
import {hidden} from "./tests/personal-data.ts";

/** Texts at places where personal data was found: cells by address, remarks by what they found, row keys as they stand. */
const secretsOf = ({cells, remarks}: Reading, places: ReadonlySet<string>): string[] =>
  [
    ...cells
      .filter(({sheet, address}) => places.has(placeText({sheet, cell: address})))
      .flatMap(({text, code, part, row}) => [text, code ?? "", part === "key" ? row : ""]),
    ...remarks.filter(({at}) => places.has(placeText(at))).map(({found}) => found),
  ].filter((text) => text.length > 1);

const without = (secrets: readonly string[]) => (text: string) => secrets.reduce((left, secret) => left.replaceAll(secret, hidden), text);
const clean = (place: Place, hide: (text: string) => string): Place => ("sheet" in place ? {...place, sheet: hide(place.sheet)} : place);

/** No finding repeats what DS-001 found, not even one about another fault in the same cell. */
export const redact = (reading: Reading, findings: readonly Finding[]): readonly Finding[] => {
  const places = new Set(findings.filter(({rule}) => rule === "DS-001").map(({at}) => placeText(at)));
  if (places.size === 0) return findings;
  const hide = without([...new Set(secretsOf(reading, places))].sort((left, right) => right.length - left.length));
  return findings.map(({proposal, ...finding}) => ({
    ...finding,
    ...(proposal !== undefined && hide(proposal.text) === proposal.text && {proposal}),
    at: clean(finding.at, hide),
    found: hide(finding.found),
    expected: hide(finding.expected),
    message: hide(finding.message),
    row: finding.row === null ? null : hide(finding.row),
  }));
};
