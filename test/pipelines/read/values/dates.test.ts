import {expect, test} from "vitest";
import {dateOfSerial, readDateText} from "../../../../pipelines/read/values/dates.ts";

const texts: Record<string, string | null> = {
  "30.06.2025": "2025-06-30",
  "3.6.2025": "2025-06-03",
  "30.06.25": "2025-06-30",
  "30. 06. 2025": "2025-06-30",
  "2025-06-30": "2025-06-30",
  "2025-06-30T00:00:00": "2025-06-30",
  "30. Juni 2025": "2025-06-30",
  "3 März 2025": "2025-03-03",
  "June 30, 2025": "2025-06-30",
  "30 June 2025": "2025-06-30",
  "6/30/2025": "2025-06-30",
  "30/06/2025": "2025-06-30",
  "06/05/2025": null,
  "05/05/2025": "2025-05-05",
  "31.06.2025": null,
  "29.02.2025": null,
  "29.02.2024": "2024-02-29",
  "Juni 2025": null,
  "im Juni": null,
};
for (const [text, expected] of Object.entries(texts)) test(`date: ${text}`, () => expect(readDateText(text)).toBe(expected));

test("a day number is a day", () => expect(dateOfSerial(45838, false)).toBe("2025-06-30"));
test("the 1904 system counts from another day", () => expect(dateOfSerial(45838 - 1462, true)).toBe("2025-06-30"));
test("the time of day is left off", () => expect(dateOfSerial(45838.75, false)).toBe("2025-06-30"));
test("a small count is no date", () => expect(dateOfSerial(12, false)).toBeNull());
