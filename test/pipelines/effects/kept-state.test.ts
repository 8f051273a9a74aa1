import {mkdtempSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, test} from "vitest";
import {z} from "zod";
import {openFolder} from "../../../pipelines/effects/folder.ts";
import {keptState} from "../../../pipelines/effects/kept-state.ts";

const begin = () => {
  const said: string[] = [];
  return {folder: openFolder(mkdtempSync(join(tmpdir(), "kim-state-"))), said, say: (text: string) => void said.push(text)};
};
const shape = z.object({n: z.number()});

test("what is not there is null, what is there is read", async () => {
  const here = begin();
  await here.folder.write("state/a.json", '{"n": 1}');
  expect([await keptState(here, "state/b.json", shape), await keptState(here, "state/a.json", shape), here.said]).toEqual([null, {n: 1}, []]);
});
test.each(["", '{"n": ', "null", "[]", '{"n": "1"}', "\0\0\0\0"])("%j is set aside, named, and counts as not there", async (text) => {
  const here = begin();
  for (const n of [1, 2]) {
    await here.folder.write("state/a.json", text);
    expect(await keptState(here, "state/a.json", shape)).toBeNull();
    expect(here.said[n - 1]).toContain(`state/a.json.unlesbar-${n}`);
  }
  expect(await here.folder.files("state")).toEqual(["state/a.json.unlesbar-1", "state/a.json.unlesbar-2"]);
});
