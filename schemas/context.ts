import type {Cell} from "./flow.ts";
import type {HalfYear} from "./half-year.ts";

/** What a rule may need beside the file itself. */
export type ContextPart = "previous" | "previous-return" | "approvals" | "receipt" | "history" | "peers" | "published" | "release" | "account";

/** Why a rule could not run where a part is not known; stands under *nicht prüfbar*. */
export const contextReasons: Readonly<Record<ContextPart, string>> = {
  previous: "braucht die Meldung des vorigen Halbjahres; sie liegt hier nicht vor",
  "previous-return": "braucht die ganze Meldung des vorigen Halbjahres; sie liegt hier nicht vor",
  approvals: "braucht die Bewilligungen; für diese Stelle sind hier keine übernommen",
  receipt: "wird beim Eingang geprüft",
  history: "braucht mehrere frühere Meldungen dieser Stelle; sie liegen hier nicht vor",
  peers: "braucht die Meldungen vergleichbarer Stellen; sie liegen nur beim Land vor",
  published: "braucht eine frühere Veröffentlichung; es gibt noch keine",
  release: "wird bei der Veröffentlichung geprüft und ist nichts, was die Stelle tun müsste",
  account: "wird beim Hochladen geprüft, sobald ein Konto angemeldet ist",
};

/**
 * The body's half-year before. `now`: cells of the return that counts as of today, `atArrival`: of the one that counted when this return came in
 * (the same cells where nothing changed); null where none is accepted. `whole` is false where only the figures printed in the form are known.
 */
export type PreviousReturn = {
  readonly halfYear: HalfYear;
  readonly whole: boolean;
  readonly now: readonly Cell[] | null;
  readonly atArrival: readonly Cell[] | null;
};

/** Key figures of one return that are compared over time and between bodies: integer of 10^-scale units by name of the figure (see the plausibility models). */
export type KeyFigures = Readonly<Record<string, bigint>>;
/** The body's own earlier half-years, oldest first, as far as accepted. */
export type History = readonly {readonly halfYear: HalfYear; readonly figures: KeyFigures}[];
/** The other bodies in the same half-year, as far as accepted. */
export type Peers = readonly {readonly body: string; readonly figures: KeyFigures}[];

/** Approved on the reference date by Baustein: VZÄ in hundredths, euros of the calendar year in cents. B1 includes the Verwaltungsassistenz. */
export type Approved = Readonly<Partial<Record<"B1" | "B2" | "B3", {readonly vzae: bigint; readonly euro: bigint}>>>;

/**
 * The day a return came in (Germany), the rank it has among the body's returns for the half-year, the version numbers the earlier ones state,
 * and whether one of them was accepted: then this one is a correction and late for nothing.
 */
export type Arrival = {readonly receivedOn: string; readonly version: number; readonly usedVersions: readonly number[]; readonly correction: boolean};

/** A figure of the return that a release withholds: `primary` because it is small itself, `secondary` so that a small one cannot be computed from it. */
export type Withheld = {readonly table: string; readonly field: string; readonly row: string; readonly kind: "primary" | "secondary"};

/** What is known of a return beside its own file. A part that is null is not known here; the rules that need it say so. */
export type Context = {
  readonly previous: PreviousReturn | null;
  readonly approvals: Approved | null;
  readonly receipt: Arrival | null;
  readonly history: History | null;
  readonly peers: Peers | null;
  /** Cells of the return of the same half-year whose figures were published. */
  readonly published: readonly Cell[] | null;
  /** What the last release withholds of this return; null where none holds its half-year, and in every build: what it makes depends on no build before. */
  readonly release: readonly Withheld[] | null;
  /** The body whose account is logged in. */
  readonly account: string | null;
};

export const nothingKnown: Context = {
  previous: null,
  approvals: null,
  receipt: null,
  history: null,
  peers: null,
  published: null,
  release: null,
  account: null,
};

const tests: Readonly<Record<ContextPart, (context: Context) => boolean>> = {
  previous: ({previous}) => previous !== null,
  "previous-return": ({previous}) => previous?.whole === true,
  approvals: ({approvals}) => approvals !== null,
  receipt: ({receipt}) => receipt !== null,
  history: ({history}) => history !== null,
  peers: ({peers}) => peers !== null,
  published: ({published}) => published !== null,
  release: ({release}) => release !== null,
  account: ({account}) => account !== null,
};
/** Parts that are not known. */
export const missingParts = (context: Context, needs: readonly ContextPart[]): ContextPart[] => needs.filter((part) => !tests[part](context));
