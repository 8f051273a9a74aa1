import {note, type Rule, warning} from "./rule.ts";

/**
 * PLA-001, 002, 003 and 008: models for counts with zeros. What is compared stands in `pla/key-figures.ts`, how rarely they speak in `pla/levels.ts`,
 * with whom a body is compared in `pla/neighbours.ts`. A figure is asked about once: by PLA-008, else PLA-001, else PLA-002; and by PLA-003 on its own.
 */
export const modelRules: readonly Rule[] = [
  warning("PLA-001", {
    title: "Deutliche Änderung gegenüber dem Vorhalbjahr",
    message: "{zelle}: „{feld}“ bisher {alt}, jetzt {neu} ({delta}); zu erwarten {soll}. Bitte prüfen; stimmt es, auf Blatt 13 den Grund in einem Satz nennen.",
    why: "Ein Sprung, der größer ist als der übliche Zufall, ist oft ein Tippfehler oder eine andere Zählweise – oder eine Nachricht, die einen Satz wert ist.",
    basis: "V",
    formulaPossible: "teilweise",
    needs: ["previous"],
    test: "changed",
  }),
  note("PLA-002", {
    title: "Außerhalb der eigenen Vorgeschichte",
    message: "{zelle}: „{feld}“ {wert}, bisher zwischen {von} und {bis}; zu erwarten {soll}. Bitte prüfen; stimmt es, ist nichts zu tun.",
    why: "Was eine Stelle in zwei Jahren nie gemeldet hat, kann stimmen, lohnt aber einen zweiten Blick.",
    basis: "V",
    formulaPossible: "nein",
    needs: ["history"],
    test: "unusual",
  }),
  note("PLA-003", {
    title: "Anders als vergleichbare Stellen",
    message: "{zelle}: „{feld}“ je besetztem VZÄ-Monat {wert}, in der Vergleichsgruppe ({gruppe}) im Mittel {mittel}. Bitte prüfen; stimmt es, ist nichts zu tun.",
    why: "Wer ein Vielfaches oder einen Bruchteil der Nachbarn meldet, zählt vielleicht etwas anderes.",
    basis: "V",
    formulaPossible: "nein",
    needs: ["peers"],
    test: "unlike-peers",
  }),
  warning("PLA-008", {
    title: "Null, wo vorher etwas war",
    message: "{zelle}: „{feld}“ jetzt 0, im {vorperiode} waren es {alt}. Wenn es wirklich nichts gab, bitte auf Blatt 13 kurz erläutern; wenn unbekannt, k. A. eintragen.",
    why: "Eine Null steht oft dort, wo die Zahl nicht bekannt war; sie zählt aber als gezählt.",
    basis: "V",
    formulaPossible: "teilweise",
    needs: ["previous"],
    test: "vanished",
  }),
];
