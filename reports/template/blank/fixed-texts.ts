import {codeListOf} from "../../../schemas/codes/lists.ts";
import {nationalities, originGroup} from "../../../schemas/codes/nationalities.ts";
import type {Column, Table} from "../../../schemas/layouts/layout.ts";

/** What stands in a row of a matrix from the beginning: code and label, state and group; null where one may type. */
export const fixedText = (table: Table, column: Column, row: number): string | null => {
  if (table.codes !== undefined) {
    const {list, only} = table.codes;
    const code = (only ?? [...codeListOf(list).known.keys()])[row - table.rows[0]]!;
    return column.role === "key" ? code : column.role === "display" && column.status === "key" ? codeListOf(list).known.get(code)! : null;
  }
  const block = table.fixed?.find(({rows: [first, last]}) => first <= row && row <= last);
  return block !== undefined && "keys" in block ? originText(block.keys[row - block.rows[0]]!, column.letter) : null;
};
const originText = (key: string, letter: string): string | null => {
  if (letter === "A") return key.startsWith("G-") ? codeListOf("CL_STAAT_REST").entry(key) : `${key} ${nationalities.find((each) => each.key === key)!.name}`;
  return letter === "B" ? codeListOf("CL_STAAT_GRUPPE").entry(originGroup(key)) : null;
};
