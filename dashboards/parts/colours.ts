import {type Html, html} from "./html.ts";
import type {Key} from "../charts/base/standalone.ts";

/** The order of series colours everywhere; the rest of a stack is grey. */
export const seriesColour = (i: number) => `var(--c${i + 1})`;
export const pieceOf = (name: string, i: number) => ({name, fill: seriesColour(i), on: `var(--on${i + 1})`});
export const restPiece = (name: string) => ({name, fill: "var(--quiet-fill)", on: "var(--ink)"});

const entry = ({name, fill, shape = "box", ink}: Key): Html =>
  html`<li${ink === undefined ? "" : html` style="color:${ink};font-weight:600"`}><i class="${shape}"${shape === "open" ? "" : html` style="--fill:${fill}"`}></i>${name}</li>`;
/** Colour key as a list, in the order of the data; only where labels in the picture do not fit. */
export const colourKey = (keys: readonly Key[]): Html => (keys.length === 0 ? html`` : html`<ul class="key">${keys.map(entry)}</ul>`);
/** Keys of a dumbbell: full and open dot. */
export const pairKeys = (a: string, b: string): Key[] => [
  {name: a, fill: "var(--c1)", shape: "full", ink: "var(--c1)"},
  {name: b, fill: "var(--c4)", shape: "ring", ink: "var(--c4-text)"},
];
