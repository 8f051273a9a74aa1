// @ts-expect-error its types are written for a package of another name
import domino from "@mixmark-io/domino";
import * as Plot from "@observablehq/plot";

/** Widths in which every chart is drawn, shown 1:1; a container query picks one. Text is 14 units in both. */
export const wide = 720;
export const narrow = 320;
export const isWide = (width: number) => width === wide;
/** Draws a chart for one width. */
export type Draw = (width: number) => SVGSVGElement;

/** The only document charts are made in; Plot needs nothing else of a browser. */
export const paperDocument: Document = domino.createDocument();

/** A chart on house margins; no axis, no style of its own. */
export const canvas = (width: number, height: number, options: Plot.PlotOptions): SVGSVGElement =>
  Plot.plot({document: paperDocument, width, height, marginTop: 14, marginRight: 12, marginBottom: 34, marginLeft: 44, ...options}) as SVGSVGElement;
