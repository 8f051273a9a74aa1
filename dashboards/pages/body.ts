import {bodies, type Body, spokenName} from "../../schemas/codes/bodies.ts";
import {hasReported, type View} from "../data/view.ts";
import {hasLevel, hasTable} from "../data/products/given.ts";
import {href, type PageName} from "../parts/href.ts";
import {keyFigures} from "../parts/key-figures.ts";
import {districtId} from "../parts/menu.ts";
import {page} from "../parts/page.ts";
import {type Part, section, type SiteFile} from "../parts/part.ts";
import {agreements, origins, similar, stock} from "./body/comparison.ts";
import {openGaps, posts, sites} from "./body/lists.ts";
import {kicker, lead, profile, state} from "./body/profile.ts";
import {files, findings} from "./body/reporting.ts";

/** What only a return of this half-year can tell, as far as the audience gets it. */
const details = (view: View, body: Body): (Part | false)[] => [
  section("Einsatzorte", [hasTable(view, "sites") && sites(view, body)]),
  section("Stellen nach Funktion", [hasLevel(view, "posts_by_function", "body") && posts(view, body)]),
  section("Offene Systemlücken", [hasTable(view, "gap_register") && openGaps(view, body)]),
  section("Befunde", [hasTable(view, "finding_register") && findings(view, body)], "befunde"),
];
/** The page of one body, with the others to compare it with. On its own site it is the first page. */
export const bodyPage = (view: View, body: Body, name: PageName = `stelle-${body.key}`): SiteFile[] =>
  page(view, {
    name,
    title: spokenName(body),
    ...(name === "index" ? {} : {trail: [[`Regierungsbezirk ${body.district}`, `${href(view, "stellen")}#${districtId(body.district)}`]]}),
    kicker: kicker(body),
    lead: lead(view, body),
    state: state(view, body),
    content: [
      keyFigures(profile(view, body)),
      section("Verlauf und Vergleich", [stock(view, body), similar(view, body), agreements(view, body), origins(view, body)]),
      ...(hasReported(view, view.edition.halfYear, body.key) ? details(view, body) : []),
      section("Eingegangene Dateien", [hasTable(view, "submission_register") && files(view, body)], "dateien"),
    ],
  });
/** One page for each of the 54. */
export const bodyPages = (view: View): SiteFile[] => bodies.flatMap((body) => bodyPage(view, body));
