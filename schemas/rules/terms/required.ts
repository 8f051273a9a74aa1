import {admitted, atEnd, closed, inWork} from "./cases.ts";
import {type Expression, sum, total} from "./expression.ts";

/** Prefilled answers without which nothing can be counted: empty, they are as missing as a core cell. */
export const neededThoughPrefilled: ReadonlySet<string> = new Set([
  "meldungsart",
  "funktion",
  "traeger",
  "einsatz_ags",
  "vzae_bewilligt",
  "ort_name",
  "cm_bestand_anfang",
  "ort_ags",
  "ort_traeger",
  "titel",
  "art",
  "luecke_thema",
  "rechtskreis",
  "quelle",
  "ebene",
  "periode_erst",
  "koop_anfang",
  "eb_anfang",
]);
/** Conditional answers that have a rule of their own (XS-010): an open contract can be released, an empty core cell cannot. */
export const askedElsewhere: ReadonlySet<string> = new Set(["weiterleitung", "eur_weiter_ka", "eur_weiter_fw"]);

const spent = total("T12A", "eur_verausgabt", {ifEmpty: "skip"});
/** A distribution may stay wholly empty only if its reference is 0; while the reference is unknown nothing is asked. */
export const references: Readonly<Record<string, Expression>> = {
  cm_phase: atEnd,
  n_bestand: atEnd,
  n_neu: admitted,
  n_bestand_ort: atEnd,
  thema_faelle: inWork,
  thema_haupt: inWork,
  zugang_n: admitted,
  verweis_n: total("T03", "verweisberatungen"),
  verweis_rueck: total("T06R", "verweis_n", {rows: ["01", "02", "03", "04"]}),
  ende_n: closed,
  dauer_klasse: closed,
  sitzungen: total("T08G", "gruppen_n", {ifEmpty: "skip"}),
  beschluesse: total("T08G", "sitzungen", {ifEmpty: "skip"}),
  eur_abgerufen: total("T12A", "eur_bewilligt", {rows: ["B1"], ifEmpty: "skip"}),
  eur_verausgabt: total("T12A", "eur_bewilligt", {ifEmpty: "skip"}),
  ...Object.fromEntries(["personal", "sach", "prozess", "massnahmen", "dolmetsch"].map((code) => [`eur_${code}`, sum(spent)])),
};

/** Plausible dates by field: fixed days, or counted from the Stichtag in years. */
export const dateRanges: Readonly<Record<string, {readonly from: string | {readonly yearsAfter: number}; readonly until: string | {readonly yearsAfter: number}}>> = {
  besetzung_seit: {from: "2015-01-01", until: {yearsAfter: 0}},
  befristet_bis: {from: "2015-01-01", until: {yearsAfter: 20}},
  freigabe_datum: {from: {yearsAfter: 0}, until: {yearsAfter: 2}},
};
