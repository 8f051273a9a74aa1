import {describe, expect, test} from "vitest";
import {oneReturn} from "../../../../fixtures/sample/one-return.ts";
import {figuresIn, keyFiguresOf} from "../../../../pipelines/check/plausibility/key-figures-of.ts";
import {viewOf} from "../../../../pipelines/check/return-view.ts";
import {readWorkbook} from "../../../../pipelines/read/read-workbook.ts";
import type {Cell} from "../../../../schemas/flow.ts";
import {keyFigures, managerMonths} from "../../../../schemas/rules/pla/key-figures.ts";

const reading = readWorkbook(await oneReturn({}));
const changed = async (change: Record<string, number | string | null>) => keyFiguresOf(readWorkbook(await oneReturn({change}))).figures;

describe("key figures of a return", () => {
  const {figures, places} = keyFiguresOf(reading);
  test("all are there, each with a cell", () => {
    const names = [...keyFigures.map(({name}) => name as string), managerMonths].sort();
    expect([Object.keys(figures).sort(), Object.keys(places).sort()]).toEqual([names, names]);
  });
  test("sums over the sites, pointing at the total row", () => {
    expect([figures["erstberatungen"], figures["beratungen_gesamt"], figures["vzae_monate"]]).toEqual([34n, 128n, 1000n]);
    expect([places["erstberatungen"]!.address, places["erstberatungen"]!.part]).toEqual(["I6", "total"]);
  });
  test("k. A. at one site makes the sum unknown, not smaller", async () => {
    const {erstberatungen, beratungen_gesamt, cm_neu} = await changed({"03_Fallzahlen!I8": "k. A."});
    expect([erstberatungen, beratungen_gesamt, cm_neu]).toEqual([undefined, undefined, 11n]);
  });
  test("a Fehlanzeige and a file that is no form have none", () => {
    expect(keyFiguresOf({...reading, returnKind: "F"})).toEqual({figures: {}, places: {}});
    expect(keyFiguresOf({...reading, form: null})).toEqual({figures: {}, places: {}});
  });
});

test("of what a form prints only sums over all rows are taken", () => {
  const printed = (table: string, field: string, row: string, value: bigint, part: Cell["part"] = "input"): Cell => ({
    ...{table, field, row, value, part},
    ...{sheet: "_Vorgaben", address: "B1", state: "number", text: String(value), code: null},
  });
  const cells = [printed("T03", "cm_neu", "*", 17n), printed("T03", "cm_bestand_ende", "E01", 9n), printed("T03", "beratungen_gesamt", "*", 90n, "computed")];
  expect(figuresIn(viewOf({...reading, cells}), false).figures).toEqual({cm_neu: 17n, beratungen_gesamt: 90n});
});
