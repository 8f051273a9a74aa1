import {describe, expect, test} from "vitest";
import {classesOf, classOf, edgeNames} from "../../../dashboards/data/classes.ts";
import {likest} from "../../../dashboards/data/likeness.ts";
import {matched} from "../../../dashboards/data/matched.ts";
import {medianOf} from "../../../dashboards/data/middle.ts";
import {districtOf, land, perBody, shown} from "../../../dashboards/data/shown.ts";
import {exact} from "../../../dashboards/words/numbers.ts";
import {bodies, bodyOf, hasMunicipalities} from "../../../schemas/codes/bodies.ts";
import {products, viewOf} from "../made-site.ts";

const view = viewOf(products());
const path = "caseload.cm_bestand_ende";

describe("a comparison over the same bodies", () => {
  const change = matched(view, path, land)!;
  test("leaves out who is missing in one of the half-years", () => expect(change.bodies).toBe(52));
  test("adds up exactly those in both half-years", () => {
    const there = perBody(view, path)
      .filter((each) => each.shown.status === "known")
      .map(({body}) => body.key);
    const before = perBody(view, path, "2025-H1").filter(({body}) => there.includes(body.key));
    expect(change.from.value).toBe(before.reduce((sum, each) => sum + each.shown.value!, 0n));
    expect(change.to.value).toBe(shown(view, path, land).value);
  });
  test("stays within a district", () => expect(matched(view, path, districtOf("Arnsberg"))!.bodies).toBe(10));
  test("is none in the first half-year", () => expect(matched(viewOf(products(), 2), path, land)).toBeUndefined());
});

describe("the most alike bodies", () => {
  test.each(["05334", "05315", "05762"])("of %s are six of the same kind, never itself", (key) => {
    const found = likest(bodyOf(key));
    expect(found).toHaveLength(6);
    expect(found.filter((body) => body.key === key || hasMunicipalities(body) !== hasMunicipalities(bodyOf(key)))).toEqual([]);
  });
  test("exist for all 54", () => expect(bodies.filter((body) => likest(body).length !== 6)).toEqual([]));
});

test("the median of two rates lies exactly between them", () => {
  const [a, b] = perBody(view, "caseload.vereinbarung_quote").map((each) => each.shown);
  expect(
    exact(
      medianOf([
        {...a!, value: 1n, den: 4n},
        {...b!, value: 1n, den: 2n},
      ])!,
    ),
  ).toBe("37,5 %");
});

test("one rate that is far off does not make the median as far off", () => {
  const [from] = perBody(view, "caseload.vereinbarung_quote").map((each) => each.shown);
  const rate = (value: bigint, slack: bigint) => ({...from!, value, den: 1000n, slack, denSlack: 0n});
  const middle = medianOf([rate(600n, 1n), rate(500n, 2n), rate(10n, 200n), rate(400n, 1n), rate(700n, 1n)])!;
  expect([middle.value! * 1000n, middle.slack * 1000n].map((units) => units / middle.den!)).toEqual([500n, 2n]);
});

describe("classes of a map", () => {
  const edges = classesOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  test("have round edges", () => expect(edges).toEqual([2, 4, 6, 8]));
  test("take a value on the edge into the higher class", () => expect(classOf(edges[0]!, edges)).toBe(2));
  test("are named without holes", () => expect(edgeNames([2, 2.75])).toEqual(["unter 2,0", "2,0 bis unter 2,75", "2,75 und mehr"]));
  test("of nothing are one", () => expect(edgeNames(classesOf([]))).toEqual(["alle Werte"]));
});
