import {expect, test} from "vitest";
import {lastDue, nextDue} from "../../../pipelines/schedule/due.ts";
import {jobOf, jobs} from "../../../schemas/settings.ts";

const build = jobOf("build");
const iso = (date: Date | null) => date?.toISOString();

test("a winter night is an hour behind UTC", () => expect(iso(lastDue(build, new Date("2025-01-10T12:00:00Z")))).toBe("2025-01-10T02:30:00.000Z"));
test("a summer night is two", () => expect(iso(lastDue(build, new Date("2025-07-10T12:00:00Z")))).toBe("2025-07-10T01:30:00.000Z"));
test("the minute itself is due", () => expect(iso(lastDue(build, new Date("2025-07-10T01:30:59Z")))).toBe("2025-07-10T01:30:00.000Z"));
test("a minute before, the day before is", () => expect(iso(lastDue(build, new Date("2025-07-10T01:29:59Z")))).toBe("2025-07-09T01:30:00.000Z"));
test("next is after this minute", () => expect(iso(nextDue(build, new Date("2025-07-10T01:30:00Z")))).toBe("2025-07-11T01:30:00.000Z"));
test("the inbox waits from 01:55 until 03:00 when the clocks go back", () =>
  expect(iso(nextDue(jobOf("inbox"), new Date("2025-10-25T23:55:00Z")))).toBe("2025-10-26T02:00:00.000Z"));
test("what is due once a month is found in the month before and after", () =>
  expect([lastDue, nextDue].map((due) => iso(due(jobOf("drill"), new Date("2025-03-31T12:00:00Z"))))).toEqual([
    "2025-03-01T05:30:00.000Z",
    "2025-04-01T04:30:00.000Z",
  ]));
test("what never comes is not due", () =>
  expect([lastDue, nextDue].map((due) => due({...build, cron: "0 12 29 2 *"}, new Date("2025-07-01T00:00:00Z")))).toEqual([null, null]));

const hour = new Intl.DateTimeFormat("de-DE", {timeZone: "Europe/Berlin", hour: "2-digit", hourCycle: "h23"});
const hourOfNext = (from: string) => jobs.map((job) => hour.format(nextDue(job, new Date(from)) ?? new Date(0)).slice(0, 2));
test("from 01:59 on, no job is due before three", () => expect(hourOfNext("2025-06-30T23:59:00Z")).toEqual(["03", "03", "04", "05", "06"]));
test("nor when the hour comes twice", () => expect(hourOfNext("2025-10-26T00:30:00Z")).toEqual(["03", "03", "04", "05", "06"]));
test("nor when it does not come at all", () => expect(hourOfNext("2025-03-30T00:59:00Z")).toEqual(["03", "03", "04", "05", "06"]));
