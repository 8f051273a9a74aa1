import {narrow, type Draw, wide} from "./canvas.ts";

/** Coordinates need no more than two decimals; texts and labels are left alone, a date has dots too. */
const shortened = (markup: string): string =>
  markup.replace(/ (?:d|points|transform|viewBox|[cdfr]?[xyr][12]?|width|height)="[^"]*"/g, (coordinates) => coordinates.replace(/(\d\.\d{2})\d+/g, "$1"));

/** Plot's own style and its labels on inner groups fail accessibility checks: the picture as a whole is the image. */
const cleaned = (svg: SVGSVGElement, attributes: Readonly<Record<string, string>>): string => {
  for (const style of Array.from(svg.querySelectorAll("style"))) style.remove();
  for (const node of Array.from(svg.querySelectorAll("[aria-label],[aria-description]"))) {
    node.removeAttribute("aria-label");
    node.removeAttribute("aria-description");
  }
  for (const name of ["font-size", "font-family", "text-anchor", "fill", "class", "style", "width", "height"]) svg.removeAttribute(name);
  for (const [name, value] of Object.entries({fill: "currentColor", "text-anchor": "middle", ...attributes})) svg.setAttribute(name, value);
  return shortened(svg.outerHTML)
    .replace(/ (xmlns(:xlink)?)="[^"]*"/g, "")
    .replace(/ fill-opacity="1"| stroke-opacity="1"/g, "");
};

/** Both widths of a chart as markup; CSS shows the one that fits. `label` is read aloud instead of the picture. */
export const picture = (draw: Draw, label: string): string =>
  [wide, narrow]
    .map((width) => cleaned(draw(width), {class: `plot ${width === wide ? "plot-wide" : "plot-narrow"}`, role: "img", "aria-label": label}))
    .join("");
export const sparkPicture = (svg: SVGSVGElement, label: string): string => cleaned(svg, {class: "plot plot-spark", role: "img", "aria-label": label});

/** The wide picture without its frame, for a file of its own, and its height. */
export const innerPicture = (draw: Draw): {readonly marks: string; readonly height: number} => {
  const svg = draw(wide);
  const height = Number(svg.getAttribute("viewBox")!.split(" ")[3]);
  return {marks: cleaned(svg, {}).replace(/^<svg[^>]*>|<\/svg>$/g, ""), height};
};
