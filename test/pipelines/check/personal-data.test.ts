import {describe, expect, test} from "vitest";
import {personalKinds} from "../../../pipelines/check/tests/patterns.ts";

/** Invented; each must be seen. */
const personal: readonly (readonly [string, string])[] = [
  ["Herr Yilmaz wartet seit Mai auf einen Termin", "einen Namen"],
  ["Gespräch mit Frau Dr. Al-Hassan", "einen Namen"],
  ["Fam. Petrenko ohne Wohnung", "einen Namen"],
  ["Familie Petrenko ohne Wohnung", "einen Namen"],
  ["Attest von Dr. med. Sander fehlt", "einen Namen"],
  ["Eheleute Kowalski getrennt untergebracht", "einen Namen"],
  ["Frau S. findet keinen Kurs", "einen Namen"],
  ["Name: Olena Petrenko", "einen Namen"],
  ["Antragsteller geb. 12.03.1990", "ein Geburtsdatum"],
  ["geboren am 3. März 1988 in Homs", "ein Geburtsdatum"],
  ["Ratsuchender *01.02.1979", "ein Geburtsdatum"],
  ["Petrenko, 12.03.1990, ohne Kurs", "ein Geburtsdatum"],
  ["bitte an olena.petrenko@example.org wenden", "eine E-Mail-Adresse"],
  ["m.muster (at) kreis.example", "eine E-Mail-Adresse"],
  ["Tel. 02381 123456", "eine Telefonnummer"],
  ["erreichbar unter +49 170 1234567", "eine Telefonnummer"],
  ["0170/1234567 anrufen", "eine Telefonnummer"],
  ["Rückruf 02303-27 1234 erbeten", "eine Telefonnummer"],
  ["AZR-Nummer 123456789012", "ein Aktenzeichen oder eine AZR-Nummer"],
  ["siehe 123456789012", "ein Aktenzeichen oder eine AZR-Nummer"],
  ["Az. 33.2-4711/25", "ein Aktenzeichen oder eine AZR-Nummer"],
  ["siehe Akte Nr. 4711-25", "ein Aktenzeichen oder eine AZR-Nummer"],
  ["Bescheid 7654321-475", "ein Aktenzeichen oder eine AZR-Nummer"],
  ["Jobcenter 35502BG0012345", "ein Aktenzeichen oder eine AZR-Nummer"],
  ["DE89 3704 0044 0532 0130 00", "eine Bankverbindung"],
  ["wohnt Bahnhofstraße 12a", "eine Anschrift"],
  ["Lange Straße 7", "eine Anschrift"],
  ["Lindenweg 4, 59423 Unna", "eine Anschrift"],
];
/** What honest returns say; none may be refused. */
const honest: readonly string[] = [
  "Rathaus Herzogenrath", "Kommunales Integrationszentrum", "Aachen-Arkaden (zentral)", "Hackländerstraße (zentral)", "Quartiersbüro Baesweiler West", "VHS Stolberg",
  "Haus der Familie Alsdorf", "Familie und Beruf vereinbaren", "Frauen mit Fluchterfahrung ohne Kurs", "Frauenhaus überfüllt", "Herrichtung von Wohnungen", "ABBBA e.V. Alsdorf",
  "Diakonie Michaelshoven", "Caritas Wesel", "Arbeiterwohlfahrt Kreisverband Unna", "St. Josef Krankenhaus", "Gespräche Fr. 14–16 Uhr", "Fr. Vormittag keine Sprechstunde",
  "Lenkungsgruppe am 22.02.2022 konstituiert", "Seit 01.09.2025 besetzt", "Beschluss vom 14.07.1999 gilt weiter", "§ 104c AufenthG befristet bis 31.12.2025",
  "Zuständigkeit nach § 25a/b AufenthG unklar", "Nur 12 von 30 Plätzen", "1.234 Beratungen, davon 473 ohne Zuordnung", "05334000", "2025-H1", "SGB II/XII, AsylbLG", "03_Fallzahlen!D7:L16",
  "Kein Krankenversicherungsschutz bei EU-Zugewanderten ungeklärt", "Schulplatz erst nach drei Monaten", "Kita-Platz 3 Monate später", "Wartezeit auf Integrationskurs über sechs Monate",
  "Übergang aus der Jugendhilfe mit 18 ohne Anschluss", "Zwei weitere CM-Stellen seit September und Oktober besetzt", "Bekannt ist nur die Gesamtzahl; sie steht beim zentralen Ort.",
  "Gemeinsam klappt’s / Durchstarten in Ausbildung und Arbeit", "PLA-001", "KIM-Koordination", "Kosten 12.345,67 € in B2", "Weg 2: Antrag über das Jobcenter", "Az. unbekannt", "Abfrage im AZR 2024 nicht möglich", "Frau und Beruf Wesel", "Bericht 3/2025 der Lenkungsgruppe",
];

describe("personal data in free text", () => {
  for (const [text, kind] of personal) test(`sees ${kind}: ${text}`, () => expect(personalKinds(text)).toContain(kind));
  for (const text of honest) test(`lets pass: ${text}`, () => expect(personalKinds(text)).toEqual([]));
  test("a site may have an address", () => expect(personalKinds("Beratung Bahnhofstraße 12", ["eine Anschrift"])).toEqual([]));
});
