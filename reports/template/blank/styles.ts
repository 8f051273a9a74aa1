import type {Style} from "exceljs";
import type {Role} from "../columns.ts";

const line = {style: "thin", color: {argb: "FFBFC5CC"}} as const;
const border = {top: line, left: line, bottom: line, right: line};
const fill = (argb: string) => ({type: "pattern", pattern: "solid", fgColor: {argb}}) as const;
/** Yellow: type here; light yellow: voluntary; pale blue: carried over; grey: computed, fixed or not asked. */
const colours: Readonly<Record<Role, string>> = {input: "FFFFF2B3", voluntary: "FFFFFBE6", prefilled: "FFDCE9F7", locked: "FFEDEDED"};
/** Arial is there, or has a twin of the same measure, on every system; see `plainFont` for the workbook's own default. */
const font = {name: "Arial", size: 10};
/** Looks of everything but cells to fill in. */
export const styles = {
  title: {font: {...font, size: 14, bold: true}},
  help: {font: {...font, color: {argb: "FF3D3D3D"}}},
  caption: {font: {...font, size: 12, bold: true}},
  header: {font: {...font, size: 9, bold: true}, fill: fill("FFD5DCE4"), border, alignment: {wrapText: true, vertical: "top"}},
  total: {font: {...font, bold: true}, fill: fill(colours.locked), border, alignment: {vertical: "top"}},
  light: {font: {...font, bold: true}},
  margin: {font: {...font, size: 9, bold: true, color: {argb: "FF9C1C1C"}}, alignment: {vertical: "top"}},
  note: {font: {...font, italic: true, color: {argb: "FF5A5A5A"}}, alignment: {vertical: "top"}},
} satisfies Record<string, Partial<Style>>;

const cellStyles = new Map<string, Partial<Style>>();
/** One style object for all cells that look alike: the library recognises it by identity. */
export const cellStyle = (role: Role, format: string, wrap: boolean): Partial<Style> => {
  const name = `${role} ${format} ${wrap}`;
  const known = cellStyles.get(name);
  if (known !== undefined) return known;
  const style = {
    font,
    fill: fill(colours[role]),
    border,
    numFmt: format,
    protection: {locked: role === "locked"},
    alignment: {vertical: "top", wrapText: wrap},
  } satisfies Partial<Style>;
  cellStyles.set(name, style);
  return style;
};
