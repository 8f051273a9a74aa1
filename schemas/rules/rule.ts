import type {FieldKind} from "../fields/field.ts";
import type {ContextPart} from "../context.ts";
import type {Remark, Severity} from "../flow.ts";
import type {Cells, Expression, Where} from "./terms/expression.ts";

export type Area = "STR" | "TYP" | "CL" | "SUM" | "XS" | "XP" | "PRG" | "PLA" | "DS";
export type Relation = "equals" | "atMost" | "atLeast" | "multipleOf";

/** A difference is forgiven while it stays within any of the limits given: hundredths, or percent of the right side. */
export type Tolerance = {readonly absolute?: bigint; readonly percent?: bigint};

/** What a comparison is made for: once for a return, for each row of a table, for each row it had in the half-year before and lacks now, or for each cell of some kinds or fields. */
export type Each = "once" | {readonly rowsOf: string} | {readonly missingRowsOf: string} | {readonly cellsOf: {readonly kinds?: readonly FieldKind[]; readonly fields?: readonly string[]}};

/**
 * When a comparison is made at all: a half of the year, bodies with municipalities (sheet 11) or without, codes and emptiness in this row, another comparison that holds, or so many half-years
 * accepted before (where the history is not known, one counts as enough).
 */
export type When =
  | {readonly half: 1 | 2}
  | {readonly municipal: boolean}
  | {readonly reportedBefore: number}
  | {readonly table: string; readonly row: Where}
  | {readonly table: string; readonly field: string; readonly empty: true}
  | {readonly left: Expression; readonly relation: Relation; readonly right: Expression};

/** What a placeholder of the message shows: fixed words, a number, a share (numerator, denominator) in percent, a ratio, the code of a cell, or the words of what is zero. */
export type Fill =
  | string
  | Expression
  | {readonly percent: readonly [Expression, Expression]}
  | {readonly ratio: readonly [Expression, Expression]}
  | {readonly codeOf: Cells}
  | {readonly parameter: string}
  | {readonly lacking: readonly (readonly [Expression, string])[]};

/** Left side, relation, right side: what must hold. `at` is the cell the sender should look at. */
export type Check = {
  readonly each: Each;
  readonly when?: readonly When[];
  /** What this comparison needs beside the file, where the rule says something without it too. */
  readonly needs?: readonly ContextPart[];
  readonly left: Expression;
  readonly relation: Relation;
  readonly right: Expression;
  readonly tolerance?: Tolerance;
  readonly at?: Cells;
  readonly fill?: Readonly<Record<string, Fill>>;
  /** Message of the warning it is where it held against what counted when this return came in: the half-year before was corrected later. */
  readonly laterCorrected?: string;
  /** Where one rule has two ways to be broken. */
  readonly message?: string;
};

/** What only code can say: file shape, codes and places, text patterns. The name is implemented in pipelines/check. */
export type TestName =
  | "account"
  | "no-previous-return"
  | "version-used"
  | "gap-titles"
  | "published-figures"
  | "unchanged-sheets"
  | "withheld-small"
  | "withheld-partner"
  | "deadline"
  | "changed"
  | "vanished"
  | "unusual"
  | "unlike-peers"
  | "cover"
  | "form-version"
  | "body-known"
  | "empty-return"
  | "core-cells"
  | "unknown-core"
  | "date-range"
  | "code-validity"
  | "territory"
  | "aachen"
  | "sheet-11"
  | "personal-data"
  | "personal-mailbox"
  | "doubtful-repairs"
  | "certain-repairs";

/** One rule: one name, one place. Verdict, message, later the Excel formula and the mutants all derive from it. */
export type Rule = {
  readonly id: string;
  readonly severity: Severity;
  /** An error the KfI can release, so that a truthful return is never blocked. Warnings are answered on sheet 13. */
  readonly releasable: boolean;
  readonly title: string;
  /** German, with placeholders: {zelle} {blatt} {zeile} {feld} {wert} {id} {gefunden} {erwartet} and those of `fill`. */
  readonly message: string;
  /** Why the rule exists, in one plain German sentence. */
  readonly why: string;
  /** S# programme documents, W# public pages, V own proposal. */
  readonly basis: string;
  readonly formulaPossible: "ja" | "teilweise" | "nein";
  readonly validFrom?: string;
  readonly validUntil?: string;
  /** Also for an explicit empty return (Fehlanzeige). */
  readonly inEmptyReturn?: true;
  /** The test is also made of a file that is none of our forms. */
  readonly inForeignFile?: true;
  readonly checks?: readonly Check[];
  /** What the reader could not settle, or settled and tells. */
  readonly remarks?: readonly Remark["kind"][];
  /** Cells of these kinds that hold something which could not be understood. */
  readonly invalid?: readonly FieldKind[];
  readonly test?: TestName;
  /** Needs more than the file: these parts of the context. Such a rule runs when they are known, else it stands under *nicht prüfbar* with the reason. */
  readonly needs?: readonly ContextPart[];
};

type Written = Omit<Rule, "id" | "severity" | "releasable"> & {readonly releasable?: true};
const written =
  (severity: Severity) =>
  (id: string, {releasable, ...rest}: Written): Rule => ({id, severity, releasable: releasable ?? false, ...rest});

/** The return is not accepted until this is put right (or released). */
export const error = written("error");
/** Accepted; a sentence on sheet 13 explains it. */
export const warning = written("warning");
/** Nothing has to be done. */
export const note = written("note");
