import {bodies, type Body, districts} from "../../../../schemas/codes/bodies.ts";
import type {HalfYear} from "../../../../schemas/half-year.ts";
import {parameterAt} from "../../../../schemas/parameters.ts";
import type {Level} from "../../../../schemas/tables/table.ts";

/** An area with the bodies in it. */
export type Area = {readonly level: Level; readonly area: string; readonly bodies: readonly Body[]};

/** The area of official statistics a body lies in; Stadt Aachen is counted with 05334. */
export const unitOf = ({key, foreigners}: Body): string => (foreigners === null ? key.slice(0, 5) : key);
const units = Map.groupBy(bodies, unitOf);

const areas: Readonly<Record<Level, readonly Area[]>> = {
  body: bodies.map((body) => ({level: "body", area: body.key, bodies: [body]})),
  unit: [...units].map(([area, members]) => ({level: "unit", area, bodies: members})),
  district: districts.map((area) => ({level: "district", area, bodies: bodies.filter(({district}) => district === area)})),
  state: [{level: "state", area: "NRW", bodies}],
};
export const areasOf = (levels: readonly Level[]): Area[] => levels.flatMap((level) => areas[level]);

/** Whether enough of the bodies a question applies to are known for a sum over them. */
export const isEnough = (known: number, applicable: number, level: Level, halfYear: HalfYear): boolean => {
  if (known === 0) return false;
  if (level === "state") return BigInt(known * bodies.length) >= parameterAt("landessumme_mindestmeldungen", halfYear) * BigInt(applicable);
  return level === "district" ? BigInt(known * 100) >= parameterAt("bezirkssumme_mindestanteil", halfYear) * BigInt(applicable) : known === applicable;
};
