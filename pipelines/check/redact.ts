import {sheetByNumber} from "../../schemas/cell-names.ts";
import type {Finding, LooseText, Place, Reading, Remark} from "../../schemas/flow.ts";
import {placeText} from "./finding.ts";
import {personalKinds} from "./privacy/kinds.ts";
import {hidden} from "./tests/personal-data.ts";

/** Many texts can share a place that is no cell: the title of the sheet in whose header somebody is named, or the help of its cells, is no secret. */
const isHarmless = ({at, carrier, text}: LooseText) => (carrier !== undefined || !("cell" in at)) && personalKinds(text).length === 0;
/** Remarks that say in our own words what a file carries: nothing of its content. */
const ownWords: ReadonlySet<Remark["kind"]> = new Set(["macro", "embedded-object", "external-link", "property-names"]);
/** Texts at places where personal data was found: cells by address, remarks by what they found, row keys as they stand, whatever stands loose. */
const secretsOf = ({cells, remarks, loose = []}: Reading, places: ReadonlySet<string>): string[] =>
  [
    ...cells
      .filter(({sheet, address}) => places.has(placeText({sheet, cell: address})))
      .flatMap(({text, code, part, row}) => [text, code ?? "", part === "key" ? row : ""]),
    ...remarks.filter(({at, kind}) => !ownWords.has(kind) && places.has(placeText(at))).map(({found}) => found),
    ...loose.filter((each) => places.has(placeText(each.at)) && !isHarmless(each)).map(({text}) => text),
  ].filter((text) => text.length > 1);

const without = (secrets: readonly string[]) => (text: string) => secrets.reduce((left, secret) => left.replaceAll(secret, hidden), text);
/** A sheet whose title names somebody is shown by its number. */
const clean = (place: Place, hide: (text: string) => string, sheets: readonly string[]): Place => {
  if (!("sheet" in place) || hide(place.sheet) === place.sheet) return place;
  const at = sheets.indexOf(place.sheet);
  return {...place, sheet: at < 0 ? hide(place.sheet) : sheetByNumber(at + 1)};
};

/** No finding repeats what DS-001 found, not even one about another fault in the same cell. */
export const redact = (reading: Reading, findings: readonly Finding[]): readonly Finding[] => {
  const places = new Set(findings.filter(({rule}) => rule === "DS-001").map(({at}) => placeText(at)));
  if (places.size === 0) return findings;
  const hide = without([...new Set(secretsOf(reading, places))].sort((left, right) => right.length - left.length));
  return findings.map(({proposal, ...finding}) => ({
    ...finding,
    ...(proposal !== undefined && hide(proposal.text) === proposal.text && {proposal}),
    at: clean(finding.at, hide, reading.sheets ?? []),
    found: hide(finding.found),
    expected: hide(finding.expected),
    message: hide(finding.message),
    row: finding.row === null ? null : hide(finding.row),
  }));
};
