import type {FigureStatus} from "./gaps.ts";
import type {HalfYear} from "./half-year.ts";
import type {SealedPresets} from "./layouts/presets.ts";

/** The nouns that travel down the house. Numbers in cells are integers of 10^-scale units of their field. */

export type Severity = "error" | "warning" | "note";
/** German words for severities, in labels and messages only. */
export const severityWords: Readonly<Record<Severity, string>> = {error: "Fehler", warning: "Warnung", note: "Hinweis"};

/** What one cell of a workbook shows and holds, before any meaning is given to it. */
export type SheetCell = {
  /** As the cell shows it, without surrounding blanks. */
  readonly text: string;
  readonly typed: {number: number} | {text: string} | {date: string} | {boolean: boolean} | {error: string} | {empty: true};
  readonly formula?: string;
};
/** A worksheet: cells by A1 address; hidden rows and merged areas as the file says. */
export type Sheet = {
  readonly title: string;
  readonly hidden: boolean;
  readonly cells: ReadonlyMap<string, SheetCell>;
  readonly merged: readonly string[];
  readonly hiddenRows: readonly number[];
};

/**
 * How a declared cell was understood:
 * `number`, `code`, `text`, `date`, `mark` hold a value; `implied` is the zero of an empty cell in a filled distribution, or in a column of numbers where its field says so;
 * `unknown` is k. A.; `empty`; `not_asked` and `not_applicable` are empty by the form's own rules; `invalid` could not be understood (see `why`).
 */
export type CellState = "number" | "code" | "text" | "date" | "mark" | "implied" | "unknown" | "empty" | "not_asked" | "not_applicable" | "invalid";
/** Why a cell is invalid. */
export type Invalid = "fraction" | "decimals" | "not-a-number" | "ambiguous-number" | "not-a-date" | "not-in-list" | "not-a-key" | "not-a-mark" | "cell-error";

/** A declared cell of a submission with its address. Totals and computed cells travel along (`part`), they are compared, never counted. */
export type Cell = {
  readonly table: string;
  readonly field: string;
  /** `-`, a code, a local number, or dimensions joined by comma: `ALT=A4,GES=w`. */
  readonly row: string;
  readonly sheet: string;
  readonly address: string;
  readonly part: "input" | "key" | "total" | "computed";
  readonly state: CellState;
  readonly text: string;
  /** For `number` and `implied`: integer of 10^-scale units. */
  readonly value: bigint | null;
  /** For `code`, `date`, `mark` (`x`), place and half-year answers and free text: the typed, cleaned value. */
  readonly code: string | null;
  readonly why?: Invalid;
};

/** What the reader settled or could not settle, with the place; rules of area STR, TYP-008 and CL-003 turn remarks into findings. */
export type Remark = {
  readonly kind:
    | "unreadable"
    | "missing-cover-row"
    | "missing-sheet"
    | "missing-column"
    | "unknown-sheet"
    | "unknown-column"
    | "formula"
    | "external-link"
    | "macro"
    | "embedded-object"
    | "property-names"
    | "lost-zero"
    | "label-read"
    | "duplicate-key"
    | "cell-error";
  readonly at: Place;
  /** The table concerned, where a sheet has several. */
  readonly table?: string;
  readonly field?: string;
  readonly found: string;
  readonly expected: string;
};

/**
 * Where the reader did something else than reading the template as it was issued, in German: what it found, what it took that for, what the template has there.
 * `certain`: it cannot be wrong about a value; else the sender confirms it before the return counts. What is not clear is no repair but a remark: it is asked.
 */
export type Repair = {
  readonly kind:
    | "sheet"
    | "sheet-order"
    | "sheet-copy"
    | "table"
    | "column"
    | "heading"
    | "missing"
    | "rows"
    | "total"
    | "merged"
    | "hidden"
    | "text-number"
    | "format"
    | "template";
  readonly at: Place;
  readonly field?: string;
  readonly found: string;
  readonly readAs: string;
  readonly template: string;
  readonly certain: boolean;
};

/** What holds a text that is in no cell; a text without carrier stands in a cell or is the title of a sheet. */
export type TextCarrier =
  | "comment"
  | "text-box"
  | "chart"
  | "header"
  | "input-help"
  | "range-name"
  | "properties"
  | "pivot"
  | "link"
  | "table"
  | "connection"
  | "unused"
  | "formula"
  | "style"
  | "container"
  | "binary"
  | "part";
/** A text outside every declared cell: beside the tables, in unknown columns and sheets, in comments, text boxes, headers and titles of sheets. It is screened for personal data and nothing else. */
export type LooseText = {readonly at: Place; readonly text: string; readonly carrier?: TextCarrier};

/** A workbook, read: identity as it says of itself, every declared cell, all remarks. `form` is null if it is not one of our forms. */
export type Reading = {
  readonly format: string;
  readonly form: string | null;
  readonly body: string | null;
  readonly halfYear: HalfYear | null;
  /** V full return, F explicit empty return (Fehlanzeige). */
  readonly returnKind: "V" | "F" | null;
  /** The workbook says of itself that it is invented sample data; everything made of it says so too. */
  readonly synthetic: boolean;
  readonly cells: readonly Cell[];
  readonly remarks: readonly Remark[];
  readonly repairs: readonly Repair[];
  /** What the form carries of what the Land knew when it went out (sheet `_Vorgaben`); null where it has no such sheet. Trust it only after the signature was checked. */
  readonly presets?: SealedPresets | null;
  /** Titles of its sheets in their order: a place outside the tables is named by the number of its sheet. */
  readonly sheets?: readonly string[];
  /** Only while the file is being checked; never kept. */
  readonly loose?: readonly LooseText[];
};

export type Place = {readonly sheet: string; readonly cell: string} | {readonly sheet: string} | {readonly file: true};

/** The likely right value of a cell, where a rule knows it; nothing is written unless the sender accepts it. `text` says in German what and why. */
export type Proposal = {
  readonly sheet: string;
  readonly cell: string;
  /** A decimal text with a dot, or the text of the cell. */
  readonly value: {readonly number: string} | {readonly text: string};
  readonly text: string;
};

/** One fault, question or note, with an address the sender can click on. `message` is plain German and says what to do. */
export type Finding = {
  readonly rule: string;
  readonly severity: Severity;
  readonly at: Place;
  readonly field: string | null;
  /** Row key of the cell, where there is one: explanations hang on field and row, not on the address. */
  readonly row: string | null;
  readonly found: string;
  readonly expected: string;
  readonly message: string;
  readonly proposal?: Proposal;
  /** The reason why the KfI released this error: it no longer blocks. */
  readonly released?: string;
  /** What the body says about it, and where: on sheet 13, by an entry of its own, or carried over from an earlier return with the same value. */
  readonly explanation?: {readonly text: string; readonly from: "sheet" | "event" | "carried"};
};

export type Verdict = "accepted" | "accepted-with-warnings" | "rejected";
/** All that checking one file against bytes and rule version alone can say. */
export type Checked = {readonly verdict: Verdict; readonly findings: readonly Finding[]; readonly notCheckable: readonly {rule: string; reason: string}[]};

/** When a file came and when we wrote it down (ISO instants); the bytes are known by their SHA-256. */
export type Receipt = {readonly sha256: string; readonly size: number; readonly format: string; readonly received: string; readonly recorded: string};

/** One published number or its gap. */
export type Figure = {readonly value: bigint; readonly status: "known"} | {readonly value: null; readonly status: Exclude<FigureStatus, "known">};

export type Audience = "controlling" | "body" | "research" | "public";
declare const seal: unique symbol;
/** Rows that passed disclosure control for an audience. Only pipelines/protect can make one; export takes nothing else. */
export type Protected<A extends Audience, Row> = {readonly audience: A; readonly table: string; readonly rows: readonly Row[]; readonly [seal]: true};
