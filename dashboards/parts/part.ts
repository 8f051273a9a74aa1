import {type Html, html} from "./html.ts";

/** A file of the site: path from its root. */
export type SiteFile = {readonly path: string; readonly content: string};
/** A piece of a page with the files that belong to it (CSV and SVG downloads). */
export type Part = {readonly markup: Html; readonly files: readonly SiteFile[]};

/** Markup without files. */
export const part = (markup: Html): Part => ({markup, files: []});
export const joined = (parts: readonly (Part | false | undefined)[]): Part => {
  const real = parts.filter((each) => each !== false && each !== undefined);
  return {markup: html`${real.map(({markup}) => markup)}`, files: real.flatMap(({files}) => files)};
};
/** A section heading with the parts under it; nothing where none of them is there. */
export const section = (title: string, parts: readonly (Part | false | undefined)[], id?: string): Part | false =>
  parts.some(Boolean) && joined([part(html`<h2 class="section"${id === undefined ? "" : html` id="${id}"`}>${title}</h2>\n`), ...parts]);
