import {managerMonths} from "../../../schemas/rules/pla/key-figures.ts";
import {leastPeers} from "../../../schemas/rules/pla/levels.ts";
import {groupName} from "../../../schemas/rules/pla/neighbours.ts";
import {printDecimal, printRatio} from "../../../schemas/units.ts";
import type {Verdicts} from "../compare.ts";
import {faultAt} from "../finding.ts";
import type {ReturnView} from "../return-view.ts";
import {figuresIn} from "./key-figures-of.ts";
import {groupsOf, isStrange} from "./strangers.ts";

/** A rate per VZÄ-month; the exposure is counted in hundredths. */
const printRate = (perHundredth: number) => printDecimal(BigInt(Math.round(perHundredth * 10_000)), 2);

/** PLA-003: a figure per occupied VZÄ-month lies outside what comparable bodies report in the same half-year. */
export const unlikePeers = (view: ReturnView): Verdicts => {
  if (view.body === null) return {faults: [], gaps: ["die meldende Stelle ist nicht bekannt"]};
  const {figures, places} = figuresIn(view);
  const groups = groupsOf(view.body.key, figures, view.context.peers ?? [], view.book.levels);
  const faults = groups.flatMap((group) => {
    const [count, place] = [figures[group.name]!, places[group.name]];
    if (place === undefined || !isStrange(group, Number(count))) return [];
    const [rate, mean] = [printRatio(count * 100n, figures[managerMonths]!, 2), printRate(Math.exp(group.mean))];
    return [faultAt(place, `etwa ${mean} je VZÄ-Monat`, {field: group.name, found: rate, fill: {wert: rate, mittel: mean, gruppe: groupName(view.body!.key)}})];
  });
  return {faults, gaps: groups.length > 0 ? [] : [`braucht besetzte VZÄ-Monate und ${leastPeers} vergleichbare Stellen mit Zahlen`]};
};
