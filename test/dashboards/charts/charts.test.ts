import {describe, expect, test} from "vitest";
import {bars} from "../../../dashboards/charts/bars.ts";
import {narrow, wide} from "../../../dashboards/charts/base/canvas.ts";
import {wrapped} from "../../../dashboards/charts/base/ink.ts";
import {picture} from "../../../dashboards/charts/base/picture.ts";
import type {Point} from "../../../dashboards/charts/base/point.ts";
import {standalone} from "../../../dashboards/charts/base/standalone.ts";
import {chance} from "../../../dashboards/charts/funnel.ts";
import {line} from "../../../dashboards/charts/line.ts";
import {tileMap} from "../../../dashboards/charts/tile-map.ts";

const point = (code: string, value: number | null, rest: Partial<Point> = {}): Point => ({
  code,
  value,
  text: value === null ? "" : String(value),
  gap: value === null ? "nicht gemeldet" : null,
  provisional: false,
  coverage: 54,
  ...rest,
});
const points = [point("2024-H1", 10), point("2024-H2", null), point("2025-H1", 12), point("2025-H2", 14, {provisional: true})];
const drawn = (width: number) => line(width, [{name: "Fälle", points, colour: "var(--c1)"}]);
const count = (text: string, part: RegExp) => [...text.matchAll(part)].length;

describe.each([
  ["wide", wide],
  ["narrow", narrow],
])("a %s line", (_, width) => {
  const svg = drawn(width).outerHTML;
  test("is broken at a gap, with the word in its place", () => {
    expect(svg).toContain("nicht gemeldet");
    expect(count(svg, /<path [^>]*stroke-width="2\.5"|stroke-width="2\.5"[^>]*><path/g)).toBe(1);
  });
  test("is dotted towards a provisional value, whose dot is open", () => {
    expect(svg).toMatch(/stroke-dasharray="2 5"/);
    expect(svg).toMatch(/fill="var\(--paper\)"[^>]*stroke="var\(--c1\)"/);
  });
});

describe("bars", () => {
  const svg = bars(wide, [
    {name: "A", value: 5, text: "5", gap: null},
    {name: "B", value: 0, text: "0", gap: null},
    {name: "C", value: null, text: "geheim", gap: "geheim", withheld: true},
    {name: "D", value: null, text: "nicht gemeldet", gap: "nicht gemeldet"},
  ]).outerHTML;
  test("print zero as 0 with a tick", () => expect(svg).toMatch(/>0<\/text>/));
  test("draw a withheld value as an outlined field with its sign and word", () => expect(svg).toMatch(/fill="var\(--hole\)"[\s\S]*>\. geheim</));
  test("frame a missing value with dashes", () => expect(svg).toMatch(/stroke-dasharray="4 3"[\s\S]*nicht gemeldet/));
});

test("a tile of a gap has a sign and a title with the word", () => {
  const svg = tileMap(wide, [{name: "Herne", label: "HER", row: 2, col: 5, text: "…", level: null, word: "nicht gemeldet"}]).outerHTML;
  expect(svg).toContain("<title>Herne: nicht gemeldet</title>");
  expect(svg).toContain("…");
});

describe("a picture", () => {
  const markup = picture(drawn, "Titel");
  test("comes in both widths as one image each", () => expect(count(markup, /<svg [^>]*role="img" aria-label="Titel"/g)).toBe(2));
  test("brings no style, no colour of its own and no label inside", () => {
    expect(markup).not.toMatch(/<style|#[0-9a-f]{6}|<g[^>]*aria-label/);
  });
  test("has coordinates of two decimals at most", () => expect(markup).not.toMatch(/ (d|x|y|cx|cy|transform)="[^"]*\d\.\d{3}/));
  test("keeps dates in its label and in its texts", () => {
    const dated = picture((width) => line(width, [{name: "31.12.2025", points, colour: "var(--c1)"}]), "Stand 31.12.2025");
    expect(count(dated, /aria-label="Stand 31\.12\.2025"/g)).toBe(2);
    expect(count(dated, />31\.12\.2025</g)).toBe(2);
  });
});

test("an SVG file explains itself", () => {
  const svg = standalone(drawn, {title: "Ein Titel & mehr", sub: "Unterzeile", source: ["Quelle: X", "Stand"], keys: [{name: "A", fill: "var(--c1)"}]});
  expect(svg).toMatch(/<title>Ein Titel &amp; mehr<\/title>[\s\S]*Unterzeile[\s\S]*Quelle: X/);
  expect(svg.startsWith('<svg xmlns="http://www.w3.org/2000/svg"')).toBe(true);
});

test("names are broken between words and after slashes", () =>
  expect(wrapped("Übergabe an Regeldienst/Fallmanagement", 22)).toEqual(["Übergabe an", "Regeldienst/", "Fallmanagement"]));
test("chance is smaller where there are more cases", () => expect(chance(0.6, 400, 1.96)).toBeCloseTo(chance(0.6, 100, 1.96) / 2));
