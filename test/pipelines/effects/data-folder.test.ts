import {expect, test} from "vitest";
import {dataFolder} from "../../../pipelines/effects/data-folder.ts";

const folder = dataFolder("/data");
test("what a web server may serve has nothing below or above it that it may not", () => {
  const others = Object.entries(folder).filter(([name]) => name !== "site" && name !== "root");
  expect(folder.site).toBe("/data/site");
  expect(others.filter(([, path]) => path.startsWith(`${folder.site}/`) || folder.site.startsWith(`${path}/`))).toEqual([]);
});
test("pages for those on duty lie on the desk", () => expect(folder.desk).toBe("/data/desk"));
