import {kimMb10} from "../layouts/kim-mb-1-0.ts";
import {admitted, atEnd, closed, consultations, consultationsAtSite, inWork, site} from "./terms/cases.ts";
import {constant, here, howMany, minus, sum, total} from "./terms/expression.ts";
import {addsUp, type Distribution, partOf, totalsOf} from "./terms/parts.ts";
import {type Check, error, note, warning} from "./rule.ts";

const stock = (table: string, named: string, column: Partial<Distribution> = {}): Distribution => ({table, field: "n_bestand", ...column, named, to: atEnd, toNamed: "CM-Fälle am Ende"});
const flow = (table: string, named: string): Distribution => ({table, field: "n_neu", named: `${named} der Neuaufnahmen`, to: admitted, toNamed: "CM-Neuaufnahmen"});
const features = [
  stock("T04A", "Alter und Geschlecht"),
  flow("T04G", "Geschlecht"),
  stock("T04S", "Aufenthaltsstatus", {key: ""}),
  flow("T04S", "Aufenthaltsstatus"),
  stock("T04D", "Aufenthaltsdauer"),
  flow("T04D", "Aufenthaltsdauer"),
  stock("T04H", "Haushalt"),
  stock("T04L", "Leistungsbezug"),
  stock("T04N", "Staatsangehörigkeit"),
  flow("T04N", "Staatsangehörigkeit"),
];
const openPhases = ["3", "4", "5", "6", "7"];
const waysOfConsulting = (
  [
    ["T03O", "beratung_ort", "Ort"],
    ["T03F", "beratung_form", "Form"],
    ["T03S", "sprachmittlung", "Sprachmittlung"],
  ] as const
).map(([table, field, word]): Distribution => ({table, field, named: `Beratungen nach ${word}`, to: consultations, toNamed: "Beratungen gesamt"}));

const agreements = (field: string) => total("T08K", field);
const agreementsAtEnd = minus(sum(agreements("koop_anfang"), agreements("koop_neu")), agreements("koop_beendet"));
const office = (field: string) => here("T10E", field);
const applicationsAtEnd = minus(sum(office("eb_anfang"), office("eb_eingang")), sum(office("eb_vollz_antraege"), office("eb_abgelehnt"), office("eb_zurueck"), office("eb_sonst")));
const costFields = ["personal", "sach", "prozess", "massnahmen", "dolmetsch"].map((code) => `eur_${code}`);
const costTypes = sum(...costFields.map((field) => here("T12B", field, {ifEmpty: "zero"})));
/** The total row of the cost types, Baustein by Baustein. */
const costTotals = ["B1", "B2", "B3"].map(
  (baustein): Check => ({
    each: "once",
    left: total("T12B", "eur_kostenarten", {key: baustein, part: "total", ifEmpty: "skip"}),
    relation: "equals",
    right: sum(...costFields.map((field) => total("T12B", field, {rows: [baustein], ifEmpty: "skip"}))),
  }),
);
/** Amounts of any Baustein: one that cannot be read leaves the others to be compared. */
const costsGiven = howMany(
  costFields.map((field) => total("T12B", field)),
  0n,
);
const spentInYear = sum(here("T12A", "eur_verausgabt_h1", {part: "computed"}), here("T12A", "eur_verausgabt"));
const femaleByStatus = {key: ",GES=w", ifEmpty: "skip"} as const;

/** SUM: what must add up within one return. */
export const sumRules = [
  error("SUM-001", {
    releasable: true,
    title: "Endbestand passt nicht zu Anfang, Neu und Beendet",
    message: "{zelle}, Ort {id}: Am Ende {ist} Fälle, gerechnet {anfang} + {neu} − {beendet} = {soll}. Bitte die vier Zahlen prüfen; Verlegungen zwischen Orten: Spalte O.",
    why: "Der gezählte Endbestand ist die einzige echte Probe auf Neuaufnahmen und Beendigungen.",
    basis: "V",
    formulaPossible: "ja",
    checks: [
      {
        each: {rowsOf: "T03"},
        left: site("cm_bestand_ende"),
        relation: "equals",
        right: minus(sum(site("cm_bestand_anfang"), site("cm_neu")), site("cm_beendet")),
        fill: {anfang: site("cm_bestand_anfang"), neu: site("cm_neu"), beendet: site("cm_beendet")},
      },
    ],
  }),
  note("SUM-002", {
    title: "Summenzeile weicht ab",
    message: "{zelle}: „{feld}“ zeigt in der Summenzeile {ist}, die Zeilen ergeben {soll}. Es gilt die Summe der Zeilen. Bitte nichts in die Summenzeile schreiben und Zahlen nicht als Text eintragen.",
    why: "Summen werden immer selbst gerechnet; eine abweichende zeigt eine überschriebene Formel oder eine Zahl, die als Text dasteht.",
    basis: "V",
    formulaPossible: "ja",
    checks: [
      ...kimMb10.tables.filter(({totalRow}) => totalRow !== undefined).flatMap(totalsOf),
      ...costTotals,
      {each: "once", left: total("T03", "beratungen_gesamt", {part: "total", ifEmpty: "skip"}), relation: "equals", right: consultations},
    ],
  }),
  note("SUM-003", {
    title: "Beratungen gesamt weicht ab",
    message: "{zelle}, Ort {id}: Beratungen gesamt zeigt {ist}, die fünf Arten ergeben {soll}. Es gilt die Summe der Arten. Bitte Spalte N nicht überschreiben und Zahlen nicht als Text eintragen.",
    why: "Die Gesamtzahl wird gerechnet; getippt prüft sie nur den, der tippt.",
    basis: "S1, V",
    formulaPossible: "ja",
    checks: [{each: {rowsOf: "T03"}, left: site("beratungen_gesamt", {part: "computed", ifEmpty: "skip"}), relation: "equals", right: consultationsAtSite}],
  }),
  error("SUM-004", {
    title: "Mehr Wiederaufnahmen als Neuaufnahmen",
    message: "{zelle}, Ort {id}: {ist} Wiederaufnahmen bei {soll} Neuaufnahmen. Wiederaufnahmen sind ein Teil davon. Bitte eine der beiden Zahlen korrigieren.",
    why: "Wer wieder aufgenommen wird, zählt auch als Neuaufnahme.",
    basis: "V",
    formulaPossible: "ja",
    checks: [{each: {rowsOf: "T03"}, left: site("cm_wieder", {ifEmpty: "skip"}), relation: "atMost", right: site("cm_neu")}],
  }),
  error("SUM-005", {
    title: "Mehr Beendigungen als Fälle",
    message: "{zelle}, Ort {id}: {ist} Beendigungen bei nur {soll} Fällen (Anfang + Neu). Bitte Beendigungen oder Anfangsbestand prüfen.",
    why: "Beendet werden kann nur, was offen war oder neu dazukam.",
    basis: "V",
    formulaPossible: "ja",
    checks: [{each: {rowsOf: "T03"}, left: site("cm_beendet"), relation: "atMost", right: sum(site("cm_bestand_anfang"), site("cm_neu"))}],
  }),
  error("SUM-006", {
    title: "Phasen ergeben nicht den Endbestand",
    message: "{zelle}, Phasen 3 bis 7: zusammen {ist} Fälle, am Ende gemeldet {soll}. Bitte jeden offenen Fall genau einer Phase zuordnen.",
    why: "Jeder offene Fall steht in genau einer Phase; die Phasen 1 und 2 liegen vor der Aufnahme.",
    basis: "S0, V",
    formulaPossible: "ja",
    checks: [addsUp({table: "T03H", field: "cm_phase", only: openPhases, named: "Phasen 3 bis 7", to: atEnd, toNamed: "CM-Fälle am Ende"})],
  }),
  error("SUM-007", {
    title: "Merkmal ergibt nicht die Fälle",
    message: "{zelle}, {merkmal}: zusammen {ist}, erwartet {soll} ({bezug}). Bitte Verteilung ergänzen; unbekannt: Zeile „keine Angabe“.",
    why: "Jede Hauptperson zählt bei jedem Merkmal genau einmal.",
    basis: "W2",
    formulaPossible: "ja",
    checks: features.map(addsUp),
  }),
  error("SUM-008", {
    title: "„davon weiblich“ passt nicht",
    message: "{zelle}, Aufenthaltsstatus × Geschlecht: zusammen {ist} weiblich, in der Alterstabelle {soll}. Bitte die Spalte „davon weiblich“ prüfen.",
    why: "Dieselben Frauen werden nach Alter und nach Aufenthaltsstatus gezählt.",
    basis: "V",
    formulaPossible: "ja",
    checks: [
      {
        each: {rowsOf: "T04S"},
        left: here("T04S", "n_bestand", femaleByStatus),
        relation: "atMost",
        right: here("T04S", "n_bestand", {key: ""}),
        message: "{zelle}, Aufenthaltsstatus × Geschlecht: {ist} weiblich bei {soll} Fällen in der Zeile. Erwartet: höchstens so viele. Bitte die Spalte „davon weiblich“ prüfen.",
      },
      {
        each: "once",
        left: total("T04S", "n_bestand", femaleByStatus),
        relation: "equals",
        right: total("T04A", "n_bestand", {key: ",GES=w"}),
        at: total("T04S", "n_bestand", {key: ",GES=w", part: "total"}),
      },
    ],
  }),
  error("SUM-009", {
    title: "Hauptanliegen ergeben nicht die bearbeiteten Fälle",
    message: "{zelle}, Hauptanliegen: zusammen {ist}, bearbeitete Fälle {soll} (Anfang + Neu). Bitte je Fall genau ein Hauptanliegen zählen; sonst Zeile 98.",
    why: "Jeder bearbeitete Fall hat genau ein Hauptanliegen.",
    basis: "V",
    formulaPossible: "ja",
    checks: [addsUp({table: "T05", field: "thema_haupt", named: "Hauptanliegen", to: inWork, toNamed: "Anfang + Neu"})],
  }),
  error("SUM-010", {
    title: "Thema zu oft gezählt",
    message: "{zelle}: {ist} Hauptanliegen bei {soll} Fällen mit diesem Thema. Erwartet: höchstens so viele. Bitte die Zeile prüfen.",
    why: "Ein Fall zählt je Thema höchstens einmal, und ein Hauptanliegen ist auch ein Thema.",
    basis: "V",
    formulaPossible: "ja",
    checks: [
      {
        each: {rowsOf: "T05"},
        left: here("T05", "thema_faelle", {ifEmpty: "skip"}),
        relation: "atMost",
        right: inWork,
        message: "{zelle}: {ist} Fälle mit diesem Thema, bearbeitet wurden {soll} (Anfang + Neu). Erwartet: höchstens so viele. Bitte die Zeile prüfen.",
      },
      {each: {rowsOf: "T05"}, left: here("T05", "thema_haupt", {ifEmpty: "skip"}), relation: "atMost", right: here("T05", "thema_faelle")},
    ],
  }),
  error("SUM-011", {
    title: "Gründe ergeben nicht die Beendigungen",
    message: "{zelle}, Gründe: zusammen {ist}, Beendigungen {soll}. Bitte je beendetem Fall genau einen Grund zählen; unbekannt: 98 sonstiges.",
    why: "Jeder beendete Fall hat genau einen Grund.",
    basis: "V",
    formulaPossible: "ja",
    checks: [addsUp({table: "T07E", field: "ende_n", named: "Gründe der Beendigung", to: closed, toNamed: "CM-Beendigungen"})],
  }),
  error("SUM-012", {
    title: "Zugangswege ergeben nicht die Neuaufnahmen",
    message: "{zelle}, Zugang: zusammen {ist}, Neuaufnahmen {soll}. Bitte je Neuaufnahme genau einen Weg zählen; unbekannt: Zeile 99.",
    why: "Jede Neuaufnahme kam auf genau einem Weg.",
    basis: "V",
    formulaPossible: "ja",
    checks: [addsUp({table: "T06Z", field: "zugang_n", named: "Zugang", to: admitted, toNamed: "CM-Neuaufnahmen"})],
  }),
  error("SUM-013", {
    title: "Vereinbarung, Assessment und Bestand passen nicht",
    message: "{zelle}: „{feld}“ {ist}, höchstens möglich {soll}. Fälle mit Vereinbarung sind Teil der Fälle mit Assessment, diese Teil des Endbestands. Bitte prüfen.",
    why: "Erst kommt das Assessment, dann die Vereinbarung; beide gibt es nur in offenen Fällen.",
    basis: "S0, V",
    formulaPossible: "ja",
    checks: [
      {each: "once", left: total("T03P", "cm_assessment"), relation: "atMost", right: atEnd},
      {each: "once", left: total("T03P", "cm_zielvereinbarung"), relation: "atMost", right: total("T03P", "cm_assessment")},
    ],
  }),
  error("SUM-014", {
    title: "Weniger Personen als Fälle",
    message: "{zelle}, Ort {id}: {ist} Personen bei {soll} Fällen. Jeder Fall hat mindestens eine Person. Bitte Personen oder Fälle korrigieren.",
    why: "Ein Fall ist ein Haushalt oder eine Einzelperson.",
    basis: "V",
    formulaPossible: "ja",
    checks: [{each: {rowsOf: "T03"}, left: site("cm_personen_ende"), relation: "atLeast", right: site("cm_bestand_ende")}],
  }),
  note("SUM-015", {
    title: "Vereinbarungen am Ende überschrieben",
    message: "{zelle}, Vereinbarungen am Ende: {ist}, gerechnet {soll}. Es gilt der gerechnete Wert. Bitte die Zelle nicht überschreiben.",
    why: "Der Endbestand der Vereinbarungen wird gerechnet.",
    basis: "V",
    formulaPossible: "ja",
    checks: [{each: "once", left: total("T08K", "koop_ende", {part: "computed", ifEmpty: "skip"}), relation: "equals", right: agreementsAtEnd}],
  }),
  error("SUM-016", {
    title: "Mehr Vereinbarungen mit Partnern als insgesamt",
    message: "{zelle}, Vereinbarungen: {ist} mit Kommunen und freien Trägern, am Ende aber nur {soll}. Bitte je Vertrag nur eine Zeile zählen.",
    why: "Ein Vertrag mit mehreren Partnern zählt einmal, beim ersten Partner.",
    basis: "V",
    formulaPossible: "ja",
    checks: [
      {
        each: "once",
        left: sum(total("T08K", "koop_ka", {ifEmpty: "zero"}), total("T08K", "koop_fw", {ifEmpty: "zero"})),
        relation: "atMost",
        right: agreementsAtEnd,
      },
    ],
  }),
  error("SUM-017", {
    releasable: true,
    title: "Offene Einbürgerungsanträge gehen nicht auf",
    message: "{zelle}, Behörde {id}: {ist} offene Anträge, gerechnet {soll} (Anfang + Eingang − vollzogen − abgelehnt − zurückgenommen − sonst erledigt). Bitte die Zahlen prüfen; Bereinigungen des Registers unter „sonst erledigt“.",
    why: "Am Antragsstau misst das Land die Wirkung von Baustein 3.",
    basis: "S0, V",
    formulaPossible: "ja",
    checks: [{each: {rowsOf: "T10E"}, left: office("eb_ende"), relation: "equals", right: applicationsAtEnd}],
  }),
  warning("SUM-018", {
    title: "Kostenarten ergeben nicht die Ausgaben",
    message: "{zelle}, Baustein {id}: Ausgaben im Jahr {soll} €, Kostenarten {ist} €. Bitte die fehlende Kostenart ergänzen oder die Differenz auf Blatt 13 erläutern.",
    why: "Die Kostenarten teilen dieselben Ausgaben des Jahres auf; ein Prozent Abweichung wird hingenommen.",
    basis: "V",
    formulaPossible: "ja",
    checks: [
      {
        each: {rowsOf: "T12A"},
        when: [{half: 2}, {left: costsGiven, relation: "atLeast", right: constant(1n)}],
        left: costTypes,
        relation: "equals",
        right: spentInYear,
        tolerance: {percent: 1n},
      },
    ],
  }),
  error("SUM-019", {
    title: "Teil größer als das Ganze",
    message: "{zelle}: „{feld}“ {ist} ist mehr als „{ganzfeld}“ {soll}, obwohl es ein Teil davon ist. Bitte eine der beiden Zahlen korrigieren.",
    why: "Eine Davon-Zahl kann nicht größer sein als die Zahl, zu der sie gehört.",
    basis: "V",
    formulaPossible: "ja",
    checks: [
      partOf("T05", "thema_geloest", "thema_faelle"),
      partOf("T06R", "verweis_rueck", "verweis_n"),
      partOf("T07E", "ende_evaluation", "ende_n"),
      partOf("T08G", "beschluesse_umgesetzt", "beschluesse"),
      partOf("T10A", "b3_mso", "b3_kampagne", {ifEmpty: "zero"}),
      partOf("T10E", "b3_mso", "b3_kampagne", {ifEmpty: "zero"}),
    ],
  }),
  warning("SUM-020", {
    title: "Aufteilung der Beratungen geht nicht auf",
    message: "{zelle}, {merkmal}: Aufteilung {ist}, Beratungen gesamt {soll}. Bitte ergänzen oder die freiwillige Tabelle leer lassen.",
    why: "Wer die freiwillige Tabelle ausfüllt, teilt alle Beratungen auf.",
    basis: "S1, V",
    formulaPossible: "ja",
    checks: waysOfConsulting.map(addsUp),
  }),
  error("SUM-021", {
    title: "Dauerklassen ergeben nicht die Beendigungen",
    message: "{zelle}, Dauerklassen: zusammen {ist}, Beendigungen {soll}. Bitte je beendetem Fall genau eine Klasse zählen.",
    why: "Aus den Klassen schätzt das Land die mittlere Dauer; dafür muss jeder Fall einmal vorkommen.",
    basis: "V",
    formulaPossible: "ja",
    checks: [addsUp({table: "T07D", field: "dauer_klasse", named: "Dauerklassen", to: closed, toNamed: "CM-Beendigungen"})],
  }),
  note("SUM-022", {
    title: "Mehr Fälle nach dem Assessment als Assessments",
    message: "{zelle}: {ist} Fälle in Phase 4 bis 7, aber nur {soll} mit abgeschlossenem Assessment. Bitte Phasen oder Assessment prüfen.",
    why: "Ab Phase 4 ist das Assessment in der Regel abgeschlossen.",
    basis: "S0",
    formulaPossible: "ja",
    checks: [
      {
        each: "once",
        left: total("T03H", "cm_phase", {rows: openPhases.slice(1), ifEmpty: "skip"}),
        relation: "atMost",
        right: total("T03P", "cm_assessment"),
        at: total("T03P", "cm_assessment"),
      },
    ],
  }),
  error("SUM-023", {
    title: "Herkunft am Ort ergibt nicht den Bestand",
    message: "{zelle}, Ort {id}: Herkunft zusammen {ist}, CM-Fälle am Ende {soll}. Bitte ergänzen; unbekannt: staatenlos/ungeklärt/ohne Angabe.",
    why: "Die Herkunft ist von Ort zu Ort verschieden; aufgeteilt werden dieselben Fälle.",
    basis: "S1",
    formulaPossible: "ja",
    checks: [{each: {rowsOf: "T03"}, left: here("T04O", "n_bestand_ort", {rows: "within", ifEmpty: "skip"}), relation: "equals", right: site("cm_bestand_ende")}],
  }),
];
