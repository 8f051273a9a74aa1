/**
 * What gives a number away without any arithmetic.
 * `format`: two files of one product differ. `plan`: a file, column or row nobody planned. `gap`: a number beside a status that says there is none.
 * `ghost`: a value in the bytes of a file that no cell shows. `metadata`: more is said about a file than the plan has.
 * `page`: a page prints something else than the product. `sum`: a list with a total gives a withheld part away. `chart`: a number in a picture that its data do not hold.
 */
export type LeakKind = "format" | "plan" | "gap" | "ghost" | "metadata" | "page" | "sum" | "chart";
/** A leak with its place: the file (relative to the folder attacked), the table, the cell as `figure · half-year · area · codes`. All German where a reader sees it. */
export type Leak = {
  readonly kind: LeakKind;
  readonly file: string;
  readonly table: string;
  readonly cell: string;
  readonly found: string;
  readonly expected: string;
};
