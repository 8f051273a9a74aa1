import {expect, test} from "vitest";
import {keptDays, retire} from "../../../pipelines/care/retention.ts";
import {room} from "./room.ts";

const day = (i: number) => new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(0, 10);
const days = (count: number) => Array.from({length: count}, (_, i) => day(i));

test("fourteen days and twelve months of two years", () => {
  const kept = keptDays(days(730));
  expect(kept.slice(-14)).toEqual(days(730).slice(-14));
  expect(kept.filter((each) => each.endsWith("-01"))).toEqual(days(730).filter((each) => each.startsWith("2025") && each.endsWith("-01")));
  expect(kept.length).toBe(26);
});
test("a month without a backup on its first day keeps its first one", () =>
  expect(keptDays(["2024-01-05", "2024-01-06", "2024-02-03", "2024-02-04"], {daily: 1, monthly: 2})).toEqual(["2024-01-05", "2024-02-03", "2024-02-04"]));
test("few are all kept", () => expect(keptDays(days(14))).toEqual(days(14)));

test("only folders named by a date are removed", async () => {
  const {folder} = room("2025-01-01T00:00:00Z");
  for (const name of [...days(16), "von-hand", "2024-01-01.next"]) await folder.write(`backups/${name}/manifest.json`, "{}");
  expect(await retire(folder)).toEqual(["2024-01-02"]);
  expect(await folder.folders("backups")).toEqual(["2024-01-01", "2024-01-01.next", ...days(16).slice(2), "von-hand"]);
});
