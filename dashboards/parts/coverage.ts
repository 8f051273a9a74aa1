import {type Html, html} from "./html.ts";

/** How many of the bodies due are in it, as a bar and in words. */
export const coverage = (count: number, of: number): Html => {
  const filled = of === 0 ? 0 : Math.round((540 * count) / of) / 10;
  return html`<span class="cover"><svg viewBox="0 0 54 8" aria-hidden="true" class="cover-bar"><rect width="54" height="8" class="cover-all"/><rect width="${filled}" height="8" class="cover-in"/></svg><b>${count} von ${of}</b></span>`;
};
