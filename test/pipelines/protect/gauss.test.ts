import {expect, test} from "vitest";
import {sumsBetween, trueCells} from "../../../pipelines/protect/engine/cells.ts";
import {gauss} from "../../../pipelines/protect/engine/gauss.ts";
import {matrixOf} from "../../../pipelines/protect/engine/matrix.ts";
import {primaryCells} from "../../../pipelines/protect/engine/suppress.ts";
import {cluster, tableOf} from "../attack/small.ts";

const two = cluster("suppress", ["A", "B"]);
const withheldIn = (text: string): string[] => {
  const tables = [tableOf(text)];
  const cells = trueCells(two, tables);
  const matrix = matrixOf(cells, sumsBetween(two, tables, cells));
  const primary = primaryCells(matrix, 3);
  const candidates = [...cells.keys()].filter((i) => !primary.has(i)).sort((a, b) => cells[b]!.value - cells[a]!.value || a - b);
  return gauss(matrix, primary, candidates, new Uint8Array(matrix.atoms))
    .map((i) => cells[i]!.key)
    .sort();
};

test("a small cell is protected by the rectangle it stands in, and totals are shown", () =>
  expect(withheldIn("all both 100\nall x 42\nall y 58\nA both 22\nA x 2\nA y 20\nB both 78\nB x 40\nB y 38")).toEqual([
    "n|area=A|topic=y",
    "n|area=B|topic=x",
    "n|area=B|topic=y",
  ]));
test("nothing small, nothing withheld", () =>
  expect(withheldIn("all both 100\nall x 50\nall y 50\nA both 22\nA x 10\nA y 12\nB both 78\nB x 40\nB y 38")).toEqual([]));
