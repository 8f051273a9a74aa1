import {describe, expect, test} from "vitest";
import {html, plain} from "../../../dashboards/parts/html.ts";
import {csv, table} from "../../../dashboards/parts/table.ts";
import {land, type Shown, shown} from "../../../dashboards/data/shown.ts";
import {products, viewOf} from "../made-site.ts";

const known = shown(viewOf(products()), "posts.vzae_besetzt", land);
const figure = (rest: Partial<Shown>): Shown => ({...known, ...rest});
const data = {
  head: ["Stelle", "VZÄ"],
  rows: [
    ["A", figure({value: 123_456n})],
    ["B; <C>", figure({value: 0n})],
    ["=1+1", figure({value: null, status: "withheld"})],
  ],
};

describe("a CSV for Excel", () => {
  const text = csv(data, ["Quelle: Test"]);
  test("has BOM, semicolons, decimal comma and no thousands dots", () => expect(text).toMatch(/^\ufeffStelle;VZÄ\r\nA;1234,56\r\n"B; <C>";0,00\r\n/));
  test("writes the word of a gap", () => expect(text).toContain(";geheim\r\n"));
  test("disarms formulas", () => expect(text).toContain("'=1+1"));
});

describe("a table", () => {
  const markup = table("Titel", data).html;
  test("escapes text", () => expect(markup).toContain('<th scope="row">B; &lt;C&gt;</th>'));
  test("reads the word of a gap aloud and shows the sign", () =>
    expect(markup).toContain('<span class="gap" aria-hidden="true">.</span><span class="kern-sr-only">geheim</span>'));
  test("explains only the signs that occur", () => {
    expect(markup).toContain("geheim: Wert bekannt");
    expect(markup).not.toContain("entfällt");
  });
  test("can be reached and scrolled by keyboard", () => expect(markup).toMatch(/role="region" aria-label="Titel" tabindex="0"/));
});

test("markup inside markup stays, text never becomes markup", () =>
  expect(html`<p>${html`<b>fett</b>`}${"<i>"}${false}${undefined}</p>`.html).toBe("<p><b>fett</b>&lt;i&gt;</p>"));
test("plain words come back without entities", () => expect(plain(html`<b>${"A & B"}</b>`)).toBe("A & B"));
