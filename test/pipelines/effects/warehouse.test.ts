import {mkdtemp, rm, stat} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {allEnded} from "../../../pipelines/effects/all-ended.ts";
import {openWarehouse} from "../../../pipelines/effects/warehouse.ts";

const slow = "select count(*) as n from (select distinct i from range(3000000) t(i))";
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kim-warehouse-"));
});
afterEach(() => rm(folder, {recursive: true, force: true}));

describe("closing", () => {
  test("waits for what still runs, and then nothing runs any more", async () => {
    const warehouse = await openWarehouse();
    const ended: string[] = [];
    const query = warehouse.rows(slow).then(() => ended.push("query"));
    await warehouse.close();
    ended.push("closed");
    await query;
    expect(ended).toEqual(["query", "closed"]);
    await expect(warehouse.rows("select 1 as one")).rejects.toThrow("closed warehouse");
  });
  test("writes nothing into the file that was not finished; a finished one holds everything and has nothing beside it", async () => {
    const sizes: number[] = [];
    for (const [name, isFinished] of [
      ["given-up", false],
      ["finished", true],
    ] as const) {
      const path = join(folder, `${name}.duckdb`);
      const warehouse = await openWarehouse(path);
      await warehouse.run("create table t as select i from range(300000) s(i)");
      if (isFinished) await warehouse.finish();
      await warehouse.close();
      sizes.push((await stat(path)).size);
      if (!isFinished) continue;
      await expect(stat(`${path}.wal`)).rejects.toThrow("ENOENT");
      const again = await openWarehouse(path);
      expect(await again.rows("select count(*) as n from t")).toEqual([{n: 300000n}]);
      await again.close();
    }
    expect(sizes[0]).toBeLessThan(sizes[1] ?? 0);
  });
});
test("side by side: a fault shows only when all have ended", async () => {
  const ended: string[] = [];
  const later = new Promise<void>((resolve) => setTimeout(resolve, 20)).then(() => void ended.push("later"));
  await expect(allEnded([Promise.reject(new Error("first")), later])).rejects.toThrow("first");
  expect(ended).toEqual(["later"]);
});
