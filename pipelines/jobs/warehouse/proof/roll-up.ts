import type {Body} from "../../../../schemas/codes/bodies.ts";
import type {FigureStatus} from "../../../../schemas/gaps.ts";
import type {HalfYear} from "../../../../schemas/half-year.ts";
import type {FigureDeclaration} from "../../../../schemas/measures.ts";
import {type Area, isEnough, unitOf} from "./areas.ts";
import type {BodyFigure} from "./body-figures.ts";

/** A figure of an area: value, or numerator and denominator of a rate, null unless known. */
export type AreaFigure = {readonly status: FigureStatus; readonly bodies: number; readonly value: bigint | null; readonly den: bigint | null};
export type OfBody = (body: Body) => BodyFigure;

const applies = (status: FigureStatus) => status === "known" || status === "not_reported";
const statusOver = (statuses: readonly FigureStatus[], {level}: Area, halfYear: HalfYear): FigureStatus => {
  const applicable = statuses.filter(applies).length;
  const known = statuses.filter((status) => status === "known").length;
  if (applicable > 0) return isEnough(known, applicable, level, halfYear) ? "known" : "not_reported";
  return statuses.includes("not_applicable") ? "not_applicable" : "not_asked";
};
const sum = (values: readonly bigint[]) => values.reduce((total, value) => total + value, 0n);

export const rolledUp = (area: Area, halfYear: HalfYear, {additive}: Pick<FigureDeclaration, "additive">, of: OfBody): AreaFigure => {
  const figures = area.bodies.map(of);
  if (!additive && area.level !== "body") return {status: "not_applicable", bodies: 0, value: null, den: null};
  const known = figures.filter(({status}) => status === "known");
  const status = statusOver(
    figures.map((figure) => figure.status),
    area,
    halfYear,
  );
  return {status, bodies: known.length, value: status === "known" ? sum(known.map(({value}) => value)) : null, den: null};
};

const pairStatus = (num: FigureStatus, den: FigureStatus): FigureStatus => {
  if (num === "known" && den === "known") return "known";
  return [num, den].find((status) => !applies(status)) ?? "not_reported";
};
/** Numerator and denominator over the bodies for which both are known. */
export const rolledRate = (area: Area, halfYear: HalfYear, num: OfBody, den: OfBody): AreaFigure => {
  const pairs = area.bodies.map((body) => ({num: num(body), den: den(body)})).map((pair) => ({...pair, status: pairStatus(pair.num.status, pair.den.status)}));
  const known = pairs.filter(({status}) => status === "known");
  const enough = statusOver(
    pairs.map(({status}) => status),
    area,
    halfYear,
  );
  const [over, under] = [sum(known.map((pair) => pair.num.value)), sum(known.map((pair) => pair.den.value))];
  const status = enough === "known" && under === 0n ? "not_applicable" : enough;
  return {status, bodies: known.length, value: status === "known" ? over : null, den: status === "known" ? under : null};
};

/** Bodies whose population is known only together count only together. */
export const together = (all: readonly Body[], of: OfBody): OfBody => {
  const gap: BodyFigure = {status: "not_reported", value: 0n, cells: []};
  const torn = new Set(
    [...Map.groupBy(all, unitOf).values()]
      .filter((members) => {
        const statuses = members.map((body) => of(body).status);
        return statuses.every(applies) && statuses.includes("not_reported");
      })
      .flat(),
  );
  return (body) => (torn.has(body) ? gap : of(body));
};

type Bounds = Readonly<Record<string, readonly [number, number | null]>>;
const floorDiv = (a: bigint, b: bigint) => (a - (((a % b) + b) % b)) / b;
const halfUp = (num: bigint, den: bigint) => floorDiv(2n * num + den, 2n * den);
/** Where half of the cases have ended, in hundredths of a month; null above the last bound, and where nothing has ended. */
export const classMedian = (cases: ReadonlyMap<string, bigint>, bounds: Bounds): bigint | null => {
  const all = sum([...cases.values()]);
  let before = 0n;
  for (const [name, [low, high]] of Object.entries(bounds)) {
    const own = cases.get(name) ?? 0n;
    if (own > 0n && all <= 2n * (before + own))
      return high === null ? null : halfUp(BigInt(low) * 200n * own + BigInt(high - low) * 100n * (all - 2n * before), 2n * own);
    before += own;
  }
  return null;
};
/** The one declared way for medians: estimated from the classes of all bodies whose classes are known. */
export const rolledMedian = (area: Area, halfYear: HalfYear, bounds: Bounds, classes: (body: Body) => ReadonlyMap<string, BodyFigure>): AreaFigure => {
  const known = area.bodies.map(classes).filter((each) => [...each.values()].every(({status}) => status === "known"));
  const ended: OfBody = (body) => ({status: [...classes(body).values()].find(({status}) => status !== "known")?.status ?? "known", value: 0n, cells: []});
  const {status, bodies} = rolledUp(area, halfYear, {additive: true}, ended);
  if (status !== "known") return {status, bodies, value: null, den: null};
  const pooled = new Map(Object.keys(bounds).map((name) => [name, sum(known.map((each) => each.get(name)?.value ?? 0n))]));
  const value = classMedian(pooled, bounds);
  return {status: value === null ? "not_applicable" : "known", bodies, value, den: null};
};
