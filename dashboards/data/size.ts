import type {FigureDeclaration} from "../../schemas/measures.ts";
import type {Shown} from "./shown.ts";

const rateOf = ({measure}: FigureDeclaration) => (measure.kind === "rate" ? measure : {factor: 1n, places: 0});

/** A number for drawing and sorting only: positions in a chart need no exact value, printed text does. */
export const sizeOf = ({figure, value, den}: Shown): number | null => {
  if (value === null) return null;
  return den === null ? Number(value) / 10 ** figure.scale : (Number(value) * Number(rateOf(figure).factor)) / Number(den);
};

/** How far a known figure may be drawn from where it truly is, because it is rounded. */
export const reachOf = (shown: Shown): number => {
  const {value, den, slack, denSlack} = shown;
  if (slack + denSlack === 0n) return 0;
  return sizeOf({...shown, value: value! + slack, den: den === null ? null : den - denSlack})! - sizeOf(shown)!;
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

/** More, whatever the rounded numbers stand for; for exact ones simply more. */
export const surelyMore = (a: Shown, b: Shown): boolean =>
  (orZero(a) - a.slack) * ((b.den ?? 1n) - b.denSlack) > (orZero(b) + b.slack) * ((a.den ?? 1n) + a.denSlack);
/** A known share that is surely more, or surely less, than one half. */
export const moreThanHalf = (share: Shown): boolean => isKnown(share) && 2n * (share.value! - share.slack) > share.den! + share.denSlack;
export const lessThanHalf = (share: Shown): boolean => isKnown(share) && 2n * (share.value! + share.slack) < share.den! - share.denSlack;

/** What has no place in a product because it was computed from several numbers. */
const computed = (from: Shown, values: Partial<Shown>): Shown => ({...from, ...values, place: null});
const gapAmong = (parts: readonly Shown[]) => parts.find(({status}) => status === "withheld") ?? parts.find((part) => !isKnown(part));

/** Sum of figures of one kind over codes of one place: known if all are, withheld if one is. */
export const together = (parts: readonly Shown[], label = parts[0]!.figure.label): Shown => {
  const gap = gapAmong(parts);
  const sum = (of: (part: Shown) => bigint) => parts.reduce((total, part) => total + of(part), 0n);
  const values = gap === undefined ? {value: sum(orZero), slack: sum(({slack}) => slack)} : {value: null, slack: 0n};
  return computed(gap ?? parts[0]!, {...values, figure: {...parts[0]!.figure, label}, bodies: Math.min(...parts.map((part) => part.bodies))});
};

/** A part of a whole, in percent; without the same bodies in both there is no share. */
export const shareOf = (part: Shown, whole: Shown): Shown => {
  const figure: FigureDeclaration = {
    ...part.figure,
    unit: "%",
    scale: 0,
    measure: {kind: "rate", num: part.figure.name, den: whole.figure.name, factor: 100n, places: 1},
  };
  const none = {figure, value: null, den: null, slack: 0n, denSlack: 0n};
  if (isKnown(part) && whole.value === 0n) return computed(part, {...none, status: "not_applicable"});
  if (isKnown(part) && isKnown(whole) && part.bodies === whole.bodies) return computed(part, {figure, den: whole.value, denSlack: whole.slack});
  const gap = gapAmong([part, whole]);
  return computed(part, {...none, status: gap?.status ?? "not_reported", pending: gap?.pending ?? part.pending});
};
