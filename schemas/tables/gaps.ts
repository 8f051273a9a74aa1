import type {FieldName} from "../fields/registry.ts";
import {derived, type FigureDeclaration, summed, type Term} from "../measures.ts";
import {bodyOnly, table} from "./table.ts";

const counted = (name: string, label: string, definition: string, where: NonNullable<Term["where"]>, time: "stock" | "flow" = "stock"): FigureDeclaration =>
  derived({name, label, unit: "Systemlücken", definition, time}, {kind: "count", term: {field: "status", where}});
const figures = [
  counted("luecken_count", "Systemlücken im Register", "Alle gemeldeten Zeilen des Registers.", {}),
  counted("offen_count", "Offene Systemlücken", "Status 1 bis 5 und 7: weder gelöst noch zurückgestellt.", {status: ["1", "2", "3", "4", "5", "7"]}),
  counted("neu_count", "Neue Systemlücken", "Erstmals in diesem Halbjahr gemeldet.", {periode_erst: ["=half_year"]}, "flow"),
  counted("geloest_count", "Gelöste Systemlücken", "In diesem Halbjahr gelöst.", {status: ["6"], periode_geloest: ["=half_year"]}, "flow"),
];
const gapsBy = (name: string, title: string, field: FieldName, label: string, list: string) =>
  table({name, title, description: `${title} am Stichtag.`, dimensions: [{name: field, label, list, from: {answer: field}}], figures});

export const gaps = table({
  name: "gaps",
  title: "Systemlücken",
  description: "Systemlücken: Register, offen, neu, gelöst.",
  figures: [...figures, summed("luecke_faelle")],
});
export const gapsByTopic = gapsBy("gaps_by_topic", "Systemlücken nach Handlungsfeld", "luecke_thema", "Handlungsfeld", "CL_THEMA");
export const gapsByKind = gapsBy("gaps_by_kind", "Systemlücken nach Art", "art", "Art", "CL_LUECKE_ART");
export const gapsByLaw = gapsBy("gaps_by_law", "Systemlücken nach Rechtskreis", "rechtskreis", "Rechtskreis", "CL_RECHTSKREIS");
export const gapsBySolver = gapsBy("gaps_by_solver", "Systemlücken nach Lösungsebene", "ebene", "Lösungsebene", "CL_EBENE");
export const gapsByStatus = gapsBy("gaps_by_status", "Systemlücken nach Status", "status", "Status", "CL_LUECKE_STATUS");
/** Every gap with its answers; controlling only. */
export const gapRegister = table({
  name: "gap_register",
  title: "Lückenregister",
  description: "Jede gemeldete Systemlücke mit Art, Feld, Ebene und Status.",
  levels: bodyOnly,
  dimensions: [{name: "luecke_id", label: "Lücken-Nr.", from: {part: ""}}],
  attributes: [
    {name: "titel", label: "Kurztitel", type: "text", field: "titel"},
    {name: "art", label: "Art", type: "text", list: "CL_LUECKE_ART", field: "art"},
    {name: "luecke_thema", label: "Handlungsfeld", type: "text", list: "CL_THEMA", field: "luecke_thema"},
    {name: "rechtskreis", label: "Rechtskreis", type: "text", list: "CL_RECHTSKREIS", field: "rechtskreis"},
    {name: "quelle", label: "Erkannt durch", type: "text", list: "CL_LUECKE_QUELLE", field: "quelle"},
    {name: "ebene", label: "Lösungsebene", type: "text", list: "CL_EBENE", field: "ebene"},
    {name: "status", label: "Status", type: "text", list: "CL_LUECKE_STATUS", field: "status"},
    {name: "periode_erst", label: "Erstmals gemeldet", type: "text", field: "periode_erst"},
    {name: "periode_geloest", label: "Gelöst im Halbjahr", type: "text", field: "periode_geloest"},
    {name: "ergebnis", label: "Ergebnis", type: "text", list: "CL_ERGEBNIS", field: "ergebnis"},
  ],
  figures: [summed("luecke_faelle")],
});
