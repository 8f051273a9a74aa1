import {existsSync, mkdtempSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, test} from "vitest";
import {stepsIn} from "../../bench/proof/steps.ts";

const place = () => join(mkdtempSync(join(tmpdir(), "kim-steps-")), "a/b.json");
const count = () => {
  let made = 0;
  return async () => ++made;
};

test("a step that was done is not done again", async () => {
  const [path, work] = [place(), count()];
  await stepsIn(path, "k").step("one", work);
  expect(await stepsIn(path, "k").step("one", work)).toBe(1);
  expect(await stepsIn(path, "k").step("two", work)).toBe(2);
});
test("under another key everything is done again", async () => {
  const [path, work] = [place(), count()];
  await stepsIn(path, "k").step("one", work);
  expect(await stepsIn(path, "other").step("one", work)).toBe(2);
});
test("a step that failed is not kept", async () => {
  const path = place();
  await expect(stepsIn(path, "k").step("one", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await stepsIn(path, "k").step("one", count())).toBe(1);
});
test("what is forgotten is gone", async () => {
  const path = place();
  const steps = stepsIn(path, "k");
  await steps.step("one", count());
  steps.forget();
  expect(existsSync(path)).toBe(false);
});
