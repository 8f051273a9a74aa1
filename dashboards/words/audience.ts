import {spokenName} from "../../schemas/codes/bodies.ts";
import {watermarkOf} from "../../schemas/disclosure/watermark.ts";
import type {Products} from "../data/view.ts";

export const roundedNote = "Alle Fallzahlen auf Vielfache von 5 gerundet; Summen können abweichen.";
export const withheldNote =
  "Zahlenwert zum Schutz von Einzelpersonen gesperrt. Zum Schutz vor Rückrechnung werden auch unkritische Werte gesperrt, Nullen eingeschlossen.";

/** What stands on every page and in every file of a site that is not for everybody, with the name of the body if it is for one; null for the public one. */
export const watermark = ({manifest, owner}: Products): string | null =>
  owner === null ? watermarkOf(manifest.audience) : `${watermarkOf("body")} ${spokenName(owner)}`;
/** What must travel with a picture or table that is taken away: for whom it is, and that its numbers are rounded. */
export const carriedNotes = (products: Products): string[] => {
  const mark = watermark(products);
  const comparison = products.owner === null ? roundedNote : `Zahlen anderer: ${roundedNote}`;
  return [...(mark === null ? [] : [mark]), ...(products.manifest.protection === null ? [] : [comparison])];
};
/** For whom the pages are, in the imprint and at the foot. */
export const releaseText = ({manifest: {audience}}: Products): string =>
  ({
    public: "Diese Fassung ist zur Veröffentlichung bestimmt. Kleine Zahlen sind gerundet oder gesperrt.",
    controlling: "Diese Fassung ist für das Controlling bestimmt und zeigt auch kleine Zahlen; sie ist nicht zur Veröffentlichung freigegeben.",
    research: "Diese Fassung ist für die vereinbarte Forschung bestimmt und zeigt auch kleine Zahlen; Ergebnisse werden vor jeder Weitergabe geprüft.",
    body: "Diese Fassung ist für die meldende Stelle selbst bestimmt: Ihre eigenen Zahlen sind genau, alle anderen wie veröffentlicht.",
  })[audience];
