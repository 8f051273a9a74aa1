import {describe, expect, test} from "vitest";
import {tokensCss} from "../made-site.ts";

const [lightPart, rest] = tokensCss().split("/* dunkel */") as [string, string];
const coloursIn = (css: string) => new Map([...css.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/gi)].map(([, name, value]) => [name!, value!]));
const light = coloursIn(lightPart);
const dark = new Map([...light, ...coloursIn(rest.split("@media (forced-colors")[0]!)]);

const channel = (value: number) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const luminance = (hex: string) =>
  [0.2126, 0.7152, 0.0722].reduce((sum, weight, i) => sum + weight * channel(Number.parseInt(hex.slice(1 + 2 * i, 3 + 2 * i), 16) / 255), 0);
const contrast = (a: string, b: string) => (Math.max(luminance(a), luminance(b)) + 0.05) / (Math.min(luminance(a), luminance(b)) + 0.05);

const text = [
  ["ink", "paper"],
  ["ink", "surface"],
  ["muted", "paper"],
  ["muted", "surface"],
  ["muted", "hole"],
  ["link", "paper"],
  ["link", "surface"],
  ["c1", "paper"],
  ["c2-text", "paper"],
  ["c4-text", "paper"],
  ["c6-text", "paper"],
  ...[1, 2, 3, 4, 5, 6].map((i) => [`on${i}`, `c${i}`]),
  ...[1, 2, 3, 4, 5].map((i) => [`on-seq${i}`, `seq${i}`]),
  ["ink", "quiet-fill"],
] as const;
const marks = [
  ...[1, 2, 3, 4, 5].map((i) => [`c${i}`, "paper"]),
  ["c1", "c2"],
  ["c2", "c3"],
  ["c3", "c4"],
  ["quiet", "paper"],
  ["dot", "paper"],
  ["tile-edge", "paper"],
  ["focus", "paper"],
] as const;

describe.each([
  ["light", light],
  ["dark", dark],
])("%s", (_, colours) => {
  const below = (pairs: readonly (readonly string[])[], least: number) =>
    pairs
      .filter(([a, b]) => contrast(colours.get(a!)!, colours.get(b!)!) < least)
      .map(([a, b]) => `${a} on ${b}: ${contrast(colours.get(a!)!, colours.get(b!)!).toFixed(2)}`);
  test("text has 4.5 : 1", () => expect(below(text, 4.5)).toEqual([]));
  test("marks and neighbouring series have 3 : 1", () => expect(below(marks, 3)).toEqual([]));
});
test("black on white is 21 : 1", () => expect(contrast("#000000", "#ffffff")).toBeCloseTo(21));
