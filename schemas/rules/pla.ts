import {atEnd, consultations} from "./terms/cases.ts";
import {constant, type Expression, howMany, times, total} from "./terms/expression.ts";
import {note, type Rule, warning} from "./rule.ts";

const parameter = (name: string): Expression => ({kind: "parameter", name});
const caseManagers = [{field: "funktion", is: ["CM"]}];
const occupied = total("T02", "vzae_besetzt", {where: caseManagers});
const monthsHeld = total("T02", "vzae_monate", {where: caseManagers});
const persons = total("T03", "cm_personen_ende");
const agreed = total("T03P", "cm_zielvereinbarung");
const isThere = (of: Expression) => ({left: of, relation: "atLeast", right: constant(0n, 1n)}) as const;

const caseload = {
  each: "once",
  when: [{reportedBefore: 2}],
  left: atEnd,
  at: total("T03", "cm_bestand_ende", {part: "total"}),
} as const;
const perPost = {gefunden: {ratio: [atEnd, occupied]}, min: parameter("fz_min"), max: parameter("fz_max")} as const;

const counted = ["cm_bestand_anfang", "cm_neu", "cm_wieder", "cm_beendet", "cm_bestand_ende", "cm_personen_ende", "erstberatungen", "verweisberatungen", "folgeberatungen_ohne_cm", "folgeberatungen"].map((field) => total("T03", field));
const large = howMany(counted, 20n);
const round = howMany(counted, 20n, 10n);

const median = total("T07M", "dauer_median", {ifEmpty: "skip"});

/** PLA without models: figures of one return that are possible but seldom right. */
export const plausibilityRules: readonly Rule[] = [
  warning("PLA-004", {
    title: "Ungewöhnlich viele oder wenige Fälle je Stelle",
    message: "{zelle}: {wert} CM-Fälle je besetzter VZÄ, üblich {min} bis {max}. Bitte Fälle (Blatt 03) und Besetzung (Blatt 02) prüfen oder erläutern.",
    why: "Eine Fachkraft kann nur eine begrenzte Zahl von Fällen zugleich begleiten.",
    basis: "W4,W5,S1",
    formulaPossible: "ja",
    needs: ["previous"],
    checks: [
      {...caseload, relation: "atLeast", right: times({parameter: "fz_min"}, occupied), fill: {...perPost, grenze: parameter("fz_min")}},
      {...caseload, when: [...caseload.when, isThere(occupied)], relation: "atMost", right: times({parameter: "fz_max"}, occupied), fill: {...perPost, grenze: parameter("fz_max")}},
    ],
  }),
  warning("PLA-005", {
    title: "Ungewöhnlich viele Personen oder Beratungen",
    message: "{zelle}, {kennzahl}: {wert}, üblich bis {max}. Bitte prüfen, ob Personen statt Gespräche gezählt wurden; sonst erläutern.",
    why: "Gespräche, Fälle und Personen werden leicht verwechselt und dann doppelt gezählt.",
    basis: "S1, V",
    formulaPossible: "ja",
    checks: [
      {
        each: "once",
        when: [isThere(atEnd)],
        left: persons,
        relation: "atMost",
        right: times({parameter: "personen_je_fall_max"}, atEnd),
        at: total("T03", "cm_personen_ende", {part: "total"}),
        fill: {
          kennzahl: "Personen je CM-Fall",
          gefunden: {ratio: [persons, atEnd]},
          max: parameter("personen_je_fall_max"),
          grenze: parameter("personen_je_fall_max"),
        },
      },
      {
        each: "once",
        when: [isThere(monthsHeld)],
        left: consultations,
        relation: "atMost",
        right: times({parameter: "bpm_max"}, monthsHeld),
        at: total("T03", "beratungen_gesamt", {part: "total"}),
        fill: {
          kennzahl: "Beratungen je besetztem VZÄ-Monat",
          gefunden: {ratio: [consultations, monthsHeld]},
          max: parameter("bpm_max"),
          grenze: parameter("bpm_max"),
        },
      },
    ],
  }),
  note("PLA-006", {
    title: "Gleiche Zahlen wie im Vorhalbjahr",
    message: "{blatt} ist genau gleich wie im {vorperiode}. Bitte prüfen, ob die neuen Zahlen eingetragen sind.",
    why: "Ein ganzes Blatt gleicher Zahlen ist fast immer das alte Blatt.",
    basis: "V",
    formulaPossible: "nein",
    needs: ["previous-return"],
    test: "unchanged-sheets",
  }),
  note("PLA-007", {
    title: "Viele volle Zehner",
    message: "{blatt}: {anteil} der Zahlen über 20 sind volle Zehner. Bitte gezählte statt geschätzte Werte eintragen, soweit möglich.",
    why: "Gezählte Zahlen enden auf alle Ziffern, geschätzte auf null.",
    basis: "S1, V",
    formulaPossible: "ja",
    checks: [
      {
        each: "once",
        when: [{left: large, relation: "atLeast", right: constant(10n)}],
        left: times(100n, round),
        relation: "atMost",
        right: times({parameter: "zehner_grenze"}, large),
        at: total("T03", "erstberatungen", {part: "total"}),
        fill: {anteil: {percent: [round, large]}, grenze: {parameter: "zehner_grenze"}},
      },
    ],
  }),
  note("PLA-009", {
    title: "Mittlere Dauer ungewöhnlich",
    message: "{zelle}: Mittlere Dauer {wert} Monate, üblich 0,1 bis 60. Bitte prüfen, ob Monate statt Tage eingetragen sind.",
    why: "Wer Tage statt Monate einträgt, vervielfacht die Dauer um dreißig.",
    basis: "V",
    formulaPossible: "ja",
    checks: [
      {each: "once", left: median, relation: "atLeast", right: constant(0n, 10n)},
      {each: "once", left: median, relation: "atMost", right: constant(60n)},
    ],
  }),
  note("PLA-010", {
    title: "Wenige Fälle mit Vereinbarung",
    message: "{zelle}: Nur {anteil} der CM-Fälle haben eine Ziel- oder Integrationsvereinbarung. Nichts zu tun, wenn viele Fälle neu sind.",
    why: "Ohne Vereinbarung fehlt dem Case Management das gemeinsame Ziel.",
    basis: "W9",
    formulaPossible: "ja",
    checks: [
      {
        each: "once",
        when: [{left: atEnd, relation: "atLeast", right: parameter("anteil_mindestbasis")}],
        left: times(100n, agreed),
        relation: "atLeast",
        right: times({parameter: "zv_min"}, atEnd),
        at: agreed,
        fill: {anteil: {percent: [agreed, atEnd]}, grenze: {parameter: "zv_min"}},
      },
    ],
  }),
];
