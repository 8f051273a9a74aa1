import {type Body, bodies, bodyOf} from "../../schemas/codes/bodies.ts";
import {stichtag, type HalfYear} from "../../schemas/half-year.ts";
import {hasTable} from "./products/given.ts";
import type {Row} from "./products/product.ts";
import type {Products} from "./view.ts";

/** Where a return stands: accepted in time or late, only refused files so far, one that is set aside because nothing could be built with it, nothing, or (without the register) none that counts, for whatever reason. */
export type ReturnState = "in-time" | "late" | "rejected" | "set-aside" | "missing" | "uncounted";
/** The return of one body for one half-year, as the register has it. Days are ISO dates. */
export type ReturnEntry = {
  readonly body: Body;
  readonly state: ReturnState;
  readonly received: string | null;
  readonly first: string | null;
  readonly version: bigint | null;
  readonly versions: bigint;
  readonly empty: boolean;
  readonly deadline: string | null;
};

const notCounted = (state: unknown): ReturnState => (state === "rejected" || state === "set-aside" ? state : "missing");
const registered = (body: Body, row: Row): ReturnEntry => {
  const state = row["state"] === "counted" ? (row["in_time"] === true ? "in-time" : "late") : notCounted(row["state"]);
  const text = (name: string) => (row[name] as string | null | undefined) ?? null;
  return {
    body,
    state,
    received: text("received"),
    first: text("first_received"),
    version: (row["version"] as bigint | null) ?? null,
    versions: (row["versions"] as bigint | null) ?? 0n,
    empty: row["return_kind"] === "F",
    deadline: text("deadline"),
  };
};
/** Without the register: whether a return counts and came in time, nothing about days, versions and refused files. */
const counted = (body: Body, row: Row): ReturnEntry => ({
  body,
  state: row["meldungen_count"] !== 1n ? "uncounted" : row["fristgerecht_count"] === 1n ? "in-time" : "late",
  received: null,
  first: null,
  version: null,
  versions: 0n,
  empty: row["fehlanzeigen_count"] === 1n,
  deadline: null,
});
/** Of all 54, in the order of their keys; what the audience does not get is null. */
export const returnsOf = (products: Products, halfYear: string): ReturnEntry[] => {
  const [table, entry] = hasTable(products, "return_register") ? (["return_register", registered] as const) : (["returns", counted] as const);
  return bodies.map((body) => entry(body, products.product(table).at(halfYear, "body", body.key)[0] ?? {}));
};

/** A file that came in, in the order of coming. */
export type FileEntry = {
  readonly body: Body;
  readonly submission: string;
  readonly version: bigint | null;
  readonly received: string;
  readonly verdict: string;
  readonly counts: boolean;
  readonly format: string;
  readonly errors: bigint;
  readonly warnings: bigint;
  readonly notes: bigint;
};
export const filesOf = ({product}: Products, halfYear: string, body?: string): FileEntry[] =>
  product("submission_register")
    .rows.filter((row) => row["half_year"] === halfYear && (body === undefined || row["area"] === body))
    .map(
      (row): FileEntry => ({
        body: bodyOf(row["area"] as string),
        submission: row["submission"] as string,
        version: (row["version"] as bigint | null) ?? null,
        received: (row["received"] as string | null) ?? "",
        verdict: row["verdict"] as string,
        counts: row["counts"] === true,
        format: (row["format"] as string | null) ?? "",
        errors: (row["fehler_count"] as bigint | null) ?? 0n,
        warnings: (row["warnungen_count"] as bigint | null) ?? 0n,
        notes: (row["hinweise_count"] as bigint | null) ?? 0n,
      }),
    )
    .toSorted((a, b) => (a.received < b.received ? -1 : a.received > b.received ? 1 : a.submission < b.submission ? -1 : 1));

const day = 86_400_000;
/** Days after the end of the half-year. */
export const daysAfter = (halfYear: HalfYear, date: string): number => Math.round((Date.parse(date.slice(0, 10)) - Date.parse(stichtag(halfYear))) / day);
export const dateAfter = (halfYear: HalfYear, days: number): string => new Date(Date.parse(stichtag(halfYear)) + days * day).toISOString().slice(0, 10);
