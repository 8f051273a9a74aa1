import {derived, summed} from "../measures.ts";
import {bodyOnly, byCode, table} from "./table.ts";

const stock = (parts: string) => summed("n_bestand", {parts});
const intake = (parts: string) => summed("n_neu", {parts});
const consulted = summed("n_beratung", {parts: "NAT"});

export const origins = table({
  name: "origins",
  title: "Herkunft",
  description: "Staatsangehörigkeit der Hauptpersonen in 14 Herkunftsgruppen; einzelne Staaten und Restzeilen zusammengezählt.",
  dimensions: [{name: "herkunftsgruppe", label: "Herkunftsgruppe", list: "CL_STAAT_GRUPPE", from: {groupOf: "NAT"}}],
  figures: [stock("NAT"), intake("NAT"), consulted],
});
/** Single states stand only where a body has three or more cases; smaller ones are in the rest rows, so there is no sum over bodies. */
export const originStates = table({
  name: "origin_states",
  title: "Herkunft nach Staat",
  description: "Zeilen der Herkunftstabelle, wie die Stelle sie führt: einzelne Staaten ab drei Fällen, sonst Restzeile der Gruppe. Keine Summe über Stellen.",
  levels: bodyOnly,
  dimensions: [{name: "staat", label: "Staat oder Restzeile", from: {part: "NAT"}}],
  figures: [stock("NAT"), intake("NAT"), consulted],
});
export const originSites = table({
  name: "origin_sites",
  title: "Herkunft je Einsatzort",
  description: "Herkunftsgruppe der offenen Fälle je Einsatzort; nur im 2. Halbjahr und ab zwei Orten erfragt.",
  levels: bodyOnly,
  dimensions: [{name: "ort_key", label: "Ort-Nr.", from: {part: ""}}, byCode("herkunftsgruppe", "Herkunftsgruppe", "CL_STAAT_GRUPPE", "NAG")],
  figures: [summed("n_bestand_ort")],
});
export const residenceStatus = table({
  name: "residence_status",
  title: "Aufenthaltsstatus",
  description: "Aufenthaltsstatus der Hauptpersonen am Stichtag und bei Aufnahme.",
  dimensions: [byCode("aufenthaltsstatus", "Aufenthaltsstatus", "CL_STATUS", "STA")],
  figures: [
    stock("STA"),
    derived(
      {name: "weiblich_count", label: "davon weiblich", unit: "Fälle (Hauptperson)", definition: "Fälle am Ende mit weiblicher Hauptperson."},
      {kind: "sum", terms: [{field: "n_bestand", parts: "STA,GES", only: {GES: ["w"]}}]},
    ),
    intake("STA"),
  ],
});
export const ageGender = table({
  name: "age_gender",
  title: "Alter und Geschlecht",
  description: "Alter und Geschlecht der Hauptpersonen am Stichtag.",
  dimensions: [byCode("altersgruppe", "Alter in Jahren", "CL_ALTER", "ALT"), byCode("geschlecht", "Geschlecht", "CL_GESCHLECHT", "GES")],
  figures: [stock("ALT,GES")],
});
export const age = table({
  name: "age",
  title: "Alter",
  description: "Alter der Hauptpersonen am Stichtag.",
  dimensions: [byCode("altersgruppe", "Alter in Jahren", "CL_ALTER", "ALT")],
  figures: [stock("ALT,GES")],
});
export const gender = table({
  name: "gender",
  title: "Geschlecht",
  description: "Geschlecht der Hauptpersonen am Stichtag und bei Aufnahme.",
  dimensions: [byCode("geschlecht", "Geschlecht", "CL_GESCHLECHT", "GES")],
  figures: [stock("ALT,GES"), intake("GES")],
});
export const durationOfStay = table({
  name: "duration_of_stay",
  title: "Aufenthaltsdauer",
  description: "Aufenthaltsdauer der Hauptpersonen in Deutschland am Stichtag und bei Aufnahme.",
  dimensions: [byCode("aufenthaltsdauer", "Aufenthaltsdauer", "CL_AUFDAUER", "AUF")],
  figures: [stock("AUF"), intake("AUF")],
});
export const households = table({
  name: "households",
  title: "Haushalt",
  description: "Haushaltstyp der Hauptpersonen am Stichtag.",
  dimensions: [byCode("haushalt", "Haushaltstyp", "CL_HH", "HH")],
  figures: [stock("HH")],
});
export const benefits = table({
  name: "benefits",
  title: "Leistungsbezug",
  description: "Überwiegende Leistung der Haushalte am Stichtag.",
  dimensions: [byCode("leistung", "Überwiegende Leistung", "CL_LEISTUNG", "RK")],
  figures: [stock("RK")],
});
