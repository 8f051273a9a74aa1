import type {Shown} from "../talk.ts";
import {element} from "./element.ts";
import type {Examined} from "./examination.ts";
import {bySheet, sheetTable} from "./findings.ts";
import {saveButton} from "./save.ts";
import {countsText, verdictWords} from "./words.ts";

const verdict = (shown: Shown) => {
  const {sign, title, todo} = verdictWords(shown);
  return element(
    "div",
    {class: `verdict ${shown.verdict}`},
    element(
      "p",
      {class: "verdict-title"},
      element("span", {"aria-hidden": "true"}, `${sign} `),
      title,
      element("span", {class: "counts"}, countsText(shown.findings)),
    ),
    element("p", {}, todo),
  );
};
const jumps = (sheets: ReadonlyMap<string, Shown["findings"]>, idOf: (sheet: string) => string) =>
  sheets.size < 2
    ? null
    : element(
        "nav",
        {class: "jumps", "aria-label": "Blätter mit Befunden"},
        element(
          "ul",
          {},
          [...sheets].map(([sheet, findings]) =>
            element("li", {}, element("a", {href: `#${idOf(sheet)}`}, sheet), " ", element("span", {class: "counts"}, countsText(findings))),
          ),
        ),
      );
const uncheckable = ({notCheckable}: Shown) => {
  const count = notCheckable.reduce((sum, {rules}) => sum + rules.length, 0);
  return count === 0
    ? null
    : element(
        "details",
        {class: "uncheckable"},
        element("summary", {}, count === 1 ? "1 Regel ist hier nicht prüfbar" : `${count} Regeln sind hier nicht prüfbar`),
        element(
          "dl",
          {},
          notCheckable.map(({reason, rules}) =>
            element(
              "div",
              {},
              element("dt", {}, reason),
              rules.map((rule) => element("dd", {}, rule)),
            ),
          ),
        ),
      );
};
const presets = ({presets}: Shown) =>
  presets === null ? null : element("p", {class: presets.genuine ? "presets" : "presets presets-open"}, element("b", {}, "Vorgaben: "), presets.text);

/** Everything the page says of one file. `number` keeps its anchors apart from those of other files. */
export const resultSection = ({shown, annotated}: Examined, number: number): HTMLElement => {
  const sheets = bySheet(shown.findings);
  const idOf = (sheet: string) => `datei-${number}-${[...sheets.keys()].indexOf(sheet)}`;
  const isForm = shown.whose.length > 0;
  const heading = element("h2", {tabindex: "-1", id: `datei-${number}`}, shown.name);
  return element(
    "section",
    {class: "file", "aria-labelledby": heading.id, "data-verdict": shown.verdict},
    heading,
    isForm ? element("p", {class: "whose"}, shown.whose.join(" · ")) : null,
    verdict(shown),
    presets(shown),
    isForm ? saveButton(annotated) : null,
    jumps(sheets, idOf),
    [...sheets].map(([sheet, findings]) => sheetTable(sheet, findings, idOf(sheet))),
    isForm ? uncheckable(shown) : null,
  );
};
