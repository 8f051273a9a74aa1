import {describe, expect, test} from "vitest";
import {badHabits, badHabitsHere} from "./architecture/habits.ts";
import {house} from "./architecture/house.ts";
import {proofs} from "./architecture/pieces.ts";

const here = house();
const asHouse = (files: Record<string, string>) => new Map(Object.entries(files));

describe.each(Object.entries(proofs))("%s", (_, {guard, wrong, right}) => {
  test("in the house", async () => expect(guard === badHabits ? badHabitsHere() : await guard(here)).toEqual([]));

  test("in a house that is right", async () => expect(await guard(asHouse(right))).toEqual([]));

  test.each(Object.entries(wrong))("is seen to be broken by %s", async (_, [word, files]) => expect((await guard(asHouse(files))).join("\n")).toContain(word));
});

test("the house is not empty", () => expect([...here.keys()]).toEqual(expect.arrayContaining(["schemas/units.ts", "test/architecture.test.ts"])));
