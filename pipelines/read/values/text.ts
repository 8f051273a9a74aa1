import type {Invalid} from "../../../schemas/flow.ts";

/** What a text says as a number: its exact decimal text, that it is not known, or why it cannot be taken for one number. */
export type NumberText = {readonly decimal: string} | {readonly unknown: true} | {readonly why: Invalid};

const units =
  /^(?:€|eur|euro|vzä|vzä-monate|vzäm|fälle|fall|personen|person|köpfe|std\.?|stunden?|std\.?\/woche|h|monate?|tage?|tagewerke?|personentage?|beratungen|beratung|gespräche?|termine?|anträge|antrag|vorgänge|vorgang|verweise?|sitzungen|sitzung|gruppen?|beschlüsse|verträge|vertrag|stück)$/i;
const unknowns = /^(?:k\.? ?a\.?|keine angaben?|n\.? ?b\.?|nicht bekannt|unbekannt)$/i;

const fullWidth = /[\uff01-\uff5e]/g;
/** Full-width letters and digits, as some keyboards and converters write them, in their usual shape. */
const halfWidth = (text: string) => text.replace(fullWidth, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
/** A workbook may write these as `_x0000_`; no page, no workbook and hardly any reader of a product can hold them. */
const unprintable = /(?![\u007f-\u009f])\p{Cc}|[\ufffe\uffff]/gu;
/** One kind of blank, none around: non-breaking, thin and zero-width blanks are what copying from other programs leaves. */
export const cleaned = (text: string) =>
  halfWidth(text.toWellFormed())
    .replace(/[\u200b\u2060\ufeff]/g, "")
    .replace(/[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+/g, " ")
    .replace(unprintable, "\ufffd")
    .trim();
/** k. A. in the spellings people use. */
export const saysUnknown = (text: string) => unknowns.test(cleaned(text));

const withoutUnit = (text: string) => {
  const match = /^(€)? ?([-−–+]? ?\d[\d.,' ’]*?) ?([\p{L}€][\p{L}€./-]*)?$/u.exec(text);
  if (match === null) return null;
  const [, currency, amount, unit] = match;
  return (unit === undefined || units.test(unit)) && !(currency !== undefined && unit !== undefined) ? amount! : null;
};

const grouped = [
  {whole: /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/, group: /\./g},
  {whole: /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/, group: /,/g},
  {whole: /^\d{1,3}(?:[ '’]\d{3})+(?:[.,]\d+)?$/, group: /[ '’]/g},
];
/** One separator with three digits behind it can be thousands or decimals. */
const couldBeBoth = /^[1-9]\d{0,2}[.,]\d{3}$/;

const unsigned = (digits: string, whole: boolean): NumberText => {
  // In a count the German thousands dot has only one meaning; a comma there has none.
  if (couldBeBoth.test(digits) && !(whole && digits.includes("."))) return {why: "ambiguous-number"};
  if (/^\d+(?:[.,]\d+)?$/.test(digits) && !couldBeBoth.test(digits)) return {decimal: digits.replace(",", ".")};
  const form = grouped.find((each) => each.whole.test(digits));
  return form === undefined ? {why: "not-a-number"} : {decimal: digits.replaceAll(form.group, "").replace(",", ".")};
};

/** A number as people type it, German or English, with or without unit. `whole`: the field takes whole numbers only. */
export const readNumberText = (raw: string, whole: boolean): NumberText => {
  const text = cleaned(raw).replace(/^'/, "");
  if (saysUnknown(text)) return {unknown: true};
  const amount = withoutUnit(text);
  if (amount === null) return {why: "not-a-number"};
  const negative = /^[-−–]/.test(amount);
  const result = unsigned(amount.replace(/^[-−–+] ?/, ""), whole);
  return negative && "decimal" in result ? {decimal: `-${result.decimal}`} : result;
};
