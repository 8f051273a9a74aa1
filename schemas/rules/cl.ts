import {times, total} from "./terms/expression.ts";
import {type Check, error, note, warning} from "./rule.ts";

type Distribution = {readonly table: string; readonly field: string; readonly key?: string; readonly rows: readonly string[]; readonly named: string};

/** Share of some rows in their distribution: at most the limit in percent, asked only from 20 cases on. */
const share =
  (limit: string) =>
  ({table, field, key, rows, named}: Distribution): Check => {
    const column = key === undefined ? {} : {key};
    const part = total(table, field, {...column, rows});
    const whole = total(table, field, {...column, ifEmpty: "skip"});
    return {
      each: "once",
      when: [{left: whole, relation: "atLeast", right: {kind: "parameter", name: "anteil_mindestbasis"}}],
      left: times(100n, part),
      relation: "atMost",
      right: times({parameter: limit}, whole),
      at: part,
      fill: {merkmal: named, anteil: {percent: [part, whole]}, grenze: {parameter: limit}},
    };
  };

const ages = ["w", "m", "d", "x"].map((gender) => `ALT=A9,GES=${gender}`);
const unanswered: readonly Distribution[] = [
  {table: "T04A", field: "n_bestand", rows: ages, named: "Alter"},
  {table: "T04S", field: "n_bestand", key: "", rows: ["STA=99"], named: "Aufenthaltsstatus"},
  {table: "T04D", field: "n_bestand", rows: ["AUF=D9"], named: "Aufenthaltsdauer"},
  {table: "T04H", field: "n_bestand", rows: ["HH=9"], named: "Haushalt"},
  {table: "T04L", field: "n_bestand", rows: ["RK=9"], named: "Leistungsbezug"},
  {table: "T04N", field: "n_bestand", rows: ["NAT=999"], named: "Staatsangehörigkeit"},
  {table: "T06Z", field: "zugang_n", rows: ["99"], named: "Zugang"},
];
const others: readonly Distribution[] = [
  {table: "T03O", field: "beratung_ort", rows: ["9"], named: "Beratungen nach Ort"},
  {table: "T04H", field: "n_bestand", rows: ["HH=8"], named: "Haushalt"},
  {table: "T05", field: "thema_haupt", rows: ["98"], named: "Hauptanliegen"},
  {table: "T06Z", field: "zugang_n", rows: ["98"], named: "Zugang"},
  {table: "T06R", field: "verweis_n", rows: ["98"], named: "Verweise"},
  {table: "T07E", field: "ende_n", rows: ["98"], named: "Gründe der Beendigung"},
];

/** CL: does each entry stand in its list, is it valid, does the place belong to the body? */
export const codeRules = [
  error("CL-001", {
    title: "Nicht in der Auswahlliste",
    message: "{zelle}: „{wert}“ steht bei „{feld}“ nicht in der Auswahlliste. Erwartet: {erwartet}. Bitte einen Eintrag aus der Liste wählen (Pfeil rechts an der Zelle).",
    why: "Nur gleiche Begriffe lassen sich über 54 Stellen zusammenzählen.",
    basis: "V",
    formulaPossible: "ja",
    inEmptyReturn: true,
    invalid: ["code", "mark", "halfYear"],
  }),
  error("CL-002", {
    releasable: true,
    title: "Eintrag gilt in diesem Halbjahr nicht",
    message: "{zelle}: „{wert}“ gilt {gueltig}, gemeldet wird {periode}. Bitte einen gültigen Eintrag wählen.",
    why: "Aufenthaltstitel und Zielgruppen entstehen und enden mit dem Gesetz.",
    basis: "W11, V",
    formulaPossible: "teilweise",
    test: "code-validity",
  }),
  note("CL-003", {
    title: "Eintrag zugeordnet",
    message: "{zelle}: „{wert}“ wurde als „{erwartet}“ gelesen. Bitte prüfen; stimmt es, ist nichts zu tun.",
    why: "Eindeutige Schreibweisen werden verstanden, aber nie stillschweigend.",
    basis: "V",
    formulaPossible: "nein",
    inEmptyReturn: true,
    remarks: ["label-read"],
  }),
  warning("CL-004", {
    title: "Viele Fälle ohne Angabe",
    message: "{zelle}, {merkmal}: {anteil} ohne Angabe, üblich bis {grenze}. Bitte Angaben nachtragen oder auf Blatt 13 erläutern.",
    why: "Ab einem Zehntel ohne Angabe sagt die Verteilung wenig über die übrigen.",
    basis: "V",
    formulaPossible: "ja",
    checks: unanswered.map(share("ka_grenze")),
  }),
  note("CL-005", {
    title: "Viele Fälle unter „sonstige“",
    message: "{zelle}, {merkmal}: {anteil} „sonstige“, üblich bis {grenze}. Bitte prüfen, ob ein Listeneintrag passt; fehlende Einträge gern melden.",
    why: "Viel „sonstiges“ zeigt, dass der Liste ein Eintrag fehlt.",
    basis: "V",
    formulaPossible: "ja",
    checks: others.map(share("sonstige_grenze")),
  }),
  error("CL-006", {
    title: "Kommune außerhalb des Gebiets",
    message: "{zelle}: „{wert}“ liegt nicht im Gebiet von {stelle}. Erwartet: eine Kommune aus der Liste; für zentrale Orte {eigen}. Bitte aus der Liste wählen.",
    why: "Jede Stelle meldet für ihr eigenes Gebiet; sonst zählte eine Kommune doppelt.",
    basis: "V",
    formulaPossible: "ja",
    invalid: ["place"],
    test: "territory",
  }),
  error("CL-007", {
    title: "Stadt und StädteRegion Aachen vermischt",
    message: "{zelle}: Stadt und StädteRegion Aachen melden getrennt, „{wert}“ gehört zur anderen Meldung. Erwartet: {eigen}. Eigene Büros im Gebiet der anderen bitte unter {eigen} melden.",
    why: "Die StädteRegion berät auch in der Stadt Aachen; gezählt wird, wer berät.",
    basis: "S1",
    formulaPossible: "ja",
    test: "aachen",
  }),
];
