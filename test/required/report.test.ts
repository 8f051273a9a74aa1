import {expect, test} from "vitest";
import {missingTests, type Report, summary} from "./report.ts";

const report = (status: string): Report => ({
  numPassedTests: 2,
  numFailedTests: 1,
  numPendingTests: 3,
  numTodoTests: 1,
  testResults: [{name: "/here/test/a.test.ts", assertionResults: [{fullName: "a works", status}]}],
});
const relative = (path: string) => path.replace("/here/", "");

test("a test that ran is not missed, passed or failed", () =>
  expect(["passed", "failed"].flatMap((status) => missingTests(report(status), "# why\n\ntest/a.test.ts\n", relative))).toEqual([]));
test("a skipped one is", () =>
  expect(missingTests(report("skipped"), "test/a.test.ts", relative)).toEqual(["required, but skipped: test/a.test.ts > a works"]));
test("so is a file that did not run at all", () =>
  expect(missingTests(report("passed"), "test/b.test.ts", relative)).toEqual(["required, but not run: test/b.test.ts"]));
test("a folder stands for all files in it", () =>
  expect(missingTests(report("skipped"), "test/", relative)).toEqual(["required, but skipped: test/ > a works"]));
test("the count stands alone on its line", () => expect(summary(report("passed"))).toBe("2 passed, 1 failed, 4 skipped"));
