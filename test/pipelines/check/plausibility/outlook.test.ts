import {describe, expect, test} from "vitest";
import {askedBy} from "../../../../pipelines/check/plausibility/ask.ts";
import {chanceOfLess, chanceOfMore} from "../../../../pipelines/check/plausibility/forecast.ts";
import {type Outlook, outlooksOf, surpriseOf, usualRange} from "../../../../pipelines/check/plausibility/outlook.ts";
import {levels} from "../../../../schemas/rules/pla/levels.ts";

const half = (figures: Record<string, number>) => Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, BigInt(value)]));
/** Consultations by half-year, oldest first; beside them three steady figures. */
const steady = {cm_neu: 40, cm_bestand_ende: 120, verweis_n: 90, vzae_monate: 3000};
const earlier = (counts: readonly number[], more: readonly Record<string, number>[] = []) =>
  counts.map((count, i) => ({ago: counts.length - i, figures: half({...steady, erstberatungen: count, ...more[i]})}));
const outlookOf = (counts: readonly number[], more: readonly Record<string, number>[] = [], now = steady): Outlook =>
  outlooksOf(half({...now, erstberatungen: 1}), earlier(counts, more), levels).find(({name}) => name === "erstberatungen")!;

describe("what a past lets expect", () => {
  test("a steady one goes on, with a little growth", () => {
    const {mean} = outlookOf([100, 104, 98, 101, 99]).forecast;
    expect(mean).toBeGreaterThan(98);
    expect(mean).toBeLessThan(106);
  });
  test("a growing one grows", () => expect(outlookOf([100, 110, 121, 133, 146]).forecast.mean).toBeGreaterThan(135));
  test("zeros stay small, and a few more are no surprise", () => {
    const outlook = outlookOf([0, 0, 0, 0, 0]);
    expect(outlook.forecast.mean).toBeLessThan(0.5);
    expect([0, 1].map((count) => surpriseOf(outlook, count))).toEqual([null, null]);
    expect(surpriseOf(outlook, 40)).toBe("more");
  });
  test("half as many posts, half as many consultations", () => {
    const before = Array.from({length: 5}, () => ({vzae_monate: 6000}));
    const [same, halved] = [outlookOf([100, 100, 100, 100, 100]), outlookOf([100, 100, 100, 100, 100], before)];
    expect(halved.forecast.mean / same.forecast.mean).toBeCloseTo(0.5, 2);
  });
  test("unknown months once, and counts are compared as they are", () => {
    const before = [{vzae_monate: 6000}, {vzae_monate: 0}, {vzae_monate: 6000}];
    expect(outlookOf([100, 100, 100], before).forecast.mean).toBeGreaterThan(95);
  });
  test("a figure that was never reported has no outlook", () =>
    expect(outlooksOf(half(steady), [{ago: 1, figures: half({vzae_monate: 3000})}], levels)).toEqual([]));
  test("no past, no outlook", () => expect(outlooksOf(half(steady), [], levels)).toEqual([]));
  test("a restless past lets expect more than a calm one with the same mean", () => {
    const [calm, restless] = [usualRange(outlookOf([200, 205, 195, 200, 200])), usualRange(outlookOf([200, 330, 120, 260, 110]))];
    expect(restless.until - restless.from).toBeGreaterThan(1.5 * (calm.until - calm.from));
  });
});

describe("the level of a return", () => {
  const outlooks = outlooksOf(half({...steady, erstberatungen: 1}), earlier([100, 104, 98, 101, 99]), levels);
  test("is divided among its figures, nothing is left over", () =>
    expect(outlooks.reduce((sum, {less, more}) => sum + less + more, 0)).toBeCloseTo(levels.own, 12));
  test("most goes where half as much again is neither plain nor hidden", () => {
    const past = [3, 60, 5000].map((count, i) => ({name: ["cm_neu", "cm_beendet", "verweis_n"][i]!, count}));
    const figures = half({...Object.fromEntries(past.map(({name, count}) => [name, count])), vzae_monate: 3000});
    const shares = outlooksOf(
      figures,
      [4, 3, 2, 1].map((ago) => ({ago, figures})),
      levels,
    ).map(({less, more}) => less + more);
    expect(shares[1]).toBeGreaterThan(shares[0]! * 3);
    expect(shares[1]).toBeGreaterThan(shares[2]! * 3);
  });
});

describe("the usual range", () => {
  for (const counts of [[100, 104, 98, 101, 99], [34], [0, 0, 0, 0], [2, 0, 1, 3]])
    test(`ends where a count becomes a surprise: ${counts.join(", ")}`, () => {
      const outlook = outlookOf(counts);
      const {from, until} = usualRange(outlook);
      expect([from, until].map((count) => surpriseOf(outlook, count))).toEqual([null, null]);
      expect(surpriseOf(outlook, until + 1)).toBe("more");
      expect(from === 0 ? "less" : surpriseOf(outlook, from - 1)).toBe("less");
      expect(chanceOfLess(from, outlook.forecast)).toBeGreaterThan(outlook.less);
      expect(chanceOfMore(until, outlook.forecast)).toBeGreaterThan(outlook.more);
    });
});

describe("who asks", () => {
  const five = outlookOf([100, 104, 98, 101, 99]);
  test("nobody about what is usual", () => expect([90, 100, 115].map((count) => askedBy(five, count))).toEqual([null, null, null]));
  test("PLA-001 about a jump, in either direction", () => expect([170, 45].map((count) => askedBy(five, count))).toEqual(["PLA-001", "PLA-001"]));
  test("PLA-008 about a zero where there was something", () => expect(askedBy(five, 0)).toBe("PLA-008"));
  test("PLA-002 where the last half-year was high already", () => {
    const rising = outlookOf([10, 9, 11, 22]);
    expect(askedBy(rising, usualRange(rising).until + 1)).toBe("PLA-002");
  });
  test("nobody about a slow change while the past is short", () => {
    const short = outlookOf([10, 9, 22]);
    const next = usualRange(short).until + 1;
    expect([null, "PLA-001"]).toContain(askedBy(short, next));
  });
  test("PLA-001 needs the last half-year; without it a long past still speaks", () => {
    const gapped = outlooksOf(
      half({...steady, erstberatungen: 300}),
      earlier([100, 104, 98, 101]).map(({ago, figures}) => ({ago: ago + 1, figures})),
      levels,
    );
    expect(askedBy(gapped.find(({name}) => name === "erstberatungen")!, 300)).toBe("PLA-002");
  });
});
