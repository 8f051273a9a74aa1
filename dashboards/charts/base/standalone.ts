import {type Draw, wide} from "./canvas.ts";
import {wrapped} from "./ink.ts";
import {innerPicture} from "./picture.ts";

/** An entry of a colour key: square for areas, full or open dot for dumbbells, dashed frame for gaps. */
export type Key = {readonly name: string; readonly fill: string; readonly shape?: "box" | "full" | "ring" | "open"; readonly ink?: string};
/** What travels inside an SVG download; each line of the source starts anew. Colours stay CSS variables until the file is written (solid.ts). */
export type Standalone = {readonly title: string; readonly sub: string; readonly source: readonly string[]; readonly keys: readonly Key[]};

const escaped = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

type PlacedKey = Key & {readonly x: number; readonly row: number};
const placed = (keys: readonly Key[]): PlacedKey[] => {
  let x = 0;
  let row = 0;
  return keys.map((key) => {
    const size = 34 + key.name.length * 7.6;
    if (x > 0 && x + size > wide) [x, row] = [0, row + 1];
    const at = {...key, x, row};
    x += size;
    return at;
  });
};
const drawnKey = ({name, fill, shape = "box", x, row}: PlacedKey, top: number): string => {
  const y = top + row * 20;
  const round = shape === "full" || shape === "ring";
  const edge = shape === "open" ? 'stroke="var(--muted)" stroke-dasharray="3 2"' : 'stroke="var(--tile-edge)"';
  const sign = round
    ? `<circle cx="${x + 7}" cy="${y - 5}" r="5.5" fill="${shape === "full" ? fill : "var(--paper)"}" stroke="${fill}" stroke-width="2.5"/>`
    : `<rect x="${x}" y="${y - 12}" width="13" height="13" fill="${shape === "open" ? "var(--paper)" : fill}" ${edge}/>`;
  return `${sign}<text x="${x + 20}" y="${y}">${escaped(name)}</text>`;
};
const lines = (texts: readonly string[], y: number, step: number, look: string) =>
  texts.map((text, i) => `<text y="${y + i * step}" ${look}>${escaped(text)}</text>`).join("");

/** A chart as a file that explains itself: title, subtitle, key, source and state inside, colours solid, no outside font or style. */
export const standalone = (draw: Draw, {title, sub, source, keys}: Standalone): string => {
  const {marks, height} = innerPicture(draw);
  const head = wrapped(title, 70);
  const under = wrapped(sub, 104);
  const foot = source.flatMap((line) => wrapped(line, 118));
  const subTop = 26 + head.length * 24;
  const keyTop = subTop + under.length * 19 + 10;
  const shown = placed(keys);
  const top = keys.length === 0 ? keyTop - 8 : keyTop + 14 + shown.at(-1)!.row * 20;
  const full = top + height + 24 + foot.length * 16;
  const text = lines(head, 30, 24, 'font-size="18" font-weight="600"') + lines(under, subTop, 19, 'fill="var(--muted)"');
  const below = lines(foot, top + height + 24, 16, 'font-size="12" fill="var(--muted)"');
  const frame = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-16 0 ${wide + 32} ${full}" width="${wide + 32}" height="${full}" font-family="'Fira Sans',sans-serif" font-size="14" fill="var(--ink)" text-anchor="middle" role="img">`;
  return `${frame}<title>${escaped(title)}</title><rect x="-16" width="100%" height="100%" fill="var(--paper)"/><g text-anchor="start">${text}${shown.map((key) => drawnKey(key, keyTop + 4)).join("")}${below}</g><g transform="translate(0 ${top})">${marks}</g></svg>\n`;
};
