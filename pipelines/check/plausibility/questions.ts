import type {Cell} from "../../../schemas/flow.ts";
import {type HalfYear, halfYearsBetween, previousHalfYear} from "../../../schemas/half-year.ts";
import {leastHistory, mostChanges} from "../../../schemas/rules/pla/levels.ts";
import {printDecimal, printHalfYear, printRatio} from "../../../schemas/units.ts";
import type {Verdicts} from "../compare.ts";
import {type Fault, faultAt} from "../finding.ts";
import type {ReturnView} from "../return-view.ts";
import {type Asking, askedBy} from "./ask.ts";
import {chanceOfLess, chanceOfMore} from "./forecast.ts";
import {figuresIn} from "./key-figures-of.ts";
import {type Earlier, type Outlook, outlooksOf, usualRange} from "./outlook.ts";

/** A figure that is asked about, with the cell to look at. */
type Question = {readonly outlook: Outlook; readonly count: bigint; readonly place: Cell; readonly rule: Asking};
type Asked = {readonly outlooks: readonly Outlook[]; readonly questions: readonly Question[]};

const agoOf = (earlier: HalfYear, now: HalfYear) => halfYearsBetween(earlier, now).length - 1;
/** The history, and the half-year before where only its figures in the form are known. */
const earlierReturns = ({context: {history, previous: before}, previous, halfYear}: ReturnView): Earlier[] => {
  const told = (history ?? []).filter((each) => each.halfYear < halfYear!).map((each) => ({ago: agoOf(each.halfYear, halfYear!), figures: each.figures}));
  const last = previous === null || told.some(({ago}) => ago === 1) ? [] : [{ago: 1, figures: figuresIn(previous, before!.whole).figures}];
  return [...told, ...last];
};

const ask = (view: ReturnView): Asked => {
  const {figures, places} = figuresIn(view);
  const outlooks = outlooksOf(figures, earlierReturns(view), view.book.levels);
  const questions = outlooks.flatMap((outlook): Question[] => {
    const [count, place] = [figures[outlook.name]!, places[outlook.name]];
    const rule = askedBy(outlook, Number(count));
    return rule === null || place === undefined ? [] : [{outlook, count, place, rule}];
  });
  return {outlooks, questions};
};
const unlikely = ({outlook: {forecast}, count}: Question) => Math.min(chanceOfLess(Number(count), forecast), chanceOfMore(Number(count), forecast));

const print = (count: number | bigint) => printDecimal(BigInt(count), 0);
const change = (before: bigint, now: bigint) =>
  before === 0n ? "vorher nichts" : `${now > before ? "+" : "−"}${printRatio(now > before ? now - before : before - now, before, 0, 100n)} %`;
const fault = ({outlook, count, place}: Question, view: ReturnView): Fault => {
  const counts = outlook.past.map((each) => each.count);
  const last = outlook.past.find(({ago}) => ago === 1)?.count ?? 0;
  const {from, until} = usualRange(outlook);
  const usual = `${print(from)} bis ${print(until)}`;
  return faultAt(place, usual, {
    field: outlook.name,
    found: print(count),
    fill: {
      neu: print(count),
      alt: print(last),
      delta: change(BigInt(last), count),
      von: print(Math.min(...counts)),
      bis: print(Math.max(...counts)),
      soll: usual,
      vorperiode: printHalfYear(previousHalfYear(view.halfYear!)),
    },
  });
};

const askedAs = (view: ReturnView, rule: Asking, {questions}: Asked): Fault[] =>
  questions
    .filter((question) => question.rule === rule)
    .toSorted((a, b) => unlikely(a) - unlikely(b))
    .slice(0, rule === "PLA-001" ? mostChanges : questions.length)
    .map((question) => fault(question, view));

const ofLastHalfYear = (view: ReturnView, rule: Asking): Verdicts => {
  if (view.halfYear === null || view.previous === null) return {faults: [], gaps: view.halfYear === null ? ["das Berichtshalbjahr ist nicht bekannt"] : []};
  const asked = ask(view);
  const compared = asked.outlooks.some(({past}) => past.some(({ago}) => ago === 1));
  return {faults: askedAs(view, rule, asked), gaps: compared ? [] : ["keine der verglichenen Zahlen ist für beide Halbjahre bekannt"]};
};
/** PLA-001: a figure has changed from the last half-year by more than chance and growth let expect; at most five, the least expected. */
export const changed = (view: ReturnView): Verdicts => ofLastHalfYear(view, "PLA-001");
/** PLA-008: a zero where there was something. */
export const vanished = (view: ReturnView): Verdicts => ofLastHalfYear(view, "PLA-008");

/** PLA-002: a figure lies outside all that four or more half-years let expect. */
export const unusual = (view: ReturnView): Verdicts => {
  if (view.halfYear === null) return {faults: [], gaps: ["das Berichtshalbjahr ist nicht bekannt"]};
  const asked = ask(view);
  const longest = Math.max(0, ...asked.outlooks.map(({past}) => past.length));
  const gaps = longest < leastHistory ? [`braucht ${leastHistory} frühere Halbjahre mit Zahlen; bekannt ${longest === 1 ? "ist" : "sind"} ${longest}`] : [];
  return {faults: askedAs(view, "PLA-002", asked), gaps};
};
