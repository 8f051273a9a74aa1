import {mayShowStaff} from "../staffing.ts";
import type {TrueNumber} from "./numbers.ts";
import type {Slot} from "./slots.ts";

const measureAt = (name: string, measure: string) => `${measure}${name.slice(name.indexOf("|"))}`;

/**
 * Amounts about employees that are withheld whatever is around them: fewer than three persons, or an area of which one body has nearly all.
 * The persons behind an amount are counted in the mart, also at levels that are not published.
 */
export const withheldStaff = (numbers: readonly TrueNumber[], slots: readonly Slot[], districtOf: (body: string) => string): Set<string> => {
  const values = new Map(slots.map(({name, value}) => [name, value]));
  const bodies = Map.groupBy(
    slots.filter(({level, status}) => level === "body" && status === "known"),
    ({name}) => name.replace(/\|area=[^|]*/, ""),
  );
  const contributions = ({name, level, area, publication}: TrueNumber) => {
    const members = (bodies.get(name.replace(/\|area=[^|]*/, "")) ?? []).filter(
      (slot) => level === "state" || slot.area === area || (level === "district" && districtOf(slot.area) === area),
    );
    const unique = new Map(members.map((slot) => [slot.name, slot]));
    return [...unique.values()].map((slot) => ({amount: slot.value!, persons: values.get(measureAt(slot.name, publication.persons!)) ?? 0n}));
  };
  return new Set(numbers.filter((number) => number.publication.persons !== undefined && !mayShowStaff(contributions(number))).map(({name}) => name));
};
