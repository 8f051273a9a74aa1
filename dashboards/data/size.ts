import type {FigureDeclaration} from "../../schemas/measures.ts";
import type {Shown} from "./shown.ts";

const rateOf = ({measure}: FigureDeclaration) => (measure.kind === "rate" ? measure : {factor: 1n, places: 0});

/** A number for drawing and sorting only: positions in a chart need no exact value, printed text does. */
export const sizeOf = ({figure, value, den}: Shown): number | null => {
  if (value === null) return null;
  return den === null ? Number(value) / 10 ** figure.scale : (Number(value) * Number(rateOf(figure).factor)) / Number(den);
};

/** A known figure; 0 for a gap, where it only decides an order. */
export const orZero = ({value}: Pick<Shown, "value">): bigint => value ?? 0n;
export const isKnown = ({status}: Shown) => status === "known";

/** -1, 0 or 1: two known figures of the same kind, compared exactly. */
export const compared = (a: Shown, b: Shown): number => {
  const left = orZero(a) * (b.den ?? 1n);
  const right = orZero(b) * (a.den ?? 1n);
  return left < right ? -1 : left > right ? 1 : 0;
};

/** Sum of figures of one kind over codes of one place: known if all are. */
export const together = (parts: readonly Shown[], label = parts[0]!.figure.label): Shown => {
  const gap = parts.find((part) => !isKnown(part));
  const value = gap === undefined ? parts.reduce((sum, part) => sum + orZero(part), 0n) : null;
  return {...(gap ?? parts[0]!), value, figure: {...parts[0]!.figure, label}, bodies: Math.min(...parts.map((part) => part.bodies))};
};

/** A part of a whole, in percent; without the same bodies in both there is no share. */
export const shareOf = (part: Shown, whole: Shown): Shown => {
  const figure: FigureDeclaration = {
    ...part.figure,
    unit: "%",
    scale: 0,
    measure: {kind: "rate", num: part.figure.name, den: whole.figure.name, factor: 100n, places: 1},
  };
  if (isKnown(part) && whole.value === 0n) return {...part, figure, value: null, den: null, status: "not_applicable"};
  if (isKnown(part) && isKnown(whole) && part.bodies === whole.bodies) return {...part, figure, den: whole.value};
  const gap = isKnown(part) ? whole : part;
  return {...part, figure, value: null, den: null, status: isKnown(gap) ? "not_reported" : gap.status, pending: gap.pending};
};
