import {findBody} from "../../../schemas/codes/bodies.ts";
import {municipalities} from "../../../schemas/codes/municipalities.ts";
import {cleaned} from "./text.ts";

/** A key as it must be; `repaired` says what was settled on the way. */
export type Key = {readonly key: string; readonly repaired?: "lost-zero" | "label-read"};

const byName = new Map<string, string[]>();
const remember = (name: string, ags: string) => byName.set(name, [...(byName.get(name) ?? []), ags]);
for (const {name, ags} of municipalities) for (const each of new Set([name, name.split(",")[0]!])) remember(each.toLocaleLowerCase("de"), ags);
const named = (text: string) => {
  const found = byName.get(text.toLocaleLowerCase("de"));
  return found?.length === 1 ? found[0]! : null;
};

/** A municipality key: `05334004`, `5334004`, `05334004 Alsdorf, Stadt`, or a name only one municipality bears. */
export const readPlace = (raw: string): Key | null => {
  const text = cleaned(raw).replace(/^'/, "");
  const digits = /^(\d+)(?: |$)/.exec(text)?.[1];
  if (digits?.length === 8) return {key: digits};
  if (digits?.length === 7 && digits.startsWith("5")) return {key: `0${digits}`, repaired: "lost-zero"};
  const ags = named(text);
  return ags === null ? null : {key: ags, repaired: "label-read"};
};

/** The key of a reporting body: `05334`, `5334`, `05334 StädteRegion Aachen`. Whether it is one of the 54 is checked later. */
export const readBodyKey = (raw: string): Key | null => {
  const digits = /^'?(\d+)(?: |$)/.exec(cleaned(raw))?.[1] ?? "";
  if (/^(?:\d{5}|\d{8})$/.test(digits)) return {key: digits};
  return findBody(`0${digits}`) === undefined ? null : {key: `0${digits}`, repaired: "lost-zero"};
};

/** A half-year: `2025-H2`, or in other words that can mean nothing else. */
export const readHalfYear = (raw: string): Key | null => {
  const text = cleaned(raw).replace(/^'/, "");
  if (/^20\d\d-H[12]$/.test(text)) return {key: text};
  const yearFirst = /^(20\d\d)(?:[ /-]+(?:hj\.?|h)? ?|(?:hj\.?|h) ?)([12])(?:\. ?(?:hj\.?|halbjahr))?$/i.exec(text);
  const halfFirst = /^(?:h ?([12])|([12])\.? ?(?:hj\.?|halbjahr))[ /-]*(20\d\d)$/i.exec(text);
  const [year, half] = yearFirst ? [yearFirst[1], yearFirst[2]] : [halfFirst?.[3], halfFirst?.[1] ?? halfFirst?.[2]];
  return year === undefined ? null : {key: `${year}-H${half}`, repaired: "label-read"};
};
