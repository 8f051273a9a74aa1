import type {HalfYear} from "./half-year.ts";

/** Values of one row of a table: by field name, in wire form (decimal string, code, AGS, ISO date, `x`, text, `k. A.`). */
export type FilledRow = {
  /** Row key as in the layouts (`KO-01`, `E01`, `05334004`, `ABH:05334000`, `LG`, `B1`); `-` for the questions of a field list. */
  readonly key: string;
  /**
   * A column with a key of its own is named by field and key: `n_bestand,GES=w`, `n_bestand_ort,NAG=UKR`;
   * the cost types of 12_Finanzen by the Baustein of the column: `B1`.
   */
  readonly values: Readonly<Record<string, string>>;
};
/** Rows by table id (`T03`); the rows of a list in the order in which they stand. */
export type FilledTables = Readonly<Record<string, readonly FilledRow[]>>;

/** Posts (VZÄ) and euros of the calendar year, as decimal strings. */
export type Approval = {readonly vzae: string; readonly euro: string};

/** What is known of a body before it fills in a form. Plain data, JSON-able. */
export type Prefill = {
  /** Approved for the calendar year by Baustein; B1 includes the Verwaltungsassistenz. */
  readonly approvals: Readonly<Partial<Record<"B1" | "B2" | "B3", Approval>>>;
  /**
   * What is carried over into the form: T01 and T01Z (cover, target groups), T02 (posts), T03 (sites with opening stocks), T08G, T08A, T08K, T08Q,
   * T09 (open gaps), T10A and T10E (authorities with opening stocks), T11 (municipalities), T13 (explanations given before). Only columns of status `prefilled` are taken.
   */
  readonly rows: FilledTables;
  /** Figures of the previous accepted half-year, for comparison only (sheet `_Vorgaben`, column N of 09, column D of 12). */
  readonly previous: {
    readonly halfYear: string | null;
    /** Closing stock by site. */
    readonly sites: Readonly<Record<string, string>>;
    /** Open applications by AGS of the naturalisation authority. */
    readonly naturalisation: Readonly<Record<string, string>>;
    /** Status code by gap number. */
    readonly gaps: Readonly<Record<string, string>>;
    /** Spent in the first half-year by Baustein; only for a second half-year. */
    readonly spent: Readonly<Partial<Record<"B1" | "B2" | "B3", string>>>;
    /** By name of the cell in `_Vorgaben`: V_KOOP_ENDE, V_LG_VOR, V_PB_VOR, V_NEU_VOR, V_BER_VOR, V_VZM_CM_VOR, V_VZM_B3_VOR. */
    readonly figures: Readonly<Record<string, string>>;
  };
};

/** For a first return: nothing is known. */
export const emptyPrefill: Prefill = {approvals: {}, rows: {}, previous: {halfYear: null, sites: {}, naturalisation: {}, gaps: {}, spent: {}, figures: {}}};

/** Which form for whom, with what is known already. `synthetic` marks every sheet as sample data. */
export type TemplateRequest = {
  readonly body: string;
  readonly halfYear: HalfYear;
  readonly version: number;
  readonly prefill: Prefill;
  readonly synthetic: boolean;
};
