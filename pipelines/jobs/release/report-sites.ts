import type {Audience} from "../../../schemas/flow.ts";
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
    .map(({audience, pages, rebuilt, start}) => `${headings[audience]}: ${start} (${pages} Seiten ${rebuilt ? "geschrieben" : "sind auf dem Stand"})`)
    .join("\n");
