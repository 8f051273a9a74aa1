import {bodies, type Body, spokenName} from "../../schemas/codes/bodies.ts";
import type {View} from "../data/view.ts";
import {href} from "../parts/href.ts";
import {keyFigures} from "../parts/key-figures.ts";
import {districtId} from "../parts/menu.ts";
import {page} from "../parts/page.ts";
import {section, type SiteFile} from "../parts/part.ts";
import {agreements, origins, similar, stock} from "./body/comparison.ts";
import {openGaps, posts, sites} from "./body/lists.ts";
import {kicker, lead, profile, state} from "./body/profile.ts";
import {files, findings} from "./body/reporting.ts";

const bodyPage = (view: View, body: Body): SiteFile[] =>
  page(view, {
    name: `stelle-${body.key}`,
    title: spokenName(body),
    trail: [[`Regierungsbezirk ${body.district}`, `${href(view, "stellen")}#${districtId(body.district)}`]],
    kicker: kicker(body),
    lead: lead(view, body),
    state: state(view, body),
    content: [
      keyFigures(profile(view, body)),
      section("Verlauf und Vergleich", [stock(view, body), similar(view, body), agreements(view, body), origins(view, body)]),
      section("Einsatzorte", [sites(view, body)]),
      section("Stellen nach Funktion", [posts(view, body)]),
      section("Offene Systemlücken", [openGaps(view, body)]),
      section("Meldung und Befunde", [findings(view, body), files(view, body)], "meldung"),
    ],
  });
/** One page for each of the 54. */
export const bodyPages = (view: View): SiteFile[] => bodies.flatMap((body) => bodyPage(view, body));
