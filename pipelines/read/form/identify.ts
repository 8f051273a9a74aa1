import {findBody} from "../../../schemas/codes/bodies.ts";
import type {Sheet} from "../../../schemas/flow.ts";
import type {HalfYear} from "../../../schemas/half-year.ts";
import type {Form} from "../../../schemas/layouts/layout.ts";
import type {Workbook} from "../sheets.ts";
import {readBodyKey, readHalfYear} from "../values/keys.ts";
import {folded} from "./title.ts";

/** What a workbook says it is. The form stands in it three times: visible on the cover, in the sheet `_meta`, in the document properties. */
export type Identity = {
  readonly version: string;
  readonly form: Form;
  readonly body: string | null;
  readonly halfYear: HalfYear | null;
  readonly synthetic: boolean;
  /** What the template was issued for, where one does not see it: document properties and `_meta`, as far as they are there. */
  readonly issuedFor: readonly Readonly<Record<string, string>>[];
};

const hiddenSheet = (sheets: readonly Sheet[]): Record<string, string> => {
  const meta = sheets.find(({title}) => title === "_meta");
  const rows = Array.from({length: 20}, (_, i) => [meta?.cells.get(`A${i + 1}`)?.text, meta?.cells.get(`B${i + 1}`)?.text] as const);
  return Object.fromEntries(rows.flatMap(([name, value]) => (name && value ? [[name, value]] : [])));
};

/** Fields of the cover questions of all forms, by their words as printed and as meant. */
type Questions = {readonly printed: ReadonlyMap<string, string>; readonly meant: ReadonlyMap<string, string>};
const known = new WeakMap<readonly Form[], Questions>();
const questionsOf = (forms: readonly Form[]): Questions => {
  const before = known.get(forms);
  if (before !== undefined) return before;
  const questions = forms.flatMap(({tables}) => tables[0]!.columns).flatMap(({field, title}) => (field ? [[title, field] as const] : []));
  const made = {printed: new Map(questions), meant: new Map(questions.map(([title, field]) => [folded(title), field]))};
  known.set(forms, made);
  return made;
};
const next = (letter: string) => String.fromCharCode(letter.charCodeAt(0) + 1);
/** Answers beside the questions of the cover, wherever they stand in a sheet. */
const answersIn = ({cells}: Sheet, fieldOf: (text: string) => string | undefined): Record<string, string> =>
  Object.fromEntries(
    [...cells].flatMap(([address, {text}]) => {
      const field = fieldOf(text);
      const answer = cells.get(`${next(address[0]!)}${address.slice(1)}`)?.text;
      return field && answer ? [[field, answer]] : [];
    }),
  );
const coverBy = (sheets: readonly Sheet[], fieldOf: (text: string) => string | undefined) => {
  for (const sheet of sheets) {
    const answers = answersIn(sheet, fieldOf);
    if ("melde_key" in answers || "periode" in answers) return answers;
  }
  return null;
};
const cover = (sheets: readonly Sheet[], {printed, meant}: Questions) =>
  coverBy(sheets, (text) => printed.get(text)) ?? coverBy(sheets, (text) => (text.length > 100 ? undefined : meant.get(folded(text)))) ?? {};

/** The form of that version; of an unknown version, the one that was valid. */
const formOf = (forms: readonly Form[], version: string | undefined, halfYear: HalfYear | null): Form =>
  forms.find((form) => form.version === version) ??
  (halfYear === null
    ? undefined
    : forms.findLast(({validFrom, validUntil}) => validFrom <= halfYear && (validUntil === undefined || halfYear <= validUntil))) ??
  forms.at(-1)!;

/** Recognises our form and whose it is; what the sender sees counts before what is hidden. Null: some other workbook. */
export const identify = ({sheets, properties}: Workbook, forms: readonly Form[]): Identity | null => {
  const visible = cover(sheets, questionsOf(forms));
  const meta = hiddenSheet(sheets);
  const told = {...properties, ...meta, ...visible};
  const version = told["formular_version"];
  if (!version?.startsWith("KIM-MB") && !("melde_key" in visible && "periode" in visible)) return null;
  const body = readBodyKey(told["melde_key"] ?? "")?.key ?? null;
  const halfYear = (readHalfYear(told["periode"] ?? "")?.key ?? null) as HalfYear | null;
  return {
    version: version ?? "",
    form: formOf(forms, version, halfYear),
    body: body !== null && findBody(body) ? body : null,
    halfYear,
    synthetic: (told["synthetic"] ?? "nein") !== "nein",
    issuedFor: [meta, properties].filter((source) => "periode" in source || "melde_key" in source),
  };
};
