import {readFileSync} from "node:fs";
import {relative} from "node:path";
import {missingTests, type Report, summary} from "./required/report.ts";

/** `node test/required.ts REPORT LIST`: fails if a test that must run did not, and closes with the count of all. */
const [reportPath = "", listPath = ""] = process.argv.slice(2);
const report = JSON.parse(readFileSync(reportPath, "utf8")) as Report;
const missing = missingTests(report, readFileSync(listPath, "utf8"), (path) => relative(process.cwd(), path));
console.log([...missing, summary(report)].join("\n"));
process.exit(missing.length === 0 ? 0 : 1);
