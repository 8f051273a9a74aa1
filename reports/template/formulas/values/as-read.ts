import type {Field} from "../../../../schemas/fields/field.ts";
import {all, choice, oneOf, quoted} from "../excel.ts";

/**
 * What the reader makes of a cell, said as a formula: hundredths of a number, `:` and the code of an entry, the day number of a date, "" for an empty cell.
 * What is no value starts with `#`: k. A., not understood, or written in a way only the reader understands (then the sheet says nothing).
 */
export const unknown = "#k";
export const invalid = "#!";
export const undecided = "#u";
/** Matches all three in COUNTIF. */
export const anyGap = "#*";

const blank = (cell: string) => `TRIM(SUBSTITUTE(${cell},CHAR(160)," "))`;
/** Without dots and blanks, as far as spellings of k. A. differ. */
const squeezed = (text: string) => `SUBSTITUTE(SUBSTITUTE(LOWER(${text}),".","")," ","")`;
const saysUnknown = (text: string) => oneOf(squeezed(text), ["ka", "keineangabe", "keineangaben", "nb", "nichtbekannt", "unbekannt"]);
const firstWord = (text: string) => `LEFT(${text},FIND(" ",${text}&" ")-1)`;
const escaped = (text: string) => `SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(${text},"~","~~"),"*","~*"),"?","~?")`;
const filled = (cell: string, value: string) => `IF(ISERROR(${cell}),"${invalid}",IF(${blank(cell)}="","",${value}))`;

/** Digits and nothing else, whatever the country takes for a number. */
const isPlain = (text: string) => `TEXT(VALUE(${text}),"0")=${text}`;
const isDigits = (text: string) => `IFERROR(${isPlain(`1&${text}`)},FALSE)`;
const hasDigit = (text: string) => `SUMPRODUCT(--ISNUMBER(FIND({0,1,2,3,4,5,6,7,8,9},${text})))>0`;
const ofNumber = (cell: string, scale: number) => `IF(ABS(${cell}-ROUND(${cell},${scale}))<0.000001,ROUND(${cell}*100,0),"${invalid}")`;
/** One separator: three digits behind it are thousands in a count written with a dot, else nobody knows. */
const ofSeparated = (text: string, scale: number, otherwise: string) => {
  const point = `FIND(".",SUBSTITUTE(${text},",","."))`;
  const whole = `SUBSTITUTE(LEFT(${text},${point}-1),"-","")`;
  const part = `MID(${text},${point}+1,20)`;
  const sign = `IF(LEFT(${text})="-",-100,100)`;
  const thousands = scale === 0 ? `IF(MID(${text},${point},1)=".",${sign}*VALUE(${whole}&${part}),"${invalid}")` : `"${invalid}"`;
  const kept = scale === 0 ? `${sign}*VALUE(${whole})` : `${sign}*(VALUE(${whole})+VALUE(LEFT(${part}&0,2))/100)`;
  const lost = scale === 0 ? part : `MID(${part}&"000",3,18)`;
  const either = `IF(AND(LEN(${part})=3,LEN(${whole})<4,LEFT(${whole})<>"0"),${thousands},IF(VALUE(${lost})=0,${kept},"${invalid}"))`;
  return `IFERROR(IF(AND(${part}<>"",${isPlain(whole)},${isPlain(`1&${part}`)}),${either},${otherwise}),${otherwise})`;
};
const ofNumberText = (text: string, scale: number) => {
  const otherwise = `IF(ISNUMBER(FIND(LEFT(${text}),"0123456789+-−–€")),"${undecided}","${invalid}")`;
  return `IF(${saysUnknown(text)},"${unknown}",IF(IFERROR(${isPlain(text)},FALSE),VALUE(${text})*100,${ofSeparated(text, scale, otherwise)}))`;
};
const number = (cell: string, scale: number) =>
  `IF(ISNUMBER(${cell}),${ofNumber(cell, scale)},IF(ISERROR(${cell}),"${invalid}",IF(TRIM(${cell})="","",IF(ISTEXT(${cell}),${ofNumberText(`TRIM(${cell})`, scale)},"${invalid}"))))`;

/** The name of the table of spellings in `_Listen`: `LIST|text` and, for bare codes before further words, `LIST||code`. */
export const spellings = "L_LESARTEN";
const lookedUp = (list: string, text: string) => `VLOOKUP("${list}|"&${escaped(text)},${spellings},2,FALSE)`;
const code = (cell: string, list: string) => {
  const text = blank(cell);
  const ignored = oneOf(text, list === "CL_X" ? ["-", "–", "nein"] : ["-", "–"]);
  const otherwise = list === "CL_X" ? quoted(invalid) : `IF(${saysUnknown(text)},"${unknown}","${invalid}")`;
  return filled(cell, `IF(${ignored},"",IFERROR(${lookedUp(list, text)},IFERROR(${lookedUp(`${list}|`, firstWord(text))},${otherwise})))`);
};

const place = (cell: string) => {
  const text = blank(cell);
  const word = firstWord(text);
  const named = (pattern: string) => `IFERROR(":"&LEFT(INDEX(L_ORTE,MATCH("???????? "&${pattern},L_ORTE,0)),8)`;
  const name = `${named(escaped(text))},${named(`${escaped(text)}&",*"`)},"${invalid}"))`;
  const digits = `IF(LEN(${word})=8,":"&${word},IF(AND(LEN(${word})=7,LEFT(${word})="5"),":0"&${word},"${invalid}"))`;
  return filled(cell, `IF(${saysUnknown(text)},"${unknown}",IF(${isDigits(word)},${digits},${name}))`);
};

const ofDay = (year: string, month: string, day: string) => {
  const date = `DATE(${year},${month},${day})`;
  return `IF(AND(VALUE(${year})>1900,VALUE(${year})<2200,DAY(${date})=VALUE(${day}),MONTH(${date})=VALUE(${month})),${date},"${invalid}")`;
};
/** A text is a day if it is written TT.MM.JJJJ or JJJJ-MM-TT; other spellings are left to the reader. */
const date = (cell: string) => {
  const text = blank(cell);
  const first = `FIND(".",${text})`;
  const second = `FIND(".",${text},${first}+1)`;
  const german = ofDay(`MID(${text},${second}+1,4)`, `MID(${text},${first}+1,${second}-${first}-1)`, `LEFT(${text},${first}-1)`);
  const iso = `IF(MID(${text},5,1)&MID(${text},8,1)="--",${ofDay(`LEFT(${text},4)`, `MID(${text},6,2)`, `MID(${text},9,9)`)},1/0)`;
  const written = `IFERROR(${german},IFERROR(${iso},IF(${hasDigit(text)},"${undecided}","${invalid}")))`;
  const named = `IF(${saysUnknown(text)},"${unknown}",${written})`;
  return filled(cell, `IF(ISNUMBER(${cell}),IF(AND(${cell}>=367,${cell}<109939),INT(${cell}),"${invalid}"),${named})`);
};
const halfYear = (cell: string) => {
  const text = blank(cell);
  const exact = all([`LEN(${text})=7`, `LEFT(${text},2)="20"`, isDigits(`MID(${text},3,2)`), oneOf(`MID(${text},5,3)`, ["-H1", "-H2"])]);
  const spelled = `IF(${hasDigit(text)},"${undecided}","${invalid}")`;
  return filled(cell, choice(exact, `":"&${text}`, `IF(${saysUnknown(text)},"${unknown}",${spelled})`));
};

/** The formula for a cell of a field. */
export const asRead = ({kind, scale, list}: Field, cell: string): string => {
  switch (kind) {
    case "count":
    case "signed":
    case "posts":
    case "euro":
    case "decimal":
      return number(cell, scale);
    case "code":
      return code(cell, list!);
    case "mark":
      return code(cell, "CL_X");
    case "place":
      return place(cell);
    case "date":
      return date(cell);
    case "halfYear":
      return halfYear(cell);
    case "text":
      return textAsRead(cell);
  }
};
/** A text, or a number of a row that people choose. */
export const textAsRead = (cell: string): string => filled(cell, `":"&${blank(cell)}`);
/** A nationality of the origin table, and a place before which the kind of authority stands (`ABH`). */
export const stateAsRead = (cell: string): string => code(cell, "CL_STAAT");
export const placeAsRead = (cell: string, authority: string): string => (authority === "" ? place(cell) : `SUBSTITUTE(${place(cell)},":","${authority}:")`);
/** Length in characters as the reader counts it. */
export const lengthOf = (cell: string): string => `LEN(${blank(cell)})`;
