import {codeListOf} from "../../../schemas/codes/lists.ts";
import type {Field} from "../../../schemas/fields/field.ts";
import type {Cell, Invalid, SheetCell} from "../../../schemas/flow.ts";
import {readCode} from "./codes.ts";
import {dateOfSerial, readDateText} from "./dates.ts";
import {readHalfYear, readPlace, type Key} from "./keys.ts";
import {unitsOfNumber, unitsOfText} from "./numbers.ts";
import {cleaned, readNumberText, saysUnknown} from "./text.ts";

/** What a cell says in its field. `settled` names what was repaired on the way, and into what. */
export type Value = Pick<Cell, "state" | "value" | "code" | "why"> & {readonly settled?: {readonly kind: "lost-zero" | "label-read"; readonly as: string}};

const nothing = {value: null, code: null} as const;
const invalid = (why: Invalid): Value => ({state: "invalid", ...nothing, why});
const empty: Value = {state: "empty", ...nothing};
const unknown: Value = {state: "unknown", ...nothing};
const numeric = (units: ReturnType<typeof unitsOfNumber>): Value => ("why" in units ? invalid(units.why) : {state: "number", value: units.value, code: null});

const readNumber = ({scale}: Field, {typed}: SheetCell): Value => {
  if ("number" in typed) return numeric(unitsOfNumber(typed.number, scale));
  if (!("text" in typed)) return invalid("not-a-number");
  const read = readNumberText(typed.text, scale === 0);
  return "unknown" in read ? unknown : "why" in read ? invalid(read.why) : numeric(unitsOfText(read.decimal, scale));
};

const coded = (state: "code" | "mark", code: string, settled: Value["settled"]): Value => ({state, value: null, code, ...(settled && {settled})});
const keyed = (key: Key | null): Value => (key === null ? invalid("not-a-key") : coded("code", key.key, key.repaired && {kind: key.repaired, as: key.key}));

const readEntry = (listName: string, text: string): Value => {
  const list = codeListOf(listName);
  const read = readCode(list, text);
  if (read === null) return saysUnknown(text) ? unknown : invalid("not-in-list");
  return "ignored" in read ? empty : coded("code", read.code, read.fixed ? {kind: "label-read", as: list.entry(read.code)} : undefined);
};
const readMark = (text: string): Value => {
  const read = readCode(codeListOf("CL_X"), text);
  if (read === null || "ignored" in read) return read === null ? invalid("not-a-mark") : empty;
  return coded("mark", "x", /^x$/i.test(cleaned(text)) ? undefined : {kind: "label-read", as: "x"});
};
const readDate = ({typed, text}: SheetCell, date1904: boolean): Value => {
  if ("text" in typed && saysUnknown(typed.text)) return unknown;
  const day = "date" in typed ? typed.date : "number" in typed ? dateOfSerial(typed.number, date1904) : readDateText(text);
  return day === null ? invalid("not-a-date") : {state: "date", value: null, code: day};
};
/** The text behind what is shown: a number by its digits (a key formatted with thousands dots is still the key), else as shown. */
const plain = ({typed, text}: SheetCell) => ("number" in typed ? String(typed.number) : text);

const readFilled = (field: Field, cell: SheetCell, date1904: boolean): Value => {
  switch (field.kind) {
    case "count":
    case "signed":
    case "posts":
    case "euro":
    case "decimal":
      return readNumber(field, cell);
    case "code":
      return readEntry(field.list!, plain(cell));
    case "mark":
      return readMark(cell.text);
    case "date":
      return readDate(cell, date1904);
    case "place":
      return saysUnknown(cell.text) ? unknown : keyed(readPlace(plain(cell)));
    case "halfYear":
      return saysUnknown(cell.text) ? unknown : keyed(readHalfYear(cell.text));
    case "text":
      return {state: "text", value: null, code: cleaned(cell.text)};
  }
};

/** Reads a cell as its field wants it. An undefined cell is empty. */
export const readValue = (field: Field, cell: SheetCell | undefined, date1904: boolean): Value => {
  if (cell === undefined || "empty" in cell.typed || ("text" in cell.typed && cleaned(cell.text) === "")) return empty;
  return "error" in cell.typed ? invalid("cell-error") : readFilled(field, cell, date1904);
};
