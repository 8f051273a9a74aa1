import {proposalLine, signedWord, spoken} from "../../annotate/wording.ts";
import type {ShownFinding} from "../talk.ts";
import {element} from "./element.ts";
import {countsText} from "./words.ts";

const sheetOf = ({at}: ShownFinding) => ("sheet" in at ? at.sheet : "Ganze Datei");
/** Sheets in the order of the form, each with its findings. */
export const bySheet = (findings: readonly ShownFinding[]): ReadonlyMap<string, readonly ShownFinding[]> => Map.groupBy(findings, sheetOf);

const compared = ({found, expected}: ShownFinding) =>
  found === "" && expected === ""
    ? null
    : element("dl", {class: "compared"}, [
        element("div", {}, element("dt", {}, "Gefunden"), element("dd", {class: "found"}, found === "" ? "nichts" : found)),
        expected === "" ? null : element("div", {}, element("dt", {}, "Erwartet"), element("dd", {class: "expected"}, expected)),
      ]);
const proposed = (finding: ShownFinding) => {
  const line = proposalLine(finding);
  return line === undefined ? null : element("p", {class: "proposal"}, line);
};
const row = (finding: ShownFinding) =>
  element(
    "tr",
    {class: `is-${finding.severity}`},
    element("th", {scope: "row", class: "cell"}, "cell" in finding.at ? finding.at.cell : "–"),
    element("td", {class: "severity"}, signedWord(finding.severity)),
    element("td", {class: "what"}, element("p", {class: "message"}, spoken(finding)), compared(finding), proposed(finding)),
    element("td", {class: "rule"}, element("b", {}, finding.rule), " ", element("span", {}, finding.title)),
  );
const heads = ["Zelle", "Schwere", "Was zu tun ist", "Regel"];

/** The findings of one sheet as a table; on a narrow page its rows stand as blocks. */
export const sheetTable = (sheet: string, findings: readonly ShownFinding[], id: string): HTMLElement =>
  element(
    "section",
    {class: "sheet", id},
    element(
      "table",
      {class: "findings"},
      element("caption", {}, element("h3", {}, sheet, " ", element("span", {class: "counts"}, countsText(findings)))),
      element(
        "thead",
        {},
        element(
          "tr",
          {},
          heads.map((head) => element("th", {scope: "col"}, head)),
        ),
      ),
      element("tbody", {}, findings.map(row)),
    ),
  );
