import {functionsOf} from "../codes/baustein.ts";
import {codeListOf} from "../codes/lists.ts";
import {approved, constant, count, here, minus, previous, sum, total} from "./terms/expression.ts";
import {site} from "./terms/cases.ts";
import {type Check, error, note, type Rule, warning} from "./rule.ts";

const endBefore = previous(site("cm_bestand_ende"));
const correction = site("bestandsbereinigung", {ifEmpty: "zero"});
const allStarts = total("T03", "cm_bestand_anfang");
const allEndsBefore = previous(total("T03", "cm_bestand_ende"));
const kindOfReturn = total("T01", "meldungsart", {rows: ["-"]});
const isEmptyReturn = count(kindOfReturn, "F");

const agreement = (field: string) => total("T08K", field);
const agreementsBefore = previous(minus(sum(agreement("koop_anfang"), agreement("koop_neu")), agreement("koop_beendet")), total("T08K", "koop_ende", {part: "computed"}));

const status = here("T09", "status");
const step = (code: string) => codeListOf("CL_LUECKE_STATUS").entry(code);
/** What a gap can go back to: from the steps 1 to 5 a lower one, from solved and put off any other. Passed on to Land or Bund is no step. */
const backwards: Readonly<Record<string, readonly string[]>> = {
  2: ["1"],
  3: ["1", "2"],
  4: ["1", "2", "3"],
  5: ["1", "2", "3", "4"],
  6: ["1", "2", "3", "4", "5", "7", "8"],
  8: ["1", "2", "3", "4", "5", "6", "7"],
};
const goesBack = ([before, lower]: readonly [string, readonly string[]]): Check => ({
  each: {rowsOf: "T09"},
  when: [{left: previous(count(status, before)), relation: "atLeast", right: constant(1n)}],
  left: count(status, ...lower),
  relation: "atMost",
  right: constant(0n),
  at: status,
  fill: {alt: step(before), gefunden: {codeOf: status}, erwartet: `${step(before)} oder weiter`},
});

/** A post of a Baustein that is not there any more, although as much is approved as before: on sheet 02 itself, or by the notice. */
const vanishedPost = (baustein: "B1" | "B2" | "B3"): Check[] => {
  const functions = functionsOf(baustein);
  const sheet = total("T02", "vzae_bewilligt", {where: [{field: "funktion", is: functions}]});
  const vanished: Pick<Check, "each" | "left" | "relation" | "right" | "at"> = {
    each: {missingRowsOf: "T02"},
    left: previous(count(here("T02", "funktion"), ...functions)),
    relation: "atMost",
    right: constant(0n),
    at: here("T02", "vzae_bewilligt"),
  };
  const words = {gefunden: "fehlt", erwartet: "eine Zeile für die Stelle"};
  return [
    {...vanished, when: [{left: sheet, relation: "equals", right: previous(sheet)}], fill: {vzae: sheet, ...words}},
    {
      ...vanished,
      when: [
        {left: sheet, relation: "atMost", right: minus(previous(sheet), constant(0n, 1n))},
        {left: approved(baustein), relation: "atLeast", right: previous(sheet)},
      ],
      fill: {vzae: approved(baustein), ...words},
    },
  ];
};

/** XP: does the return go on where the body's half-year before ended? */
export const acrossPeriodsRules: readonly Rule[] = [
  error("XP-001", {
    releasable: true,
    title: "Anfang passt nicht zum Ende des Vorhalbjahres",
    message: "{zelle}, Einsatzort {id}: Anfang {ist}, Ende {vorperiode} war {vor}, Bereinigung {bereinigung}. Bitte Anfang übernehmen oder die Differenz in Spalte O eintragen und erläutern.",
    why: "Fälle gehen zwischen zwei Halbjahren nicht verloren; jede Änderung des Bestands braucht einen Grund.",
    basis: "V",
    formulaPossible: "ja",
    inEmptyReturn: true,
    needs: ["previous"],
    checks: [
      {
        each: {rowsOf: "T03"},
        left: site("cm_bestand_anfang"),
        relation: "equals",
        right: sum(endBefore, correction),
        laterCorrected: "{zelle}, Einsatzort {id}: Anfang {ist}, Ende {vorperiode} ist nach einer Korrektur {vor}. Bitte auch dieses Halbjahr korrigieren oder auf Blatt 13 erläutern.",
        fill: {vor: endBefore, bereinigung: correction},
      },
      {
        each: {missingRowsOf: "T03"},
        when: [
          {left: isEmptyReturn, relation: "atMost", right: constant(0n)},
          {left: allStarts, relation: "atMost", right: minus(allEndsBefore, constant(1n))},
        ],
        left: endBefore,
        relation: "atMost",
        right: constant(0n),
        at: site("cm_bestand_anfang"),
        laterCorrected: "{ort}: Einsatzort {id} fehlt, hat nach einer Korrektur aber Ende {vorperiode} noch {ist} CM-Fälle. Bitte auch dieses Halbjahr korrigieren oder auf Blatt 13 erläutern.",
        fill: {gefunden: "fehlt", erwartet: "eine Zeile für den Einsatzort"},
        message: "{ort}: Einsatzort {id} fehlt, hatte aber Ende {vorperiode} noch {ist} CM-Fälle. Bitte die Zeile wieder aufnehmen und die Fälle dort beenden oder in Spalte O an einen anderen Ort umbuchen.",
      },
      {
        each: "once",
        when: [{left: isEmptyReturn, relation: "atLeast", right: constant(1n)}],
        left: allEndsBefore,
        relation: "atMost",
        right: constant(0n),
        at: kindOfReturn,
        laterCorrected: "{zelle}: Fehlanzeige, aber nach einer Korrektur waren Ende {vorperiode} noch {ist} CM-Fälle offen. Bitte auch dieses Halbjahr korrigieren oder auf Blatt 13 erläutern.",
        fill: {gefunden: {codeOf: kindOfReturn}, erwartet: "eine Meldung mit Zahlen"},
        message: "{zelle}: Fehlanzeige, aber Ende {vorperiode} waren noch {ist} CM-Fälle offen. Bitte eine Meldung mit Zahlen abgeben.",
      },
    ],
  }),
  warning("XP-002", {
    title: "Anderer Bestand passt nicht zum Ende des Vorhalbjahres",
    message: "{zelle}, {feld}: Anfang {ist}, Ende {vorperiode} war {soll}. Bitte übernehmen oder auf Blatt 13 erläutern (z. B. Registerbereinigung).",
    why: "Bestände schließen aneinander an; ein Sprung ohne Erklärung ist meist ein Tippfehler.",
    basis: "V",
    formulaPossible: "ja",
    needs: ["previous"],
    checks: [
      {each: {rowsOf: "T10E"}, left: here("T10E", "eb_anfang"), relation: "equals", right: previous(here("T10E", "eb_ende"))},
      {each: "once", left: agreement("koop_anfang"), relation: "equals", right: agreementsBefore},
    ],
  }),
  note("XP-003", {
    title: "Kein Vorhalbjahr",
    message: "{zelle}: Für das {vorperiode} liegt keine angenommene Meldung vor; Anfangsbestände werden nicht verglichen. Nichts zu tun.",
    why: "Was nicht verglichen werden konnte, soll niemand für geprüft halten.",
    basis: "V",
    formulaPossible: "teilweise",
    needs: ["previous"],
    test: "no-previous-return",
  }),
  note("XP-004", {
    title: "Versionsnummer schon vergeben",
    message: "{zelle}: Version {version} gibt es schon; diese Datei wird als Version {neu} geführt. Nichts zu tun, wenn es eine Korrektur ist.",
    why: "Es gilt, was zuletzt kommt; die Nummer auf dem Deckblatt entscheidet nichts.",
    basis: "V",
    formulaPossible: "nein",
    inEmptyReturn: true,
    needs: ["receipt"],
    test: "version-used",
  }),
  warning("XP-005", {
    title: "Offene Systemlücke fehlt",
    message: "{ort}: Lücke {id} war im {vorperiode} offen und fehlt jetzt. Bitte die Zeile mit neuem Status wieder aufnehmen (auch 8 zurückgestellt).",
    why: "Eine erkannte Lücke bleibt im Blick, bis sie gelöst oder bewusst zurückgestellt ist.",
    basis: "S3,S4",
    formulaPossible: "ja",
    needs: ["previous"],
    checks: [
      {
        each: {missingRowsOf: "T09"},
        left: previous(count(status, "1", "2", "3", "4", "5", "7")),
        relation: "atMost",
        right: constant(0n),
        at: status,
        fill: {gefunden: "fehlt", erwartet: "eine Zeile für die Lücke"},
      },
    ],
  }),
  warning("XP-006", {
    title: "Status einer Systemlücke geht zurück",
    message: "{zelle}, Lücke {id}: Status im {vorperiode} „{alt}“, jetzt „{gefunden}“. Bitte prüfen; eine Wiederaufnahme kurz erläutern.",
    why: "Eine Nummer steht für dieselbe Lücke, und ihr Weg soll nachvollziehbar bleiben.",
    basis: "S3, V",
    formulaPossible: "ja",
    needs: ["previous"],
    checks: Object.entries(backwards).map(goesBack),
    test: "gap-titles",
  }),
  warning("XP-007", {
    title: "Stelle fehlt",
    message: "{ort}: Stelle {id} aus dem {vorperiode} fehlt, bewilligt bleiben {vzae} VZÄ. Bitte die Zeile ergänzen oder die Umnummerierung erläutern.",
    why: "Eine bewilligte Stelle verschwindet nicht; auch unbesetzt gehört sie in die Besetzungsquote.",
    basis: "V",
    formulaPossible: "teilweise",
    needs: ["previous-return"],
    checks: (["B1", "B2", "B3"] as const).flatMap(vanishedPost),
  }),
  note("XP-008", {
    title: "Veröffentlichte Zahl ändert sich",
    message: "{zelle}, {feld}: veröffentlicht {alt}, jetzt {neu}. Die Korrektur wird angenommen und bei der nächsten Veröffentlichung kenntlich gemacht. Nichts zu tun.",
    why: "Wer eine veröffentlichte Zahl benutzt hat, soll sehen, dass sie sich geändert hat.",
    basis: "V",
    formulaPossible: "nein",
    needs: ["published"],
    test: "published-figures",
  }),
];
