import type {CodeList} from "../../../schemas/codes/code-list.ts";
import {cleaned} from "./text.ts";

/** What an entry of a code list was taken for; null: in none of its three lists. */
export type Coded = {readonly code: string; readonly fixed: boolean} | {readonly ignored: true} | null;

/** An entry of a code list. A code whose leading zero a spreadsheet swallowed (`1` for `01`) is read if the list knows no other. */
export const readCode = (list: CodeList, raw: string): Coded => {
  const text = cleaned(raw).replace(/^'/, "");
  const found = list.read(text);
  if (found !== null || !/^\d$/.test(text)) return found;
  return list.known.has(`0${text}`) ? {code: `0${text}`, fixed: true} : null;
};
