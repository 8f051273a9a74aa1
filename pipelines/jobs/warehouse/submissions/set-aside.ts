import type {Event, LedgerLine} from "../../../../schemas/events.ts";
import {printHalfYear} from "../../../../schemas/units.ts";
import {Refusal} from "../../../effects/refusal.ts";
import {systemFault} from "../../../effects/system-fault.ts";
import type {Submission} from "../../../ledger/fold.ts";
import type {Desk} from "../../intake/desk.ts";
import {Breached} from "../publish/breached.ts";
import {knownOn} from "./known-submissions.ts";

/** A return without which the rest could be built; `accepted`: a person has seen that, and the rest may be published. */
export type SetAside = {readonly sha256: string; readonly body: string | null; readonly halfYear: string | null; readonly accepted: boolean};

/** What is set aside in a state, in the order of the hashes. */
export const setAsideIn = (lines: readonly LedgerLine[], asOf: string | null): SetAside[] =>
  knownOn(lines, asOf).setAside.flatMap(({sha256, checked, setAside}) =>
    setAside === undefined ? [] : [{sha256, body: checked?.body ?? null, halfYear: checked?.halfYear ?? null, accepted: setAside === "accepted"}],
  );

/** A ledger in which only these returns came in. */
const onlyWith = (lines: readonly LedgerLine[], wanted: ReadonlySet<string>) => lines.filter((line) => line.type !== "received" || wanted.has(line.sha256));
/** More than these at once is no fault of single bodies but of ours. */
const most = 5;

/**
 * The returns that each make a build fail: the shortest beginning of the list that fails ends with one of them; then the same without it.
 * @returns null if it fails without any return, or with too many, or if all together do not fail: then it is nobody's return
 */
export const culpritsIn = async (all: readonly string[], fails: (among: readonly string[]) => Promise<boolean>): Promise<string[] | null> => {
  if (await fails([])) return null;
  const found: string[] = [];
  while (found.length <= most) {
    const left = all.filter((each) => !found.includes(each));
    if (!(await fails(left))) return found.length === 0 ? null : found;
    let [good, bad] = [0, left.length];
    while (bad - good > 1) {
      const middle = (good + bad) >> 1;
      if (await fails(left.slice(0, middle))) bad = middle;
      else good = middle;
    }
    found.push(...left.slice(bad - 1, bad));
  }
  return null;
};

/** A disk that is full or a folder that may not be written, what we refuse ourselves, and a number that the attack gets back are no return's fault. */
const isOurs = (error: unknown) => error instanceof Refusal || systemFault(error, "") !== null || (error instanceof Breached && error.got.leaks.length === 0);
const inPlaces = (a: Submission, b: Submission) =>
  `${a.checked?.body} ${a.checked?.halfYear} ${a.received} ${a.sha256}` < `${b.checked?.body} ${b.checked?.halfYear} ${b.received} ${b.sha256}` ? -1 : 1;

/**
 * Looks for the returns that made a build fail, and notes them as set aside. `attempt` builds what a ledger says, publishing nothing, and throws as the build did.
 * @throws what the build threw, if no return can be named or what lies in the archive is damaged
 */
export const setAsideCulprits = async (
  desk: Desk,
  lines: readonly LedgerLine[],
  asOf: string | null,
  error: unknown,
  attempt: (lines: readonly LedgerLine[]) => Promise<unknown>,
): Promise<void> => {
  if (isOurs(error)) throw error;
  const all = knownOn(lines, asOf).archived.toSorted(inPlaces);
  const fails = (among: readonly string[]) =>
    attempt(onlyWith(lines, new Set(among))).then(
      () => false,
      () => true,
    );
  const found = await culpritsIn(
    all.map(({sha256}) => sha256),
    fails,
  );
  if (found === null) throw error;
  const unarchived = new Set(all.filter(({kept}) => kept !== undefined).map(({sha256}) => sha256));
  for (const sha256 of found) if (!unarchived.has(sha256) && (await desk.archive.check(sha256)) !== "sound") throw error;
  const why = error instanceof Error ? error.message : String(error);
  const text = await desk.payload.put(new TextEncoder().encode(JSON.stringify({about: `set-aside ${found.join(" ")}`, text: why})));
  await desk.ledger.append(found.map((sha256): Event => ({type: "set-aside", sha256, state: "found", text})));
};

/** A person's word about a return that is set aside: the rest may be published without it (`accepted`), or it is tried again (`lifted`). @throws Refusal */
export const decideSetAside = async (desk: Desk, start: string, state: "accepted" | "lifted"): Promise<SetAside> => {
  const lines = await desk.ledger.read();
  const among = setAsideIn(lines, null).filter(({sha256}) => sha256.startsWith(start));
  const [one] = among;
  if (one === undefined || among.length > 1)
    throw new Refusal(
      `„${start}“ nennt keine eindeutige beiseitegelegte Meldung. Erwartet: der Anfang einer Prüfsumme, wie sie „./kim setaside list“ zeigt.`,
      2,
    );
  await desk.ledger.append([{type: "set-aside", sha256: one.sha256, state}]);
  return one;
};

const placeOf = ({body, halfYear, sha256}: SetAside) =>
  `${body ?? "unbekannte Stelle"}, ${halfYear === null ? "unbekanntes Halbjahr" : printHalfYear(halfYear as Parameters<typeof printHalfYear>[0])} (${sha256.slice(0, 12)})`;
/** What is set aside, what that means and what to do, in German; nothing if nothing is. */
export const setAsideLines = (all: readonly SetAside[]): string[] => {
  if (all.length === 0) return [];
  const open = all.filter(({accepted}) => !accepted);
  return [
    "ACHTUNG: Beiseitegelegt, weil sich der Datenbestand damit nicht aufbauen ließ; zählt als nicht gemeldet, auch frühere Fassungen dieser Meldung zählen nicht:",
    ...all.map((each) => `– ${placeOf(each)}${each.accepted ? ", bestätigt" : ""}`),
    ...(open.length === 0
      ? []
      : [
          "Dienstliche Datenprodukte sind neu; die öffentlichen und die Seiten der Öffentlichkeit und der Stellen bleiben auf dem alten Stand.",
          `Bitte den Fehler melden. Soll ohne diese Meldung veröffentlicht werden: ${open.map(({sha256}) => `./kim setaside accept ${sha256.slice(0, 12)}`).join(", ")}, dann ./kim run.`,
        ]),
  ];
};
