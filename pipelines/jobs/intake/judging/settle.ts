import type {Cell, Checked, Finding, Reading} from "../../../../schemas/flow.ts";
import type {HalfYear} from "../../../../schemas/half-year.ts";
import {verdictOf} from "../../../check/judge.ts";
import type {Decisions} from "./decisions.ts";

/** What a body has said about a finding so far: it hangs on rule, field and row, not on an address. */
export type Memory = Map<string, {readonly text: string; readonly found: string; readonly halfYear: HalfYear}>;

const meaning = ({rule, field, row}: Finding) => `${rule} ${field ?? ""} ${row ?? ""}`;

/** An error the KfI has released no longer blocks; it stays visible with the reason. */
const released = (finding: Finding, {waivers}: Decisions): Finding => {
  const waiver = waivers.findLast(({rule, key}) => rule === finding.rule && (key === null || key === finding.row));
  return waiver === undefined || waiver.withdrawn === true ? finding : {...finding, released: waiver.text};
};

const squeezed = (text: string) => text.replace(/[\s$']/g, "").toUpperCase();
type Entry = {readonly rule: string; readonly place: string | null; readonly text: string};
/** The lines of sheet 13 that name a rule and say something. */
const entriesOf = ({cells}: Reading): Entry[] => {
  const lines = Map.groupBy(
    cells.filter(({table, part}) => table === "T13" && part === "input"),
    ({row}) => row,
  );
  const code = (line: readonly Cell[], field: string) => line.find((cell) => cell.field === field)?.code ?? null;
  return [...lines.values()].flatMap((line) => {
    const [rule, place, text] = [code(line, "regel_id"), code(line, "fundstelle"), code(line, "erlaeuterung")];
    return rule === null || text === null ? [] : [{rule: rule.trim().toUpperCase(), place: place === null ? null : squeezed(place), text}];
  });
};
const isAbout = ({rule, at}: Finding, entry: Entry) => {
  if (entry.rule !== rule || !("sheet" in at)) return false;
  const places = "cell" in at ? [`${at.sheet}!${at.cell}`, at.sheet] : [at.sheet];
  return entry.place === null || places.some((place) => squeezed(place) === entry.place);
};

const said = (finding: Finding, reading: Reading, {explanations}: Decisions, memory: Memory, entries: readonly Entry[]): Finding["explanation"] => {
  const event = explanations.findLast(
    ({rule, field, row}) => rule === finding.rule && (field === null || field === finding.field) && (row === null || row === finding.row),
  );
  if (event !== undefined) return {text: event.text, from: "event"};
  const lines = entries.filter((entry) => isAbout(finding, entry));
  if (lines.length > 0) return {text: lines.map(({text}) => text).join(" "), from: "sheet"};
  const before = memory.get(meaning(finding));
  // A corrected return keeps its explanations; a later half-year only where nothing has changed.
  const holds = before !== undefined && (before.halfYear === reading.halfYear || before.found === finding.found);
  return holds ? {text: before.text, from: "carried"} : undefined;
};

const explained = (finding: Finding, reading: Reading, decisions: Decisions, memory: Memory, entries: readonly Entry[]): Finding => {
  const explanation = said(finding, reading, decisions, memory, entries);
  return explanation === undefined ? finding : {...finding, explanation};
};

/** Keeps what was said about the findings of a return, for the returns that come after it. */
export const remember = (memory: Memory, {halfYear}: Reading, {findings}: Checked): void => {
  for (const finding of findings)
    if (finding.explanation !== undefined && halfYear !== null) memory.set(meaning(finding), {text: finding.explanation.text, found: finding.found, halfYear});
};

const ofReturn = ({waivers, explanations}: Decisions, {body, halfYear}: Reading): Decisions => ({
  waivers: waivers.filter((each) => each.body === body && each.halfYear === halfYear),
  explanations: explanations.filter((each) => each.body === body && each.halfYear === halfYear),
});

/** Findings with what was decided and said about them, and the verdict that follows. `memory`: what the body said about its earlier returns. */
export const settle = (reading: Reading, checked: Checked, decisions: Decisions, memory: Memory): Checked => {
  const [own, entries] = [ofReturn(decisions, reading), entriesOf(reading)];
  const findings = checked.findings.map((finding) => explained(released(finding, own), reading, own, memory, entries));
  return {...checked, verdict: verdictOf(findings), findings};
};
