/** Who fills a cell, and whether it may stay empty. */
export type Status = "core" | "conditional" | "optional" | "prefilled" | "computed" | "key";

/** A column of a table, or one question of a field list (then `row` is set). */
export type Column = {
  readonly letter: string;
  readonly row?: number;
  /** The printed title, unit included; the reader finds the column by it. */
  readonly title: string;
  readonly role?: "key" | "display";
  /** Field name; `eur_{code}` takes the code of the row. */
  readonly field?: string;
  /** What the total of a column is called whose rows each have a field of their own. */
  readonly totalField?: string;
  /** Appended to the row key (`,GES=w`), or the whole row key where the row names the field. */
  readonly key?: string;
  readonly status: Status;
  /** In the form's own words, e.g. `H<G`; the conditions are spelled out in conditions.ts. */
  readonly condition?: string;
  /** Input help where it differs from the field's definition. */
  readonly help?: string;
};

/** Rows of the origin table: fixed keys, or free rows chosen from a code list. */
export type RowBlock = {readonly rows: readonly [number, number]; readonly prefix: string} & ({readonly keys: readonly string[]} | {readonly free: string});

/** One table of the form: a field list (questions), a matrix with fixed rows, or a list that grows. */
export type Table = {
  readonly id: string;
  readonly sheet: string;
  readonly title: string;
  readonly kind: "questions" | "matrix" | "list";
  readonly headerRow: number;
  /** Field lists: the title above the answers. */
  readonly answer?: string;
  readonly totalRow?: number;
  /** First and last data row. */
  readonly rows: readonly [number, number];
  /** Matrix rows: the codes of a list in order (or `only` these), row key = prefix + code; `totalled`: how many rows enter the total. */
  readonly codes?: {readonly list: string; readonly prefix: string; readonly only?: readonly string[]; readonly totalled?: number};
  readonly fixed?: readonly RowBlock[];
  /** What the key column of a list holds: `stelle_id`, `ort_key`, `luecke_id`, `ka_ags`, `ABH:AGS`, `EBH:AGS`, `Zeile`. */
  readonly rowKey?: string;
  readonly columns: readonly Column[];
  /** Asked only in this half of the year. */
  readonly onlyIn?: "H2";
  /** Asked only of bodies with municipalities of their own (Kreise, StädteRegion). */
  readonly onlyFor?: "kreis";
  /** A full return without a row: usually a known nothing; where no row means that nobody could be asked, the question does not apply. */
  readonly emptyMeans?: "not_applicable";
  readonly note?: string;
};

/** One issued version of the form. Versions are never edited after they went out; a new one is a new file. */
export type Form = {readonly version: string; readonly validFrom: string; readonly validUntil?: string; readonly tables: readonly Table[]};
