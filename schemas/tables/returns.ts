import {derived, type FigureDeclaration, type Measure} from "../measures.ts";
import {bodyOnly, table} from "./table.ts";

type Counts = Extract<Measure, {kind: "register"}>["counts"];
const registered = (name: string, label: string, unit: string, definition: string, counts: Counts): FigureDeclaration =>
  derived({name, label, unit, definition, time: "flow"}, {kind: "register", counts});

/** Who has delivered, in time, with how many findings: of the return that counts. */
export const returns = table({
  name: "returns",
  title: "Rücklauf",
  description: "Zählende Meldungen: wie viele, ob rechtzeitig und wie beschaffen.",
  figures: [
    registered("meldungen_count", "Zählende Meldungen", "Meldungen", "Stellen mit einer angenommenen Meldung für das Halbjahr.", "counted"),
    registered("fristgerecht_count", "Fristgerechte Meldungen", "Meldungen", "Stellen, deren erste angenommene Meldung bis zur Frist einging.", "in-time"),
    registered("fehlanzeigen_count", "Fehlanzeigen", "Meldungen", "Zählende Meldungen, die eine Fehlanzeige sind.", "fehlanzeige"),
    registered("abgewiesen_count", "Abgewiesene Dateien", "Dateien", "Dateien, die wegen eines Fehlers nicht angenommen wurden.", "rejected"),
    registered("warnungen_count", "Warnungen", "Befunde", "Warnungen in der zählenden Meldung.", "warnings"),
    registered("erlaeutert_count", "davon erläutert", "Befunde", "Warnungen der zählenden Meldung mit einer Erläuterung auf Blatt 13.", "explained"),
    registered("hinweise_count", "Hinweise", "Befunde", "Hinweise in der zählenden Meldung.", "notes"),
  ],
});
/** One row per body due: state of the return. `state`: counted, rejected, missing. */
export const returnRegister = table({
  name: "return_register",
  title: "Meldungen je Stelle",
  description: "Stand der Meldung jeder Stelle: zählende Fassung, Eingang, Frist, Befunde.",
  levels: bodyOnly,
  attributes: [
    {name: "state", label: "Stand", type: "text"},
    {name: "return_kind", label: "Art der Meldung", type: "text", list: "CL_MELDUNGSART"},
    {name: "version", label: "Fassung", type: "integer"},
    {name: "versions", label: "Eingegangene Fassungen", type: "integer"},
    {name: "received", label: "Eingegangen am", type: "date"},
    {name: "first_received", label: "Erste angenommene Fassung am", type: "date"},
    {name: "deadline", label: "Frist", type: "date"},
    {name: "in_time", label: "Fristgerecht", type: "boolean"},
    {name: "form_version", label: "Formularversion", type: "text"},
    {name: "submission", label: "Prüfsumme der Datei (SHA-256)", type: "text"},
  ],
  figures: [],
});
/** Every file that could be read for a body and half-year, also rejected and superseded ones. */
export const submissionRegister = table({
  name: "submission_register",
  title: "Eingegangene Dateien",
  description: "Jede eingegangene Datei mit Fassung, Ergebnis der Prüfung und Zahl der Befunde.",
  levels: bodyOnly,
  dimensions: [{name: "submission", label: "Prüfsumme der Datei (SHA-256)", from: {register: "submission"}}],
  attributes: [
    {name: "version", label: "Fassung", type: "integer"},
    {name: "received", label: "Eingegangen am", type: "date"},
    {name: "verdict", label: "Ergebnis der Prüfung", type: "text"},
    {name: "counts", label: "Zählt", type: "boolean"},
    {name: "format", label: "Dateiformat", type: "text"},
  ],
  figures: [
    registered("fehler_count", "Fehler", "Befunde", "Fehler in dieser Datei.", "errors"),
    registered("warnungen_count", "Warnungen", "Befunde", "Warnungen in dieser Datei.", "warnings"),
    registered("hinweise_count", "Hinweise", "Befunde", "Hinweise in dieser Datei.", "notes"),
  ],
});
/** Findings by rule, of the returns that count. */
export const findingsByRule = table({
  name: "findings_by_rule",
  title: "Befunde nach Regel",
  description: "Befunde der automatischen Prüfung nach Regel, in den zählenden Meldungen.",
  dimensions: [{name: "rule", label: "Regel", from: {register: "rule"}}],
  figures: [
    registered("befunde_count", "Befunde", "Befunde", "Befunde dieser Regel.", "findings"),
    registered("erlaeutert_count", "davon erläutert", "Befunde", "Befunde dieser Regel mit einer Erläuterung auf Blatt 13.", "explained"),
  ],
});
/** Every finding of every readable file with its place and text; controlling only. */
export const findingRegister = table({
  name: "finding_register",
  title: "Befundliste",
  description: "Jeder Befund mit Fundstelle, gefundenem und erwartetem Wert und Erläuterung.",
  levels: bodyOnly,
  dimensions: [
    {name: "submission", label: "Prüfsumme der Datei (SHA-256)", from: {register: "submission"}},
    {name: "number", label: "Nr.", from: {register: "number"}},
  ],
  attributes: [
    {name: "counts", label: "In der zählenden Meldung", type: "boolean"},
    {name: "rule", label: "Regel", type: "text"},
    {name: "severity", label: "Schwere", type: "text"},
    {name: "sheet", label: "Blatt", type: "text"},
    {name: "cell", label: "Zelle", type: "text"},
    {name: "field", label: "Feld", type: "text"},
    {name: "found", label: "Gefunden", type: "text"},
    {name: "expected", label: "Erwartet", type: "text"},
    {name: "message", label: "Meldung", type: "text"},
    {name: "released", label: "Freigabe durch das KfI", type: "text"},
    {name: "explanation", label: "Erläuterung", type: "text"},
  ],
  figures: [],
});
