import {approved, type Cells, constant, count, divided, type Expression, here, minus, parameter, previous, sum, times, total, type Where} from "./terms/expression.ts";
import {type Check, error, note, type When, warning} from "./rule.ts";

const post = (field: string, options: Partial<Cells> = {}) => here("T02", field, options);
const held = (...functions: string[]): Where => ({field: "funktion", is: functions});
const posts = (field: string, ...where: Where[]) => total("T02", field, {where});
const coordinators = held("KO", "KOK");
const caseManagers = held("CM");
const coordination = posts("vzae_bewilligt", coordinators);
const approvedCoordination = minus(approved("B1"), parameter("va_max"));

const ofCover = (field: string) => total("T01", field, {rows: ["-"]});
const declaredNo = (field: string): Check => ({
  each: "once",
  left: count(ofCover(field), "N"),
  relation: "atMost",
  right: constant(0n),
  at: ofCover(field),
  fill: {gefunden: "nein", erwartet: "ja"},
});
const coordinatingOffice = ofCover("anbindung_koord");
const otherOffices = ["SO", "JU", "AB", "EB", "VW", "FW", "KA"];

const ownOffices = [
  ["hat_abh", "eigene Ausländerbehörde"],
  ["hat_ja", "eigenes Jugendamt"],
  ["hat_ir", "Integrationsrat"],
] as const;
/** Municipalities of sheet 11 that have all three. */
const qualifying = count(
  total("T11", "hat_abh", {
    where: [
      {field: "hat_ja", is: ["J"]},
      {field: "hat_ir", is: ["J"]},
    ],
  }),
  "J",
);
/** Whether the municipality in which a post works has an office: 1 or 0. */
const hasWhereItWorks = (office: string) => count(total("T11", office, {where: [{rowNamed: post("einsatz_ags")}]}), "J");

const steeringGroup = (field: string) => total("T08G", field, {rows: ["LG"]});
const thereIsOne: When = {left: steeringGroup("gruppen_n"), relation: "atLeast", right: constant(1n)};
const represented = (code: string, akteur: string, only: readonly When[] = []): Check => ({
  each: "once",
  when: [thereIsOne, ...only],
  left: count(total("T08A", "akteur_vertreten", {rows: [code]}), "x"),
  relation: "atLeast",
  right: constant(1n),
  at: total("T08A", "akteur_vertreten", {rows: [code]}),
  fill: {akteur, gefunden: "nicht angekreuzt", erwartet: "x"},
});

const facilitation = total("T08Q", "prozessbegl_tage");
const mostFacilitation = parameter("prozessbegleitung_max");

/** Posts of one authority on sheet 02, shown in its row on sheet 10. */
const inSteps = (table: string): Check => ({
  each: {rowsOf: table},
  left: posts("vzae_bewilligt", {fields: ["funktion", "einsatz_ags"], sameAs: "row"}),
  relation: "multipleOf",
  right: parameter("b3_stufe"),
  at: here(table, "vzae_b3_bew", {part: "computed"}),
  fill: {stufen: "0,5, 0,75, 1,0, 1,5 (Vielfache von 0,25)"},
});

/** Personnel costs of the year against the months in which the posts were held. */
const withinFunding = (baustein: string, named: string, amount: string, ...functions: string[]): Check => {
  const months = posts("vzae_monate", held(...functions));
  const inYear: Expression = sum(months, previous(months));
  return {
    each: "once",
    when: [{half: 2}],
    left: total("T12B", "eur_personal", {rows: [baustein], ifEmpty: "skip"}),
    relation: "atMost",
    right: divided(times({parameter: amount}, inYear), 12n),
    fill: {baustein: named, monate: inYear, satz: parameter(amount)},
  };
};

/** PRG: what the programme allows and expects, against dated parameters and the approvals of the body. */
export const programmeRules = [
  error("PRG-001", {
    releasable: true,
    title: "Koordinationsstelle zu klein",
    message: "{zelle}, Stelle {id}: Koordination mit {ist} VZÄ bewilligt. Erlaubt sind Anteile ab {soll}. Bitte Bescheid prüfen oder Freigabe beim KfI erbitten.",
    why: "Koordinationsstellen dürfen höchstens in halbe Stellen geteilt werden, damit sie als Team arbeiten.",
    basis: "S0",
    formulaPossible: "ja",
    checks: [
      {
        each: {rowsOf: "T02"},
        when: [{table: "T02", row: coordinators}],
        left: post("vzae_bewilligt"),
        relation: "atLeast",
        right: parameter("ko_min_anteil"),
      },
    ],
  }),
  error("PRG-002", {
    releasable: true,
    needs: ["approvals"],
    title: "Mehr Koordination als bewilligt",
    message: "{zelle}: Koordination: {ist} VZÄ gemeldet, bewilligt {soll} VZÄ. Bitte die Zeilen KO und KOK mit dem Bescheid abgleichen oder Freigabe beim KfI erbitten.",
    why: "Als bewilligt zählt nur, was im Bescheid steht; die Bewilligung für Baustein 1 enthält auch die Verwaltungsassistenz.",
    basis: "S0",
    formulaPossible: "ja",
    checks: [{each: "once", left: coordination, relation: "atMost", right: approvedCoordination}],
  }),
  note("PRG-003", {
    needs: ["approvals"],
    title: "Bewilligte Koordination weicht von der Regel ab",
    message: "{zelle}: Koordination: nach der Regel {soll} VZÄ, bewilligt {ist} VZÄ. Bitte die Angaben zu den Kommunen auf Blatt 11 prüfen; sonst nichts zu tun.",
    why: "Ein Kreis erhält Stellen für sich und je eine für jede Kommune mit eigener Ausländerbehörde, Jugendamt und Integrationsrat.",
    basis: "S0",
    formulaPossible: "ja",
    checks: [
      {
        each: "once",
        when: [{municipal: true}],
        left: approvedCoordination,
        relation: "equals",
        right: sum(parameter("ko_max_kreis"), times({parameter: "ko_je_kommune"}, qualifying)),
        at: total("T11", "hat_abh"),
      },
    ],
  }),
  error("PRG-004", {
    releasable: true,
    title: "Zu viel Verwaltungsassistenz",
    message: "{zelle}: Verwaltungsassistenz: {ist} VZÄ bewilligt gemeldet, gefördert werden höchstens {soll}. Bitte nur den geförderten Anteil eintragen.",
    why: "Das Land fördert je Stelle eine halbe Verwaltungsassistenz.",
    basis: "S0,W1",
    formulaPossible: "ja",
    checks: [{each: "once", left: posts("vzae_bewilligt", held("VA")), relation: "atMost", right: parameter("va_max")}],
  }),
  error("PRG-005", {
    releasable: true,
    needs: ["approvals"],
    title: "Mehr Case Management als zugewiesen",
    message: "{zelle}: Case Management: {ist} VZÄ gemeldet, Obergrenze {soll} für {jahr}. Bitte die Zeilen mit der Zuweisung abgleichen oder Freigabe beim KfI erbitten.",
    why: "Die Stellen im Case Management werden je Stelle und Jahr nach einem Schlüssel zugewiesen.",
    basis: "S0,S2,W1,W17",
    formulaPossible: "ja",
    checks: [{each: "once", left: posts("vzae_bewilligt", caseManagers), relation: "atMost", right: approved("B2")}],
  }),
  error("PRG-006", {
    releasable: true,
    title: "Erklärung mit nein beantwortet",
    message: "{zelle}: „{feld}“: nein. Die Meldung ist möglich, wenn das KfI freigibt. Bitte auf Blatt 13 den Sachverhalt nennen und das KfI ansprechen.",
    why: "Eine Stelle darf nicht zweimal gefördert werden; ein ehrliches Nein muss trotzdem ankommen.",
    basis: "S0,W2",
    formulaPossible: "ja",
    checks: [declaredNo("erkl_abgrenzung"), declaredNo("erkl_doppelfoerderung")],
  }),
  note("PRG-007", {
    title: "Keine CM-Stelle bei der koordinierenden Stelle",
    message: "{zelle}: Keine CM-Stelle ist bei der koordinierenden Stelle ({anbindung}) angesiedelt. Das Land empfiehlt mindestens eine. Nichts zu tun, wenn es so gewollt ist.",
    why: "Die koordinierende Stelle soll die Praxis des Case Managements aus eigener Anschauung kennen.",
    basis: "S0",
    formulaPossible: "ja",
    checks: [
      {
        each: "once",
        when: [{left: count(total("T02", "funktion"), "CM"), relation: "atLeast", right: constant(1n)}],
        left: count(posts("funktion", {fields: ["anbindung"], sameAs: coordinatingOffice}), "CM"),
        relation: "atLeast",
        right: constant(1n),
        at: posts("anbindung", caseManagers),
        fill: {anbindung: {codeOf: coordinatingOffice}, gefunden: "keine", erwartet: "mindestens eine"},
      },
    ],
  }),
  warning("PRG-008", {
    title: "Koordination nicht am Kommunalen Integrationszentrum",
    message: "{zelle}: Koordinierende Stelle ist {anbindung}, nicht KI, ohne Ausnahmegenehmigung. Bitte Deckblatt prüfen oder Stand des Antrags erläutern.",
    why: "Die Koordination gehört an das Kommunale Integrationszentrum; anderes genehmigt das Ministerium.",
    basis: "S0",
    formulaPossible: "ja",
    checks: [
      {
        each: "once",
        when: [{left: count(coordinatingOffice, ...otherOffices), relation: "atLeast", right: constant(1n)}],
        left: count(ofCover("ausnahme_anbindung"), "J"),
        relation: "atLeast",
        right: constant(1n),
        at: ofCover("ausnahme_anbindung"),
        fill: {anbindung: {codeOf: coordinatingOffice}, gefunden: {codeOf: ofCover("ausnahme_anbindung")}, erwartet: "ja"},
      },
    ],
  }),
  error("PRG-009", {
    releasable: true,
    title: "Weitergeleitete Koordination ohne Voraussetzung",
    message: "{zelle}, Stelle {id}: {kommune}: weitergeleitete Koordinierungsstelle, aber laut Blatt 11 fehlt: {fehlt}. Bitte Blatt 11 prüfen oder Freigabe beim KfI erbitten.",
    why: "Eine eigene Koordinierungsstelle erhalten nur Kommunen mit Ausländerbehörde, Jugendamt und Integrationsrat.",
    basis: "S0",
    formulaPossible: "ja",
    checks: [
      {
        each: {rowsOf: "T02"},
        when: [{municipal: true}, {table: "T02", row: held("KOK")}],
        left: sum(...ownOffices.map(([office]) => hasWhereItWorks(office))),
        relation: "atLeast",
        right: constant(3n),
        at: post("einsatz_ags"),
        fill: {
          kommune: {codeOf: post("einsatz_ags")},
          fehlt: {lacking: ownOffices.map(([office, words]) => [hasWhereItWorks(office), words])},
          gefunden: {codeOf: post("einsatz_ags")},
          erwartet: "eine Kommune mit Ausländerbehörde, Jugendamt und Integrationsrat",
        },
      },
      {
        each: {rowsOf: "T02"},
        when: [{municipal: false}],
        left: count(post("funktion"), "KOK"),
        relation: "atMost",
        right: constant(0n),
        at: post("funktion"),
        fill: {gefunden: {codeOf: post("funktion")}, erwartet: "KO Koordination"},
        message: "{zelle}, Stelle {id}: {gefunden} gibt es nur in Kreisen und der StädteRegion. Bitte {erwartet} wählen oder Freigabe beim KfI erbitten.",
      },
    ],
  }),
  warning("PRG-010", {
    title: "Koordinierungsstelle weder weitergeleitet noch abgelehnt",
    message: "{zelle}, {kommune}: erfüllt die Voraussetzungen, Koordinierungsstelle weder weitergeleitet noch abgelehnt. Bitte Blatt 11 Spalte G ausfüllen oder den Stand erläutern.",
    why: "Wer die Voraussetzungen erfüllt, hat Anspruch auf eine Koordinierungsstelle; nur eine Ablehnung lässt sie beim Kreis.",
    basis: "S0",
    formulaPossible: "ja",
    checks: [
      {
        each: {rowsOf: "T11"},
        when: [...ownOffices.map(([field]): When => ({table: "T11", row: {field, is: ["J"]}})), {left: posts("vzae_bewilligt", held("KOK"), {fields: ["einsatz_ags"], sameAs: "row"}), relation: "atMost", right: constant(0n)}],
        left: count(here("T11", "koord_abgelehnt"), "J"),
        relation: "atLeast",
        right: constant(1n),
        at: here("T11", "koord_abgelehnt"),
        fill: {
          kommune: {codeOf: here("T11", "ka_ags", {part: "key"})},
          gefunden: {codeOf: here("T11", "koord_abgelehnt")},
          erwartet: "ja, oder eine KOK-Stelle auf Blatt 02",
        },
      },
    ],
  }),
  warning("PRG-011", {
    title: "Keine Lenkungsgruppe, oder sie tagt nicht",
    message: "{zelle}: Lenkungsgruppe: keine Sitzung seit zwei Halbjahren. Erwartet: mindestens eine Sitzung in zwei Halbjahren. Bitte auf Blatt 13 erläutern.",
    why: "Die Lenkungsgruppe trägt das Programm vor Ort; ohne Sitzungen kommt aus den Fällen nichts in die Strukturen.",
    basis: "S0,S3",
    formulaPossible: "teilweise",
    checks: [
      {
        each: "once",
        left: steeringGroup("gruppen_n"),
        relation: "atLeast",
        right: constant(1n),
        message: "{zelle}: Keine Lenkungsgruppe am Stichtag ({ist}). Erwartet: mindestens eine. Bitte prüfen oder auf Blatt 13 erläutern.",
      },
      {
        each: "once",
        needs: ["previous"],
        when: [thereIsOne],
        left: sum(steeringGroup("sitzungen"), previous(steeringGroup("sitzungen"))),
        relation: "atLeast",
        right: constant(1n),
        at: steeringGroup("sitzungen"),
      },
    ],
  }),
  warning("PRG-012", {
    title: "Akteur fehlt in der Lenkungsgruppe",
    message: "{zelle}: In der Lenkungsgruppe fehlt: {akteur}. Das Handlungskonzept erwartet die Beteiligung. Bitte Blatt 08 prüfen oder kurz erläutern.",
    why: "Ausländerbehörde, freie Wohlfahrtspflege und in Kreisen die Kommunen sollen mitentscheiden.",
    basis: "S0,S3",
    formulaPossible: "ja",
    checks: [represented("03", "Ausländerbehörde"), represented("11", "freie Wohlfahrtspflege"), represented("10", "kreisangehörige Kommunen", [{municipal: true}])],
  }),
  note("PRG-013", {
    title: "Landeskurs noch nicht abgeschlossen",
    message: "{zelle}: Landeskurs: {ist} von {soll} Koordinationskräften haben alle fünf Blöcke. Nichts zu tun, wenn Termine geplant sind.",
    why: "Das Land bietet allen Koordinationskräften einen Kurs in fünf Blöcken an.",
    basis: "S3",
    formulaPossible: "ja",
    checks: [{each: "once", left: total("T08Q", "koord_kurs_fertig"), relation: "atLeast", right: posts("koepfe", coordinators)}],
  }),
  note("PRG-014", {
    title: "Mehr Prozessbegleitung als gefördert",
    message: "{zelle}: Prozessbegleitung: {tage} Tagewerke im Jahr, gefördert werden {soll}. Bitte nur die geförderten Tage eintragen; sonst nichts zu tun.",
    why: "Das Land bezahlt je Standort und Jahr eine feste Zahl von Tagewerken.",
    basis: "S3",
    formulaPossible: "ja",
    checks: [
      {each: "once", left: facilitation, relation: "atMost", right: mostFacilitation, fill: {tage: facilitation}},
      {
        each: "once",
        needs: ["previous"],
        when: [{half: 2}, {left: facilitation, relation: "atMost", right: mostFacilitation}],
        left: sum(facilitation, previous(facilitation)),
        relation: "atMost",
        right: mostFacilitation,
        at: facilitation,
        fill: {tage: sum(facilitation, previous(facilitation))},
      },
    ],
  }),
  note("PRG-015", {
    title: "Ungewöhnlicher Anteil in Baustein 3",
    message: "{zelle}, Behörde {id}: {ist} VZÄ bewilligt, bekannte Anteile {stufen}. Bitte mit der Zuweisung vergleichen; stimmt der Wert, ist nichts zu tun.",
    why: "Baustein 3 wird in Anteilen zugewiesen; ein anderer Wert ist meist ein Tippfehler auf Blatt 02.",
    basis: "S0,W1",
    formulaPossible: "ja",
    checks: [inSteps("T10A"), inSteps("T10E")],
  }),
  warning("PRG-016", {
    needs: ["previous"],
    title: "Mehr Personalausgaben als gefördert",
    message: "{zelle}, {baustein}: {ist} € Personal im Jahr, gefördert höchstens {monate} besetzte VZÄ-Monate × {satz} € / 12 = {soll} €. Den übersteigenden Teil bitte als Eigenanteil eintragen.",
    why: "Gefördert wird je besetzter Stelle und Jahr ein fester Betrag; was darüber liegt, trägt die Stelle selbst.",
    basis: "S0,S2,W1,W17",
    formulaPossible: "ja",
    checks: [withinFunding("B2", "Case Management", "foerderbetrag_cm", "CM"), withinFunding("B3", "Baustein 3", "foerderbetrag_b3", "ABH", "EBH")],
  }),
  warning("PRG-017", {
    title: "Qualifikation im Case Management",
    message: "{zelle}, Stelle {id}: Qualifikation {gefunden} im Case Management. Erwartet: Soziale Arbeit oder Sozialpädagogik. Bitte die Eignung auf Blatt 13 begründen.",
    why: "Case Management setzt Soziale Arbeit, Sozialpädagogik oder einen vergleichbaren Abschluss voraus.",
    basis: "S0,S2",
    formulaPossible: "ja",
    checks: [
      {
        each: {rowsOf: "T02"},
        when: [
          {table: "T02", row: caseManagers},
          {table: "T02", row: {field: "qualifikation", not: []}},
        ],
        left: count(post("qualifikation"), "1", "2", "3", "5"),
        relation: "atLeast",
        right: constant(1n),
        at: post("qualifikation"),
        fill: {gefunden: {codeOf: post("qualifikation")}, erwartet: "Soziale Arbeit oder Sozialpädagogik"},
      },
    ],
  }),
  note("PRG-018", {
    needs: ["receipt"],
    title: "Nach der Frist eingegangen",
    message: "Die Meldung für {periode} ist am {datum} eingegangen, Frist war {frist}. Nichts zu tun; der Verzug wird im Rücklauf vermerkt.",
    why: "Wer spät meldet, fehlt in der ersten Auswertung; der Rücklauf zeigt es.",
    basis: "V",
    formulaPossible: "nein",
    inEmptyReturn: true,
    test: "deadline",
  }),
];
