import {describe, expect, test} from "vitest";
import {calibrate, foundOf} from "../../../bench/calibrate/calibrate.ts";
import {calibrationText} from "../../../bench/calibrate/calibration-text.ts";
import {simulate} from "../../../bench/calibrate/simulate.ts";
import {levels} from "../../../schemas/rules/pla/levels.ts";

const calm = {name: "test", unrest: [0, 0.08]} as const;
const speaking = (own: number) => simulate(calm, 60, 3, {...levels, own, peers: own / 100}).returns.filter(({asked}) => asked.length > 0).length;

describe("the simulation can fail", () => {
  test("a tenfold level asks far more often", () => expect(speaking(0.45)).toBeGreaterThan(2 * speaking(0.045)));
  test("and a tiny one almost never", () => expect(speaking(1e-6)).toBeLessThan(4));
});

describe("a small calibration", () => {
  const calibration = calibrate(108, 1);
  const [world] = calibration.worlds;
  test("larger counts show a shift more often", () => {
    const found = world!.byLevel.filter(({trials}) => trials > 50).map(foundOf);
    expect(found.at(-1)).toBeGreaterThan(90);
    expect(found[0]).toBeLessThan(10);
  });
  test("the page says from what was drawn and what holds", () => {
    const text = calibrationText(calibration);
    for (const part of ["Startwert 1", "Wachstum: Stelle −4 bis 8 %", "Ruhige Welt", "Unruhige Welt", "30 bis unter 45", "Zusage"])
      expect(text).toContain(part);
  });
});
