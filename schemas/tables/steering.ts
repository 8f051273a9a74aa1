import type {FieldName} from "../fields/registry.ts";
import {derived, type FigureDeclaration, summed} from "../measures.ts";
import {byCode, table} from "./table.ts";

const marked = (name: string, label: string, field: FieldName, definition: string): FigureDeclaration =>
  derived({name, label, unit: "Stellen", definition}, {kind: "marks", field});

export const steering = table({
  name: "steering",
  title: "Steuerung",
  description: "Kooperationsvereinbarungen, Qualifizierung und Prozessbegleitung.",
  figures: [
    summed("koop_anfang"),
    summed("koop_neu"),
    summed("koop_beendet"),
    derived(
      {name: "koop_ende_count", label: "Kooperationsvereinbarungen am Ende", unit: "Verträge", definition: "Anfang plus neu minus beendet."},
      {kind: "sum", terms: [{field: "koop_anfang"}, {field: "koop_neu"}, {field: "koop_beendet", factor: -1n}]},
    ),
    summed("koop_ka"),
    summed("koop_fw"),
    summed("schulung_koord_tage"),
    summed("koord_kurs_fertig"),
    summed("schulung_cm_tage"),
    summed("schulung_b3_tage"),
    summed("treffen_teilnahmen"),
    summed("prozessbegl_tage"),
    summed("massnahmen_n"),
  ],
});
export const steeringGroups = table({
  name: "steering_groups",
  title: "Gremien",
  description: "Gremien, Sitzungen und Beschlüsse.",
  dimensions: [byCode("gremium", "Gremium", "CL_GREMIUM")],
  figures: [summed("gruppen_n"), summed("sitzungen"), summed("mitglieder"), summed("beschluesse"), summed("beschluesse_umgesetzt")],
});
export const actors = table({
  name: "actors",
  title: "Akteure in der Lenkungsgruppe",
  description: "Wie viele Stellen einen Akteur in der Lenkungsgruppe haben.",
  dimensions: [byCode("akteur", "Akteur", "CL_AKTEUR")],
  figures: [
    marked("vertreten_count", "Vertreten", "akteur_vertreten", "Stellen, in deren Lenkungsgruppe der Akteur vertreten ist."),
    marked("leitung_count", "Auf Leitungsebene", "akteur_leitung", "Stellen, in deren Lenkungsgruppe der Akteur durch Leitung vertreten ist."),
  ],
});
export const targetGroups = table({
  name: "target_groups",
  title: "Vorrangige Zielgruppen",
  description: "Wie viele Stellen eine Gruppe im Konzept vorrangig nennen.",
  dimensions: [byCode("zielgruppe_code", "Zielgruppe", "CL_ZIELGRUPPE")],
  figures: [marked("zielgruppe_count", "Vorrangig", "zielgruppe", "Stellen, deren Konzept die Gruppe vorrangig nennt.")],
});
export const userParticipation = table({
  name: "user_participation",
  title: "Beteiligung der Nutzer*innen",
  description: "Wie viele Stellen Nutzerinnen und Nutzer so beteiligen.",
  dimensions: [byCode("beteiligung", "Beteiligung", "CL_NUTZER")],
  figures: [marked("beteiligung_count", "Trifft zu", "nutzerbeteiligung", "Stellen, auf die diese Form der Beteiligung zutrifft.")],
});
export const steeringProducts = table({
  name: "steering_products",
  title: "Produkte im Halbjahr",
  description: "Wie viele Stellen im Halbjahr ein solches Produkt erstellt haben.",
  dimensions: [byCode("produkt", "Produkt", "CL_PRODUKT")],
  figures: [marked("produkt_count", "Trifft zu", "produkte", "Stellen, die im Halbjahr ein solches Produkt erstellt oder wesentlich überarbeitet haben.")],
});
