import type {Numbers, PublishedNumber} from "../numbers/published-number.ts";
import type {Fallen} from "./siege.ts";

/** A small number among exact ones, or an exact one among rounded ones. */
const tellsTooMuch = (value: number, {method, base}: PublishedNumber, threshold: number): boolean =>
  method === "round" ? value % base !== 0 : method === "suppress" && value > 0 && value < threshold;

/** Numbers whose printing alone gives them away: no sum is needed. */
export const toldOutright = (numbers: Numbers, threshold: number): Fallen[] =>
  [...numbers].flatMap(([name, number]) => {
    const shown = number.slots.flatMap(({figure, row}) => (row[`${figure}_status`] === "known" ? [Number(row[figure])] : []));
    const told = shown.find((value) => tellsTooMuch(value, number, threshold));
    return told === undefined ? [] : [{name, attacker: "outsider", who: "", low: told, high: told, why: "narrow"}];
  });
