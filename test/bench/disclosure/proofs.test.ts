import {expect, test} from "vitest";
import {flatTargets, runTarget} from "../../../bench/disclosure/engine.ts";
import {runLinked} from "../../../bench/disclosure/linked.ts";
import {runMutants} from "../../../bench/disclosure/mutants.ts";
import {runOracle} from "../../../bench/disclosure/oracle.ts";
import {runOrder} from "../../../bench/disclosure/order.ts";
import {runPublicationOrder} from "../../../bench/disclosure/publication-order.ts";
import {runPattern, unsafePatterns} from "../../../bench/disclosure/patterns.ts";

const holds = {ok: true, line: expect.any(String)};

test.each(flatTargets)("$of, zeros $task.zeros: not more cells than the benchmark, and safe", (target) =>
  expect(runTarget({...target, seconds: null})).toEqual(holds),
);
test.each(Object.keys(unsafePatterns) as (keyof typeof unsafePatterns)[])("the unsafe pattern %s is seen through", (name) =>
  expect(runPattern(name)).toEqual(holds),
);
test("ranges agree with brute force", () => expect(runOracle(12, 5)).toEqual(holds));
test("the attack names exactly what a mutant opens", () => expect(runMutants(6, 5)).toEqual(holds));
test("linked tables are safe as a cluster only", () => expect(runLinked(6)).toEqual(holds));
test("the order of rows does not matter", () => expect(runOrder(5)).toEqual(holds));
test("the order of rows of a mart does not matter to the public, and a table outside the plan is refused", () => expect(runPublicationOrder(5)).toEqual(holds));
