import {consultations, inWork, knownConsultations} from "./terms/cases.ts";
import {type Cells, constant, count, here, sum, times, total, type Where} from "./terms/expression.ts";
import {error, note, warning} from "./rule.ts";

const post = (field: string, options: Partial<Cells> = {}) => here("T02", field, options);
const posts = (field: string, ...where: Where[]) => total("T02", field, {where});
const caseManagers: Where = {field: "funktion", is: ["CM"]};
const authorities: Where = {field: "funktion", is: ["ABH", "EBH"]};
const filledAt = (...employers: string[]) => posts("vzae_besetzt", {field: "traeger", is: employers});
const freeProviders = ["F1", "F2", "F3", "F4", "F5", "F6", "F7"];
const municipalitiesInSteering = count(total("T11", "in_lg"), "J");
const municipalitiesMarked = count(total("T08A", "akteur_vertreten", {rows: ["10"]}), "x");
const referralsToAuthorities = total("T06R", "verweis_n", {rows: ["05", "06"]});
const casesAtAuthorities = sum(total("T10A", "b3_cm_von"), total("T10E", "b3_cm_von"));
const steering = "{zelle}: Blatt 08 nennt Kommunen in der Lenkungsgruppe: {a}; Blatt 11: {n}. Bitte beide Angaben abgleichen.";

/** XS: what must fit together across the sheets of one return. */
export const acrossSheetsRules = [
  error("XS-001", {
    title: "Mehr besetzt als bewilligt",
    message: "{zelle}, Stelle {id}: besetzt {ist} VZÄ, bewilligt {soll} VZÄ. Bitte nur den geförderten Anteil eintragen.",
    why: "Gefördert wird höchstens der bewilligte Anteil; mehr verfälscht die Besetzungsquote.",
    basis: "V",
    formulaPossible: "ja",
    checks: [{each: {rowsOf: "T02"}, left: post("vzae_besetzt"), relation: "atMost", right: post("vzae_bewilligt")}],
  }),
  warning("XS-002", {
    title: "Mehr kreisweite Anteile verteilt als besetzt",
    message: "{zelle}: Auf Blatt 11 sind {ist} VZÄ aus kreisweiten Stellen verteilt, Blatt 02 enthält davon {soll} VZÄ. Bitte Anteile oder Einsatzorte prüfen.",
    why: "Verteilt werden kann nur, was kreisweit besetzt ist.",
    basis: "S2, V",
    formulaPossible: "ja",
    checks: [
      {
        each: "once",
        left: total("T11", "cm_vzae_anteil", {ifEmpty: "skip"}),
        relation: "atMost",
        right: posts("vzae_besetzt", caseManagers, {field: "einsatz_ags", is: ["own"]}),
        at: total("T11", "cm_vzae_anteil", {part: "total"}),
      },
    ],
  }),
  warning("XS-003", {
    title: "Behörde fehlt auf Blatt 10",
    message: "{zelle}, Baustein 3: {soll} VZÄ auf Blatt 02, davon {ist} VZÄ bei Behörden auf Blatt 10. Bitte die fehlende Behörde auf Blatt 10 ergänzen.",
    why: "Zu jeder Stelle in Baustein 3 gehört eine Behörde, die ihre Zahlen nennt.",
    basis: "S0",
    formulaPossible: "ja",
    checks: [
      {
        each: "once",
        left: posts("vzae_bewilligt", authorities, {fields: ["funktion", "einsatz_ags"], listedIn: ["T10A", "T10E"]}),
        relation: "equals",
        right: posts("vzae_bewilligt", authorities),
        at: posts("einsatz_ags", authorities, {fields: ["funktion", "einsatz_ags"], missingFrom: ["T10A", "T10E"]}),
      },
    ],
  }),
  warning("XS-004", {
    title: "Fälle ohne besetzte Stelle",
    message: "{zelle}: {faelle} CM-Fälle, aber keine besetzten VZÄ-Monate im Case Management. Bitte Blatt 02 Spalte J prüfen oder erläutern, wer die Fälle führt.",
    why: "Fälle ohne Fachkraft machen jede Kennzahl je Stelle sinnlos.",
    basis: "V",
    formulaPossible: "ja",
    checks: [
      {
        each: "once",
        when: [{left: inWork, relation: "atLeast", right: constant(1n)}],
        left: posts("vzae_monate", caseManagers),
        relation: "atLeast",
        right: constant(0n, 1n),
        at: total("T02", "vzae_monate", {part: "total"}),
        fill: {faelle: inWork, erwartet: "mehr als 0 VZÄ-Monate"},
      },
    ],
  }),
  warning("XS-005", {
    title: "Besetzte Stellen ohne Beratung",
    message: "{zelle}: {vzae} VZÄ im Case Management besetzt, aber keine Beratung gemeldet. Bitte Blatt 03 prüfen oder erläutern (z. B. Einarbeitung).",
    why: "Wer im Case Management arbeitet, berät; null Gespräche sind erklärungsbedürftig.",
    basis: "V",
    formulaPossible: "ja",
    checks: [
      {
        each: "once",
        when: [{left: posts("vzae_besetzt", caseManagers), relation: "atLeast", right: constant(0n, 1n)}],
        left: consultations,
        relation: "atLeast",
        right: constant(1n),
        at: total("T03", "erstberatungen", {part: "total"}),
        fill: {vzae: posts("vzae_besetzt", caseManagers)},
      },
    ],
  }),
  note("XS-006", {
    title: "Weniger Verweise als Verweisberatungen",
    message: "{zelle}: {ist} Verweise auf Blatt 06, aber {soll} Verweisberatungen auf Blatt 03. Jede Verweisberatung enthält mindestens einen Verweis. Bitte prüfen.",
    why: "Eine Verweisberatung endet mit der Weiterleitung an eine andere Stelle.",
    basis: "V",
    formulaPossible: "ja",
    checks: [
      {
        each: "once",
        left: total("T06R", "verweis_n", {ifEmpty: "skip"}),
        relation: "atLeast",
        right: total("T03", "verweisberatungen"),
        at: total("T06R", "verweis_n", {part: "total"}),
      },
    ],
  }),
  note("XS-007", {
    title: "Mehr Fälle hinter der Lücke als bearbeitet",
    message: "{zelle}, Lücke {id}: {ist} Fälle, bearbeitet wurden {soll}. Bitte prüfen; Fälle aus Beratungen ohne CM sind möglich.",
    why: "Eine im Case Management erkannte Lücke kann höchstens alle bearbeiteten Fälle betreffen.",
    basis: "V",
    formulaPossible: "ja",
    checks: [{each: {rowsOf: "T09"}, when: [{table: "T09", row: {field: "quelle", is: ["1", "2"]}}], left: here("T09", "luecke_faelle"), relation: "atMost", right: inWork}],
  }),
  warning("XS-008", {
    title: "Kommunen in der Lenkungsgruppe widersprüchlich",
    message: steering,
    why: "Dieselbe Tatsache steht auf zwei Blättern und muss übereinstimmen.",
    basis: "S3",
    formulaPossible: "ja",
    checks: [
      {
        each: "once",
        when: [{left: municipalitiesMarked, relation: "atMost", right: constant(0n)}],
        left: municipalitiesInSteering,
        relation: "atMost",
        right: constant(0n),
        at: total("T08A", "akteur_vertreten", {rows: ["10"]}),
        fill: {a: "nein", n: municipalitiesInSteering, gefunden: "nicht angekreuzt", erwartet: "x, oder auf Blatt 11 überall nein"},
      },
      {
        each: "once",
        when: [{left: municipalitiesMarked, relation: "atLeast", right: constant(1n)}],
        left: municipalitiesInSteering,
        relation: "atLeast",
        right: constant(1n),
        at: total("T08A", "akteur_vertreten", {rows: ["10"]}),
        fill: {a: "ja", n: "keine", gefunden: "x", erwartet: "leer, oder auf Blatt 11 mindestens ein ja"},
      },
    ],
  }),
  error("XS-009", {
    title: "Blatt 11 passt nicht zur Stelle",
    message: "{ort}: Blatt 11_Kommunen {erwartet} (Stelle: {typ}; gefunden: {gefunden}). Bitte die vorausgefüllte Vorlage dieser Stelle verwenden.",
    why: "Nur Kreise und die StädteRegion haben kreisangehörige Kommunen.",
    basis: "S0",
    formulaPossible: "nein",
    test: "sheet-11",
  }),
  error("XS-010", {
    releasable: true,
    title: "Weiterleitung nicht belegt",
    message: "{zelle}, Stelle {id}: Träger {traeger}, aber keine Weiterleitung per Vertrag angegeben. Bitte Spalte M ausfüllen; wird noch verhandelt, bitte das KfI ansprechen.",
    why: "Landesmittel dürfen nur mit Vertrag an andere Träger gehen.",
    basis: "S0,S2",
    formulaPossible: "ja",
    checks: [
      {
        each: {rowsOf: "T02"},
        when: [{table: "T02", row: {field: "traeger", not: ["K1"]}}],
        left: count(post("weiterleitung"), "J"),
        relation: "atLeast",
        right: constant(1n),
        at: post("weiterleitung"),
        fill: {traeger: {codeOf: post("traeger")}, gefunden: {codeOf: post("weiterleitung")}, erwartet: "ja"},
      },
      {
        each: "once",
        when: [{half: 2}, {left: filledAt("K2"), relation: "atLeast", right: constant(0n, 1n)}],
        left: total("T12A", "eur_weiter_ka", {ifEmpty: "zero"}),
        relation: "atLeast",
        right: constant(0n, 1n),
        fill: {erwartet: "ein Betrag über 0"},
        message: "{zelle}: Besetzte Stellen bei kreisangehörigen Kommunen (K2), aber kein Betrag an Kommunen weitergeleitet. Bitte Blatt 12 Spalte G ergänzen.",
      },
      {
        each: "once",
        when: [{half: 2}, {left: filledAt(...freeProviders), relation: "atLeast", right: constant(0n, 1n)}],
        left: total("T12A", "eur_weiter_fw", {ifEmpty: "zero"}),
        relation: "atLeast",
        right: constant(0n, 1n),
        fill: {erwartet: "ein Betrag über 0"},
        message: "{zelle}: Besetzte Stellen bei freien Trägern (F1–F7), aber kein Betrag an freie Träger weitergeleitet. Bitte Blatt 12 Spalte H ergänzen.",
      },
    ],
  }),
  note("XS-011", {
    title: "Verweise an Behörden weichen ab",
    message: "{zelle}, Verweise an ABH/EBH: Blatt 06 {soll}, Blatt 10 {ist}. Bitte gemeinsam mit der Behörde prüfen; beide zählen unabhängig.",
    why: "Zwei unabhängige Zählungen stimmen nie genau überein, sollten aber nahe beieinander liegen.",
    basis: "S0, V",
    formulaPossible: "ja",
    checks: [
      {
        each: "once",
        left: casesAtAuthorities,
        relation: "equals",
        right: referralsToAuthorities,
        tolerance: {absolute: 500n, percent: 20n},
        at: referralsToAuthorities,
      },
    ],
  }),
  warning("XS-012", {
    title: "VZÄ-Monate passen nicht zur Stelle",
    message: "{zelle}, Stelle {id}: {ist} VZÄ-Monate, möglich sind höchstens {soll} (6 × bewilligt). Bitte Spalte J neu rechnen.",
    why: "Durch die VZÄ-Monate werden Fälle und Beratungen geteilt.",
    basis: "V",
    formulaPossible: "ja",
    checks: [
      {each: {rowsOf: "T02"}, left: post("vzae_monate"), relation: "atMost", right: times(6n, post("vzae_bewilligt"))},
      {
        each: {rowsOf: "T02"},
        when: [
          {table: "T02", row: {field: "vzae_besetzt", above: 0n}},
          {table: "T02", field: "besetzung_seit", empty: true},
        ],
        left: post("vzae_monate"),
        relation: "atLeast",
        right: constant(0n, 1n),
        fill: {erwartet: "mehr als 0 VZÄ-Monate"},
        message: "{zelle}, Stelle {id}: 0 VZÄ-Monate, obwohl die Stelle am Stichtag besetzt ist und keine Änderung eingetragen wurde. Bitte Spalte J neu rechnen oder Spalte K ausfüllen.",
      },
    ],
  }),
  warning("XS-013", {
    title: "Viele Beratungen ohne Zuordnung",
    message: "{zelle}: {anteil} der Beratungen ohne Zuordnung, üblich bis {grenze}. Bitte zuordnen oder erläutern, ab wann die Arten gezählt werden.",
    why: "Ohne die Art der Beratung ist nicht zu sehen, was die Beratung leistet.",
    basis: "S1",
    formulaPossible: "ja",
    checks: [
      {
        each: "once",
        when: [{left: knownConsultations, relation: "atLeast", right: {kind: "parameter", name: "anteil_mindestbasis"}}],
        left: times(100n, total("T03", "beratungen_ohne_zuordnung", {ifEmpty: "zero", ifUnknown: "leave out"})),
        relation: "atMost",
        right: times({parameter: "ka_grenze"}, knownConsultations),
        at: total("T03", "beratungen_ohne_zuordnung", {part: "total"}),
        fill: {
          anteil: {percent: [total("T03", "beratungen_ohne_zuordnung", {ifEmpty: "zero", ifUnknown: "leave out"}), knownConsultations]},
          grenze: {parameter: "ka_grenze"},
        },
      },
    ],
  }),
];
