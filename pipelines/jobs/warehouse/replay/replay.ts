import type {Severity, Verdict} from "../../../../schemas/flow.ts";
import type {HalfYear} from "../../../../schemas/half-year.ts";
import {type RuleBook, ruleBook} from "../../../../schemas/rules/book/rule-book.ts";
import type {Desk} from "../../intake/desk.ts";
import {openJudging} from "../submissions/judging.ts";

/** A return as people speak of it; its versions are one. */
export type Return = {readonly body: string; readonly halfYear: HalfYear};
/** Returns a rule speaks of, by the book that holds and by the candidate; its severity there, null where it is switched off. */
export type RuleChange = {
  readonly rule: string;
  readonly now: number;
  readonly next: number;
  readonly newly: readonly Return[];
  readonly noLonger: readonly Return[];
  readonly severity: Severity;
  readonly severityNext: Severity | null;
};
export type Replayed = {
  readonly returns: number;
  readonly rules: readonly RuleChange[];
  /** Returns of which a version counts now and none would by the candidate, and the other way round. */
  readonly refused: readonly Return[];
  readonly accepted: readonly Return[];
};

type Judged = {readonly flagged: ReadonlyMap<string, ReadonlySet<string>>; readonly accepted: ReadonlySet<string>; readonly known: ReadonlySet<string>};
const nameOf = ({body, halfYear}: Return) => `${body} ${halfYear}`;
const returnOf = (name: string): Return => {
  const [body, halfYear] = name.split(" ");
  return {body: body!, halfYear: halfYear as HalfYear};
};

/** Every archived return by one book: readings, contexts and decisions are those of today. */
const judgedBy = async (desk: Desk, book: RuleBook): Promise<Judged> => {
  const {submissions, findingsOf} = await openJudging(desk, await desk.ledger.read(), null, book);
  const seen: {sha256: string; name: string; verdict: Verdict}[] = [];
  for await (const {sha256, reading, checked} of submissions)
    if (reading.body !== null && reading.halfYear !== null && reading.form !== null)
      seen.push({sha256, name: nameOf({body: reading.body, halfYear: reading.halfYear}), verdict: checked.verdict});
  const flagged = new Map<string, Set<string>>();
  for (const {sha256, name} of seen) for (const {rule} of findingsOf(sha256)) flagged.set(rule, (flagged.get(rule) ?? new Set()).add(name));
  return {
    flagged,
    accepted: new Set(seen.filter(({verdict}) => verdict !== "rejected").map(({name}) => name)),
    known: new Set(seen.map(({name}) => name)),
  };
};

const without = (all: ReadonlySet<string>, others: ReadonlySet<string>): Return[] => [...all.difference(others)].sort().map(returnOf);
const none: ReadonlySet<string> = new Set();

const isChanged = ({next, newly, noLonger, severity, severityNext}: RuleChange) =>
  newly.length + noLonger.length > 0 || (next > 0 && severity !== severityNext);

/** Applies a candidate for the rule book to all past returns, before it holds. Nothing is written. */
export const replay = async (desk: Desk, candidate: RuleBook): Promise<Replayed> => {
  const [now, then] = [await judgedBy(desk, ruleBook), await judgedBy(desk, candidate)];
  const severities = new Map(candidate.rules.map(({id, severity}) => [id, severity]));
  const rules = ruleBook.rules.map(({id, severity}): RuleChange => {
    const [before, after] = [now.flagged.get(id) ?? none, then.flagged.get(id) ?? none];
    return {
      rule: id,
      now: before.size,
      next: after.size,
      newly: without(after, before),
      noLonger: without(before, after),
      severity,
      severityNext: severities.get(id) ?? null,
    };
  });
  return {
    returns: now.known.size,
    rules: rules.filter(isChanged),
    refused: without(now.accepted, then.accepted),
    accepted: without(then.accepted, now.accepted),
  };
};
