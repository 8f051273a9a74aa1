/** What Vitest's json reporter says of a run, as far as it is read here. */
export type Report = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {readonly name: string; readonly assertionResults: readonly {readonly fullName: string; readonly status: string}[]}[];
};

const required = (list: string) =>
  list
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));

/** Tests of the listed files and folders (with `/` at the end) that did not run, and what was listed and had none, one line each. */
export const missingTests = (report: Report, list: string, relative: (path: string) => string): string[] =>
  required(list).flatMap((path) => {
    const tests = report.testResults
      .filter(({name}) => (path.endsWith("/") ? relative(name).startsWith(path) : relative(name) === path))
      .flatMap(({assertionResults}) => assertionResults);
    if (tests.length === 0) return [`required, but not run: ${path}`];
    return tests.filter(({status}) => status !== "passed" && status !== "failed").map(({fullName}) => `required, but skipped: ${path} > ${fullName}`);
  });

/** The closing line. */
export const summary = ({numPassedTests, numFailedTests, numPendingTests, numTodoTests}: Report): string =>
  `${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests + numTodoTests} skipped`;
