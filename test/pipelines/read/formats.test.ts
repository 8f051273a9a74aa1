import {read, write} from "@e965/xlsx";
import {expect, test} from "vitest";
import {oneReturn} from "../../../fixtures/sample/one-return.ts";
import {readWorkbook} from "../../../pipelines/read/read-workbook.ts";
import type {Reading} from "../../../schemas/flow.ts";

const xlsx = await oneReturn();
const book = read(xlsx, {type: "array", cellNF: true});
const as = (bookType: "ods" | "biff8" | "xlsb") => new Uint8Array(write(book, {type: "array", bookType}) as ArrayBuffer);
const values = ({cells}: Reading) => cells.map(({table, field, row, state, value, code}) => `${table} ${field} ${row} ${state} ${value} ${code}`);

test("an .ods holds the same return", () => expect(values(readWorkbook(as("ods")))).toEqual(values(readWorkbook(xlsx))));
test("an .xls holds the same return", () => expect(values(readWorkbook(as("biff8")))).toEqual(values(readWorkbook(xlsx))));
test("formats are named by content", () => expect([xlsx, as("ods"), as("biff8")].map((bytes) => readWorkbook(bytes).format)).toEqual(["xlsx", "ods", "xls"]));
test("the binary format is refused by name", () =>
  expect(readWorkbook(as("xlsb"))).toMatchObject({format: "xlsb", form: null, remarks: [{kind: "unreadable", found: "im Binärformat .xlsb gespeichert"}]}));
