import {type HalfYear, stichtag} from "./half-year.ts";

/** A dated programme parameter. Amounts in cents, posts in hundredths, shares in percent, counts as they are. */
export type Parameter = {
  readonly name: string;
  readonly from: string;
  readonly until: string | null;
  readonly value: bigint;
  readonly unit: "cents" | "hundredths" | "percent" | "count" | "days";
  readonly source: string;
};

const p = (name: string, from: string, until: string | null, value: bigint, unit: Parameter["unit"], source: string): Parameter => ({
  name,
  from,
  until,
  value,
  unit,
  source,
});

/** One row a line; a change is a new line, never an edit. Sources as in the codebook (S# programme documents, W# public pages, V own proposal). */
export const parameters: readonly Parameter[] = [
  p("foerderbetrag_ko", "2021-01-01", "2022-12-31", 55_000_00n, "cents", "W1"),
  p("foerderbetrag_ko", "2023-01-01", null, 57_000_00n, "cents", "W1, W17"),
  p("foerderbetrag_va", "2021-01-01", null, 45_000_00n, "cents", "W1: 22.500 € für 0,5 VZÄ"),
  p("foerderbetrag_cm", "2021-01-01", "2022-12-31", 55_000_00n, "cents", "S2, W6"),
  p("foerderbetrag_cm", "2023-01-01", null, 57_000_00n, "cents", "W17"),
  p("foerderbetrag_b3", "2021-01-01", null, 50_000_00n, "cents", "S0: 37.500 € für 0,75 VZÄ"),
  p("arbeitsplatzpauschale", "2021-01-01", "2022-12-31", 9_700_00n, "cents", "W1"),
  p("arbeitsplatzpauschale", "2023-01-01", null, 5_700_00n, "cents", "W1"),
  p("ko_max_kreis", "2021-01-01", null, 350n, "hundredths", "S0"),
  p("ko_max_stadt", "2021-01-01", null, 200n, "hundredths", "S3: Hagen 2,5 einschließlich 0,5 Verwaltung; W20 widerspricht"),
  p("ko_je_kommune", "2021-01-01", null, 100n, "hundredths", "S0, W1"),
  p("ko_min_anteil", "2021-01-01", null, 50n, "hundredths", "S0"),
  p("va_max", "2021-01-01", null, 50n, "hundredths", "S0, W1"),
  p("b3_stufe", "2021-01-01", null, 25n, "hundredths", "S0: 0,75 und 0,5 VZÄ; W17, W18: auch 1,5 und 2 VZÄ"),
  p("prozessbegleitung_max", "2021-01-01", null, 600n, "hundredths", "S3: 6 Tagewerke je Standort und Jahr"),
  p("frist_h1_tag", "2021-01-01", null, 731n, "count", "V: 31. Juli, als MTT"),
  p("frist_h2_tag", "2021-01-01", null, 131n, "count", "V: 31. Januar des Folgejahres, als MTT"),
  p("nachfrist_tage", "2021-01-01", null, 0n, "days", "V"),
  p("veroeffentlichung_tage", "2021-01-01", null, 60n, "days", "V: so lange nach der Frist wird ein Halbjahr veröffentlicht"),
  p("ka_grenze", "2021-01-01", null, 10n, "percent", "V"),
  p("sonstige_grenze", "2021-01-01", null, 15n, "percent", "V"),
  p("anteil_mindestbasis", "2021-01-01", null, 20n, "count", "V"),
  p("fz_min", "2021-01-01", null, 5n, "count", "V, Größenordnung nach W4, W5, S1: CM-Fälle je besetzter VZÄ"),
  p("fz_max", "2021-01-01", null, 50n, "count", "V, Größenordnung nach W4, W5, S1: CM-Fälle je besetzter VZÄ"),
  p("personen_je_fall_max", "2021-01-01", null, 8n, "count", "V; S1 nennt 2 bis 5 Personen je Beratung"),
  p("bpm_max", "2021-01-01", null, 60n, "count", "V: drei Beratungen am Arbeitstag; S1: 650 in 5,5 Monaten mit 6 Stellen"),
  p("zehner_grenze", "2021-01-01", null, 50n, "percent", "V"),
  p("zv_min", "2021-01-01", null, 30n, "percent", "V; W9: Integrationspläne werden zu wenig genutzt"),
  p("landessumme_mindestmeldungen", "2021-01-01", null, 50n, "count", "V: von 54"),
  p("bezirkssumme_mindestanteil", "2021-01-01", null, 75n, "percent", "V"),
];

/** The value valid on the reference date of a half-year. @throws Error `missing parameter: NAME (DATE)` */
export const parameterAt = (name: string, halfYear: HalfYear): bigint => parameterOn(name, stichtag(halfYear));
export const parameterOn = (name: string, date: string): bigint => {
  const found = parameters.find((each) => each.name === name && each.from <= date && (each.until === null || date <= each.until));
  if (found === undefined) throw new Error(`missing parameter: ${name} (${date})`);
  return found.value;
};

/** Last day on which a return is in time: 31 July for H1, 31 January of the next year for H2. */
export const deadline = (halfYear: HalfYear): string => {
  const first = halfYear.endsWith("1");
  const day = String(parameterAt(first ? "frist_h1_tag" : "frist_h2_tag", halfYear)).padStart(4, "0");
  return `${Number(halfYear.slice(0, 4)) + (first ? 0 : 1)}-${day.slice(0, 2)}-${day.slice(2)}`;
};

/** The day a half-year is published: what counts then is what later corrections are compared with. */
export const publicationDay = (halfYear: HalfYear): string => {
  const day = new Date(`${deadline(halfYear)}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + Number(parameterAt("veroeffentlichung_tage", halfYear)));
  return day.toISOString().slice(0, 10);
};
