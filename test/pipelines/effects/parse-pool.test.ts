import {afterAll, expect, test} from "vitest";
import {openPool} from "../../../pipelines/effects/parse-pool.ts";

const pool = openPool<{answer: number}>(new URL("./children/odd-parser.ts", import.meta.url), {size: 2, milliseconds: 1_500, memoryBytes: 256 * 1024 * 1024});
afterAll(() => pool.close());
const run = (what: number) => pool.run(new Uint8Array([what]));

test("children are warm: many tasks, at most two processes", async () => {
  const answers = await Promise.all(Array.from({length: 8}, () => run(0)));
  expect(new Set(answers.map((each) => ("done" in each ? each.done.answer : each.ended))).size).toBeLessThanOrEqual(2);
});
test("one that hangs is ended", async () => expect(await run(1)).toEqual({ended: "time"}));
test("one that grows is ended", async () => expect(await run(2)).toEqual({ended: "memory"}));
test("one that crashes is named so", async () => expect(await run(3)).toEqual({ended: "crash"}));
test("each is replaced", async () => expect(await run(0)).toMatchObject({done: {answer: expect.any(Number)}}));
test("a parser that does not start is our fault, not that of the file", async () => {
  const broken = openPool(new URL("./children/no-such-parser.ts", import.meta.url), {size: 1, milliseconds: 1_000, memoryBytes: 1e9});
  await expect(broken.run(new Uint8Array())).rejects.toThrow("missing parser");
});
