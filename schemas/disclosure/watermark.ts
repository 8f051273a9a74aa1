import type {Audience} from "../flow.ts";

const watermarks: Readonly<Record<Audience, string | null>> = {
  controlling: "Nur für den Dienstgebrauch – enthält Einzelangaben",
  research: "Nur im Rahmen des Nutzungsvertrags – enthält Einzelangaben",
  body: "Eigene Zahlen genau – nur für die meldende Stelle",
  public: null,
};
/** What stands on everything that is not for everybody; null where everybody may see it. */
export const watermarkOf = (audience: Audience): string | null => watermarks[audience];
