import type {Body} from "../../schemas/codes/bodies.ts";
import type {FigurePath} from "../data/shown.ts";
import type {Products, View} from "../data/view.ts";

/** Pages that exist for every half-year; all others only once, at the root. */
const perHalfYear = ["index", "fallzahlen", "themen", "herkunft", "personal", "ruecklauf"] as const;
export type HalfYearPage = (typeof perHalfYear)[number];
export type PageName = HalfYearPage | "stellen" | "methodik" | "daten" | "luecken" | "barrierefreiheit" | "impressum" | `stelle-${string}`;
export const isHalfYearPage = (page: PageName): page is HalfYearPage => perHalfYear.some((name) => name === page);

const onBodySite: readonly PageName[] = ["index", "methodik", "luecken", "barrierefreiheit", "impressum"];
/** Whether the site of this audience has a page: that of one body has few. */
export const hasPage = ({manifest}: Products, page: PageName): boolean => manifest.audience !== "body" || onBodySite.includes(page);

/** Way to a page as seen from a page of this half-year. */
export const href = ({edition}: View, page: PageName): string => (isHalfYearPage(page) ? `${page}.html` : `${edition.root}${page}.html`);
export const bodyHref = (view: View, {key}: Pick<Body, "key">): string => href(view, `stelle-${key}`);
/** Where the Methodik defines a figure. */
export const definitionHref = (view: View, path: FigurePath): string => `${href(view, "methodik")}#${anchor(path)}`;
export const anchor = (path: FigurePath): string => path.replace(".", "-");
