import type {Workbook} from "exceljs";
import {codeLists} from "../../../../schemas/codes/lists.ts";
import type {CodeList} from "../../../../schemas/codes/code-list.ts";
import {spellings} from "../../formulas/values/as-read.ts";
import {valueSheetName} from "../../formulas/values/value-sheet.ts";

type Spelling = readonly [text: string, code: string];
/** Every text the reader takes for a code; what starts with the code itself is found by its first word. */
const spellingsOf = (list: CodeList, plainWords: boolean): Spelling[] =>
  [...list.spellings]
    .filter(([text, code]) => plainWords || text.split(" ", 1)[0] !== code.toLocaleLowerCase("de"))
    .map(([text, code]): Spelling => [`${list.name}|${text}`, `:${code}`])
    .concat(
      [...list.known.keys()].flatMap((code): Spelling[] => [
        ...(plainWords ? [] : [[`${list.name}||${code}`, `:${code}`] as const]),
        ...(/^0\d$/.test(code) ? [[`${list.name}|${code.slice(1)}`, `:${code}`] as const] : []),
      ]),
    );

/** Named list for the formulas of the check, beside the values. */
export const addSpellings = (workbook: Workbook, used: readonly string[]) => {
  const sheet = workbook.getWorksheet(valueSheetName)!;
  const next = sheet.columnCount + 1;
  const pairs = [...new Set([...used, "CL_STAAT"])].flatMap((name) => {
    const list = codeLists.get(name)!;
    return spellingsOf(list, ["CL_JN", "CL_JNA", "CL_X"].includes(name));
  });
  const letter = (number: number) => sheet.getColumn(number).letter;
  sheet.getColumn(next).values = ["Schreibweise", ...pairs.map(([text]) => text)];
  sheet.getColumn(next + 1).values = ["Code", ...pairs.map(([, code]) => code)];
  workbook.definedNames.add(`${valueSheetName}!$${letter(next)}$2:$${letter(next + 1)}$${pairs.length + 1}`, spellings);
};
