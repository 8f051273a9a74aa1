import {bodies, type Body} from "../../../../schemas/codes/bodies.ts";
import {codeListOf} from "../../../../schemas/codes/lists.ts";
import type {HalfYear} from "../../../../schemas/half-year.ts";
import type {FigureDeclaration} from "../../../../schemas/measures.ts";
import type {Dimension, Level, TableDeclaration} from "../../../../schemas/tables/table.ts";
import {type Area, areasOf} from "./areas.ts";
import {type BodyFigure, type BodyFigures, bodyFigures, classFigures} from "./body-figures.ts";
import type {Evidence} from "./evidence.ts";
import {fileFigure, returnFigure} from "./register-figures.ts";
import type {Return} from "./slots.ts";
import {type AreaFigure, type OfBody, rolledMedian, rolledRate, rolledUp, together} from "./roll-up.ts";

/** A row as the declaration and the archived bytes make it: its keys and its figures by name. */
export type ProvenRow = {
  readonly halfYear: HalfYear;
  readonly level: Level;
  readonly area: string;
  readonly key: string;
  readonly figures: ReadonlyMap<string, AreaFigure>;
};

type Proof = {readonly table: TableDeclaration; readonly halfYear: HalfYear; readonly evidence: Evidence};
type Own = ReadonlyMap<string, ReadonlyMap<Body, BodyFigures>>;

const asked = new WeakMap<Evidence, Map<string, Return>>();
/** The same return is asked for hundreds of figures. */
export const givenFor = ({halfYear, evidence}: Proof, body: Body): Return => {
  const returns = asked.get(evidence) ?? new Map<string, Return>();
  asked.set(evidence, returns);
  const place = `${halfYear} ${body.key}`;
  const given = returns.get(place) ?? {halfYear, body, witness: evidence.counting(halfYear, body), slots: new Map()};
  returns.set(place, given);
  return given;
};
/** Figures from cells of every body, by figure name. */
const ownFigures = (proof: Proof): Own =>
  new Map(
    proof.table.figures.flatMap((figure) => {
      const each = bodies.map((body) => [body, bodyFigures(figure, proof.table.dimensions, givenFor(proof, body))] as const);
      return each[0]![1] === null ? [] : [[figure.name, new Map(each as [Body, BodyFigures][])] as const];
    }),
  );

const isRegister = ({dimensions}: TableDeclaration) => dimensions.some(({from}) => "register" in from);
const closedValues = ({list}: Dimension): string[] => [...codeListOf(list!).known.keys()];
/** Keys of an area: every code of closed lists; where the rows are things, the things there are. */
const keysIn = ({table}: Proof, own: Own, area: Area): string[] => {
  const {dimensions} = table;
  if (dimensions.every(({list}) => list !== undefined))
    return dimensions.reduce<string[]>(
      (keys, dimension, index) => keys.flatMap((key) => closedValues(dimension).map((code) => (index === 0 ? code : `${key}|${code}`))),
      [""],
    );
  const found = area.bodies.flatMap((body) => [...own.values()].flatMap((figures) => [...figures.get(body)!.at.keys()]));
  return [...new Set(found)].filter((key) => key.split("|")[0] !== "-");
};

const ofBody =
  (own: Own, name: string, key: string): OfBody =>
  (body) => {
    const figures = own.get(name)!.get(body)!;
    return figures.at.get(key) ?? figures.fallback;
  };
const memo = <V>(make: (body: Body) => V) => {
  const made = new Map<Body, V>();
  return (body: Body): V => {
    if (!made.has(body)) made.set(body, make(body));
    return made.get(body)!;
  };
};

const figureOf = (
  proof: Proof,
  own: Own,
  area: Area,
  key: string,
  figure: FigureDeclaration,
  classes: (body: Body) => ReadonlyMap<string, BodyFigure>,
): AreaFigure => {
  const {table, halfYear, evidence} = proof;
  const {measure, name} = figure;
  if (measure.kind === "class-median") return rolledMedian(area, halfYear, measure.bounds, classes);
  if (measure.kind === "register")
    return rolledUp(area, halfYear, figure, (body) => returnFigure(measure.counts, evidence, halfYear, body, isRegister(table) ? key : null));
  if (measure.kind !== "rate") return rolledUp(area, halfYear, figure, ofBody(own, name, key));
  const num = ofBody(own, measure.num, key);
  const isPerResident = table.figures.some((each) => each.name === measure.den && each.measure.kind === "population");
  return rolledRate(area, halfYear, isPerResident ? together(bodies, num) : num, ofBody(own, measure.den, key));
};

/** One row per file: the register of submissions. */
const fileRows = ({table, halfYear, evidence}: Proof): ProvenRow[] =>
  areasOf(["body"]).flatMap(({area, level, bodies: [body]}) =>
    evidence.files(halfYear, body!).map((witness) => ({
      halfYear,
      level,
      area,
      key: witness.sha256,
      figures: new Map(
        table.figures.map(({name, measure}) => {
          const {value} = measure.kind === "register" ? fileFigure(measure.counts, witness) : {value: 0n};
          return [name, {status: "known", bodies: 1, value, den: null} as const];
        }),
      ),
    })),
  );
/** Rules that fired in any return that counts. */
const rulesIn = ({halfYears, counting}: Evidence): string[] => [
  ...new Set(halfYears.flatMap((halfYear) => bodies.flatMap((body) => counting(halfYear, body)?.checked.findings.map(({rule}) => rule) ?? []))),
];

/** All rows of a table for one half-year, computed from its declaration and from cells alone. */
export const provenRows = (proof: Proof): ProvenRow[] => {
  const {table, halfYear, evidence} = proof;
  if (table.dimensions.some(({name}) => name === "submission")) return fileRows(proof);
  const own = ownFigures(proof);
  const median = table.figures.find(({measure}) => measure.kind === "class-median")?.measure;
  const classes = memo((body) => (median?.kind === "class-median" ? classFigures(median.term, givenFor(proof, body)).at : new Map<string, BodyFigure>()));
  const keys = isRegister(table) ? () => rulesIn(evidence) : (area: Area) => (table.dimensions.length === 0 ? [""] : keysIn(proof, own, area));
  return areasOf(table.levels).flatMap((area) =>
    keys(area).map((key) => ({
      halfYear,
      level: area.level,
      area: area.area,
      key,
      figures: new Map(table.figures.map((figure) => [figure.name, figureOf(proof, own, area, key, figure, classes)])),
    })),
  );
};
/** Figures from cells of one body, by figure name: the cells behind a number. */
export const cellsBehind = (proof: Proof, name: string, key: string): OfBody => ofBody(ownFigures(proof), name, key);
