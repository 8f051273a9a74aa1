import type {Severity} from "../../schemas/flow.ts";
import type {Stylesheet} from "./parts/styles.ts";

/** Numbers of the cell formats the sheet Prüfergebnis uses. */
export type ResultStyles = Readonly<Record<"title" | "strong" | "text" | "plain" | "header" | "cell" | "link" | Severity, number>>;

/** Dark line, light ground, and a kind of line of its own for each severity. */
const looks: Readonly<Record<Severity, {readonly line: string; readonly ground: string; readonly kind: string}>> = {
  error: {line: "FF801650", ground: "FFFBE3EE", kind: "thin"},
  warning: {line: "FFB4460F", ground: "FFFFEBDD", kind: "dashed"},
  note: {line: "FF12436D", ground: "FFE3EEF8", kind: "dotted"},
};
const sides = ["left", "right", "top", "bottom"];
const border = (kind: string, colour: string) => `<border>${sides.map((side) => `<${side} style="${kind}"><color rgb="${colour}"/></${side}>`).join("")}`;
const solid = (colour: string) => `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor rgb="${colour}"/></patternFill></fill>`;
const font = (more: string, size = 10) =>
  `<font>${more.includes("<b/>") ? "<b/>" : ""}${more.includes("<u/>") ? "<u/>" : ""}<sz val="${size}"/><color rgb="${/FF[\dA-F]{6}/.exec(more)?.[0] ?? "FF000000"}"/><name val="Arial"/><family val="2"/></font>`;

/** Adds what the sheet needs to a stylesheet. */
export const addResultStyles = (styles: Stylesheet): ResultStyles => {
  const [thin, none] = [styles.number("borders", `${border("thin", "FFBFC5CC")}<diagonal/></border>`), 0];
  const format = (fontText: string, {size = 10, fill = 0, line = thin, wrap = true} = {}) =>
    styles.number(
      "cellXfs",
      `<xf numFmtId="0" fontId="${styles.number("fonts", font(fontText, size))}" fillId="${fill}" borderId="${line}" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="top"${wrap ? ' wrapText="1"' : ""}/></xf>`,
    );
  const free = {line: none, wrap: false};
  const severity = (name: Severity) => format(`<b/>${looks[name].line}`, {fill: styles.number("fills", solid(looks[name].ground))});
  return {
    title: format("<b/>", {...free, size: 14}),
    strong: format("<b/>", free),
    text: format("", free),
    plain: format("", {line: none}),
    header: format("<b/>", {fill: styles.number("fills", solid("FFD5DCE4"))}),
    cell: format(""),
    link: format("<u/>FF12436D"),
    error: severity("error"),
    warning: severity("warning"),
    note: severity("note"),
  };
};
/** Number of the mark for cells with a finding of this severity. */
export const addMark = (styles: Stylesheet, severity: Severity): number => {
  const {line, ground, kind} = looks[severity];
  return styles.number("dxfs", `<dxf><font><b/><color rgb="${line}"/></font>${solid(ground)}${border(kind, line)}</border></dxf>`);
};
