import {z} from "zod";

export type Time = "stock" | "flow";
/** Along what a figure may be summed up. What does not add has no aggregate but a declared one. */
export type Additive = {places: boolean; bodies: boolean; halfYears: boolean};
export type FieldKind = "count" | "signed" | "posts" | "euro" | "decimal" | "code" | "place" | "halfYear" | "date" | "text" | "mark";

/** One figure or answer of the form, described once; template, checks, tables and codebook name it and never describe it again. */
export type Field = {
  readonly kind: FieldKind;
  readonly label: string;
  readonly definition: string;
  readonly unit: string;
  /** Decimal places kept: a value is an integer of 10^-scale units (Fälle 0, VZÄ 2, Euro 2). */
  readonly scale: 0 | 2;
  readonly time?: Time;
  readonly additive: Additive;
  /** Limits in the field's unit; `step` is the smallest difference that can be entered. */
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  readonly maxLength?: number;
  readonly list?: string;
  /**
   * What an empty cell of a list means that stands in a column with numbers, in a row that is used: `zero` for what most rows have none of, so that people write
   * only what there was. Left out: the cell was forgotten or is not known, and nothing may be made of it. A column without any number says nothing either way.
   */
  readonly blankBesideNumbers?: "zero";
  /** Half-years in which the question is asked at all; outside them the figure is `not_asked`. */
  readonly since?: string;
  readonly until?: string;
  /** S0–S4 and W# are programme documents and public pages, V is a proposal of this project. */
  readonly source: string;
  /** Wire form: integers, decimal strings, codes. */
  readonly schema: z.ZodType;
};

type Described = {label: string; definition: string; source: string; since?: string; until?: string};
type Measured = Described & {time: Time; additive?: Additive};
type Numeric = Measured & {unit: string; max?: number; step?: number};

/** Medians and other values of single bodies: no sum means anything. */
export const nowhere: Additive = {places: false, bodies: false, halfYears: false};
/** Different persons within a half-year: the same person may come back in the next one. */
export const notOverTime: Additive = {places: true, bodies: true, halfYears: false};

const usual = (time: Time | undefined): Additive => ({places: true, bodies: true, halfYears: time === "flow"});
const decimalText = (scale: number) => z.string().regex(new RegExp(`^-?\\d+\\.\\d{${scale}}$`));
const described = (schema: z.ZodType, field: Omit<Field, "schema">): Field => ({...field, schema: schema.meta({...field})});
const answer = (schema: z.ZodType, field: Omit<Field, "schema" | "unit" | "scale" | "additive">): Field => described(schema, {unit: "", scale: 0, additive: nowhere, ...field});

/** Whole number from 0 on. */
export const count = ({additive, ...field}: Measured & {unit: string; blankBesideNumbers?: "zero"}): Field => described(z.int().min(0), {kind: "count", scale: 0, min: 0, additive: additive ?? usual(field.time), ...field});
/** Whole number, a decrease with minus. */
export const signed = (field: Measured & {unit: string}): Field => described(z.int(), {kind: "signed", scale: 0, additive: usual(field.time), ...field});
/** Posts in full-time equivalents (VZÄ), in hundredths. */
export const posts = (field: Numeric): Field => described(decimalText(2), {kind: "posts", scale: 2, min: 0, additive: usual(field.time), ...field});
/** Euro, in cents. */
export const euro = (field: Measured): Field => described(decimalText(2), {kind: "euro", scale: 2, min: 0, unit: "€", additive: usual(field.time), ...field});
/** Months, days, hours: kept in hundredths. */
export const decimal = ({additive, ...field}: Numeric): Field => described(decimalText(2), {kind: "decimal", scale: 2, min: 0, additive: additive ?? usual(field.time), ...field});
/** An entry of a code list, shown as "code label". */
export const code = (field: Described & {list: string; time?: Time}): Field => answer(z.string(), {kind: "code", ...field});
/** An eight-digit municipality key (AGS). */
export const place = (field: Described & {time?: Time}): Field => answer(z.string().regex(/^\d{8}$/), {kind: "place", ...field});
export const halfYear = (field: Described): Field => answer(z.string().regex(/^\d{4}-H[12]$/), {kind: "halfYear", ...field});
export const date = (field: Described & {time?: Time}): Field => answer(z.iso.date(), {kind: "date", ...field});
export const text = (field: Described & {maxLength?: number; time?: Time}): Field => answer(z.string(), {kind: "text", ...field});
/** An x, or an empty cell. */
export const mark = (field: Described & {time?: Time}): Field => answer(z.boolean(), {kind: "mark", ...field});
