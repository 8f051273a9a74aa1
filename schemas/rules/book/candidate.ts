import {z} from "zod";
import {type Severity, severityWords} from "../../flow.ts";
import {type Parameter, parameters} from "../../parameters.ts";
import {fromDecimalText} from "../../units.ts";
import {levels} from "../pla/levels.ts";
import {type RuleBook, ruleBook} from "./rule-book.ts";

/** A candidate understood, with what it changes in German words, or what is wrong with it. */
export type Candidate = {readonly book: RuleBook; readonly changes: readonly string[]} | {readonly faults: readonly string[]};

const severities = Object.entries(severityWords) as readonly (readonly [Severity, string])[];
const severityOf = new Map(severities.map(([severity, word]) => [word, severity]));
const units = new Map(parameters.map(({name, unit}): [string, Parameter["unit"]] => [name, unit]));
const ids = new Set(ruleBook.rules.map(({id}) => id));

const ruleId = z.string("erwartet eine Regelnummer wie SUM-001").refine((id) => ids.has(id), {error: ({input}) => `die Regel „${input}“ gibt es nicht`});
const number = z.number("erwartet eine Zahl").nonnegative("erwartet eine Zahl ab 0");
const share = z.number("erwartet eine Zahl").gt(0, "erwartet eine Zahl über 0").lt(1, "erwartet eine Zahl unter 1");
const names = Object.keys(levels) as readonly (keyof typeof levels)[];

/** Parameters in their own unit (Euro, VZÄ, Prozent, Anzahl), levels as in `pla/levels.ts`, severities in German words. */
const schema = z.strictObject({
  parameters: z
    .record(
      z.string().refine((name) => units.has(name), {error: ({input}) => `den Parameter „${input}“ gibt es nicht`}),
      number,
    )
    .default({}),
  pla: z.strictObject(Object.fromEntries(names.map((name) => [name, share.optional()])) as Record<keyof typeof levels, z.ZodOptional<typeof share>>).default({}),
  severity: z.record(ruleId, z.enum(Object.values(severityWords), "erwartet Fehler, Warnung oder Hinweis")).default({}),
  off: z.array(ruleId, "erwartet eine Liste von Regelnummern").default([]),
});

const scaleOf = (name: string) => (["cents", "hundredths"].includes(units.get(name)!) ? 2 : 0);
const exact = (name: string, value: number): bigint | null => {
  try {
    return fromDecimalText(String(value), scaleOf(name));
  } catch {
    return null;
  }
};
const german = (value: number) => String(value).replace(".", ",");

type Deepest = {readonly code: string; readonly message: string; readonly path: readonly PropertyKey[]; readonly keys?: readonly string[]; readonly issues?: readonly Deepest[]};
/** A key of a record that is wrong says so itself. */
const faultsOf = (issue: Deepest): string[] => {
  if (issue.code === "invalid_key") return (issue.issues ?? []).map(({message}) => `${issue.path.slice(0, -1).join(".")}: ${message}`);
  if (issue.code === "unrecognized_keys") return (issue.keys ?? []).map((key) => `„${[...issue.path, key].join(".")}“ ist nicht vorgesehen`);
  return [`${issue.path.join(".") || "Datei"}: ${issue.code === "invalid_type" && issue.path.length === 0 ? "erwartet ein JSON-Objekt" : issue.message}`];
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Reads a candidate for the rule book from JSON: what it does not name stays as it is. */
export const candidateOf = (text: string): Candidate => {
  const raw = parsed(text);
  if (raw === undefined) return {faults: ["die Datei ist kein JSON"]};
  const result = schema.safeParse(raw);
  if (!result.success) return {faults: result.error.issues.flatMap((issue) => faultsOf(issue as Deepest))};
  const {parameters: values, pla, severity, off} = result.data;
  const amounts = Object.entries(values).map(([name, value]) => ({name, value: exact(name, value), typed: value}));
  const odd = amounts.filter(({value}) => value === null);
  if (odd.length > 0) return {faults: odd.map(({name}) => `parameters.${name}: erwartet ${scaleOf(name) === 2 ? "höchstens zwei Nachkommastellen" : "eine ganze Zahl"}`)};
  const replaced = new Map(amounts.map(({name, value}) => [name, value!]));
  const limits = Object.entries(pla).filter((entry): entry is [string, number] => entry[1] !== undefined);
  return {
    book: {
      rules: ruleBook.rules.filter(({id}) => !off.includes(id)).map((rule) => (severity[rule.id] === undefined ? rule : {...rule, severity: severityOf.get(severity[rule.id]!)!})),
      parameterAt: (name, halfYear) => replaced.get(name) ?? ruleBook.parameterAt(name, halfYear),
      levels: {...levels, ...Object.fromEntries(limits)},
    },
    changes: [
      ...amounts.map(({name, typed}) => `${name} = ${german(typed)}`),
      ...limits.map(([name, value]) => `pla.${name} = ${german(value)} (bisher ${german(levels[name as keyof typeof levels])})`),
      ...Object.entries(severity).map(([id, word]) => `${id} als ${word}`),
      ...off.map((id) => `${id} aus`),
    ],
  };
};
