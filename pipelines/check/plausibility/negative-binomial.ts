/**
 * Chances of counts, as floating-point numbers: they decide only whether to ask, no value of a return is computed with them.
 * Lanczos approximation and Lentz's continued fraction, exact to about 12 digits.
 */
const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905, -0.13857109526572012,
  9.9843695780195716e-6, 1.5056327351493116e-7,
];
const logGamma = (x: number): number => {
  let series = lanczos[0]!;
  for (let i = 1; i < 9; i += 1) series += lanczos[i]! / (x - 1 + i);
  const t = x + 6.5;
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(series);
};

const tiny = 1e-300;
const away = (x: number) => (Math.abs(x) < tiny ? tiny : x);
const fraction = (x: number, a: number, b: number): number => {
  let [c, d] = [1, 1 / away(1 - ((a + b) * x) / (a + 1))];
  let value = d;
  for (let i = 1; i < 10_000; i += 1) {
    const even = (i * (b - i) * x) / ((a + 2 * i - 1) * (a + 2 * i));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    value *= d * c;
    const odd = (-(a + i) * (a + b + i) * x) / ((a + 2 * i) * (a + 2 * i + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    value *= d * c;
    if (Math.abs(d * c - 1) < 1e-12) break;
  }
  return value;
};
/** The regularised incomplete beta function I_x(a, b); `y` is 1 − x, given apart because it may be tiny. */
export const incompleteBeta = (x: number, y: number, a: number, b: number): number => {
  if (x <= 0 || y <= 0) return x <= 0 ? 0 : 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(y));
  return x < (a + 1) / (a + b + 2) ? (front * fraction(x, a, b)) / a : 1 - (front * fraction(y, b, a)) / b;
};

/** A count around `mean` with variance mean + mean²/size: negative binomial; a large size is Poisson. */
export type Forecast = {readonly mean: number; readonly size: number};
/** Chance of a count of at most `count`. */
export const chanceUpTo = (count: number, {mean, size}: Forecast): number =>
  count < 0 ? 0 : incompleteBeta(size / (size + mean), mean / (size + mean), size, count + 1);
/** Chance of a count of at least `count`. */
export const chanceFrom = (count: number, {mean, size}: Forecast): number =>
  count <= 0 ? 1 : incompleteBeta(mean / (size + mean), size / (size + mean), count, size);
/** Chance of a value of Student's t at least this far from 0, on either side. */
export const chanceBeyond = (t: number, freedom: number): number => {
  const square = t * t;
  return incompleteBeta(freedom / (freedom + square), square / (freedom + square), freedom / 2, 0.5);
};
