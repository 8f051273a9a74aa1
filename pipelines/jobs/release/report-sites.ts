import type {Audience} from "../../../schemas/flow.ts";
import {fewOf} from "../warehouse/manifest.ts";
import type {SiteRefresh} from "./refresh-site.ts";

const headings: Readonly<Record<Audience, string>> = {
  public: "Veröffentlicht werden darf",
  controlling: "Nur für den Dienstgebrauch",
  body: "Nur für die jeweilige Stelle",
  research: "Nur im Rahmen des Nutzungsvertrags",
};

/** Which pages there are, for whom, and where they begin, in German. */
export const sitesText = (sites: readonly SiteRefresh[]): string =>
  sites
    .map(({audience, pages, rebuilt, mended, start}) => {
      const why = mended.length === 0 ? "" : `; Dateien fehlten, waren verändert oder fremd: ${fewOf(mended)}`;
      return `${headings[audience]}: ${start} (${pages} Seiten ${rebuilt ? "geschrieben" : "sind auf dem Stand"}${why})`;
    })
    .join("\n");
