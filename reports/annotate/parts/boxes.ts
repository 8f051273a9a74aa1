import type {Measures} from "./worksheet.ts";

/** The old vector drawing in which spreadsheet programs keep the boxes of comments. It is often no well-formed XML, so it is cut as text. */
const blank =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"></xml>';
const shapeType =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';
const shapes = /<v:shape\s[\s\S]*?<\/v:shape>\s*/g;

const columnOf = (cell: string) => [...cell.replace(/\d+/, "")].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
const rowOf = (cell: string) => Number(/\d+$/.exec(cell)?.[0]);
const placed = (shape: string) => `${/<x:Row>\s*(\d+)/.exec(shape)?.[1]},${/<x:Column>\s*(\d+)/.exec(shape)?.[1]}`;
const placeOf = (cell: string) => `${rowOf(cell) - 1},${columnOf(cell) - 1}`;

const span = (from: number, length: number, size: (place: number) => number): readonly [number, number] => {
  let [place, rest] = [from, length];
  while (rest > size(place) && place < from + 200) {
    rest -= size(place);
    place += 1;
  }
  return [place, rest];
};
const lineLength = 52;
const linesOf = (text: string) => text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / lineLength)), 0);
const boxWidth = 330;
const pixelsALine = 16;
/** Left column, offset, top row, offset, right column, offset, bottom row, offset: a box to the right of its cell, as high as its text. */
const anchor = (cell: string, text: string, {width, height}: Measures): string => {
  const [left, top] = [columnOf(cell) + 1, Math.max(1, rowOf(cell) - 1)];
  const [right, dx] = span(left, boxWidth + 12, width);
  const [bottom, dy] = span(top, linesOf(text) * pixelsALine + 20, height);
  return `${left - 1}, 12, ${top - 1}, 8, ${right - 1}, ${dx}, ${bottom - 1}, ${dy}`;
};

const box = (cell: string, text: string, id: number, measures: Measures): string =>
  `<v:shape id="_x0000_s${id}" type="#_x0000_t202" style="position:absolute;width:248pt;height:${linesOf(text) * 12 + 12}pt;z-index:${id};visibility:hidden" fillcolor="#fff8e5" o:insetmode="auto">` +
  '<v:fill color2="#fff8e5"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
  `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor(cell, text, measures)}</x:Anchor><x:AutoFill>False</x:AutoFill>` +
  `<x:Row>${rowOf(cell) - 1}</x:Row><x:Column>${columnOf(cell) - 1}</x:Column></x:ClientData></v:shape>`;

/** The drawing without the boxes of these cells. */
export const withoutBoxes = (vml: string, cells: readonly string[]): string => {
  const gone = new Set(cells.map(placeOf));
  return vml.replace(shapes, (shape) => (shape.includes('ObjectType="Note"') && gone.has(placed(shape)) ? "" : shape));
};
/** The drawing with a box for each comment; `sheet` keeps the numbers of the boxes apart from those of other sheets. */
export const withBoxes = (before: string | null, notes: ReadonlyMap<string, string>, sheet: number, measures: Measures): string => {
  const vml = before ?? blank;
  const used = [...vml.matchAll(/_x0000_s(\d+)/g)].map(([, id]) => Number(id));
  const first = Math.max(sheet * 1024, ...used) + 1;
  const added = [...notes].map(([cell, text], i) => box(cell, text, first + i, measures)).join("");
  const layout = vml.includes("shapelayout") ? "" : `<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${sheet}"/></o:shapelayout>`;
  const type = vml.includes("_x0000_t202") ? "" : shapeType;
  const end = vml.lastIndexOf("</xml>");
  if (end < 0) throw new Error("invalid part: drawing without end");
  return `${vml.slice(0, end)}${layout}${type}${added}${vml.slice(end)}`;
};
export const hasShapes = (vml: string): boolean => vml.search(shapes) >= 0;
