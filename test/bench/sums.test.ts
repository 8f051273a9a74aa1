import {expect, test} from "vitest";
import {isEmptyReturn, takenFrom} from "../../bench/sums/taken.ts";
import {takeApart} from "../../bench/sums/workbook.ts";
import {oneReturn} from "../../fixtures/sample/one-return.ts";

const taken = async (change: Readonly<Record<string, number | string | null>> = {}) => takenFrom(takeApart(await oneReturn({change})), "2025-H2");

test("a workbook taken apart by hand gives the sums that stand in it", async () => {
  const sums = await taken();
  expect(sums.get("cm_neu ")).toEqual({sum: 11_00n, complete: true});
  expect(sums.get("vzae_besetzt ")).toEqual({sum: 4_50n, complete: true});
  expect(sums.get("n_bestand ALT,GES")).toEqual({sum: 24_00n, complete: true});
  expect(sums.get("n_bestand GES,STA")).toEqual({sum: 12_00n, complete: true});
});
test("a number more is a sum more", async () => expect((await taken({"03_Fallzahlen!I7": 25})).get("erstberatungen ")).toEqual({sum: 39_00n, complete: true}));
test("k. A. and an empty cell of a list leave a sum incomplete, unless its field says what a blank beside numbers means", async () => {
  expect((await taken({"03_Fallzahlen!I7": "k. A."})).get("erstberatungen ")?.complete).toBe(false);
  expect((await taken({"03_Fallzahlen!E7": 1})).get("cm_wieder ")).toEqual({sum: 1_00n, complete: true});
  expect((await taken({"03_Fallzahlen!D7": null})).get("cm_neu ")?.complete).toBe(false);
  expect((await taken()).get("cm_wieder ")?.complete).toBe(false);
});
test("a Fehlanzeige says so on its cover", async () => {
  expect(isEmptyReturn(takeApart(await oneReturn()))).toBe(false);
  expect(isEmptyReturn(takeApart(await oneReturn({change: {"01_Deckblatt!C10": "F Fehlanzeige"}})))).toBe(true);
});
