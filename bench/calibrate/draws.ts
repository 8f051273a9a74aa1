import type {Chance} from "../../fixtures/sample/chance.ts";

/** Draws of the usual distributions from one seeded stream. */
export type Draws = {
  readonly uniform: (low: number, high: number) => number;
  readonly logUniform: (low: number, high: number) => number;
  readonly normal: (mean: number, deviation: number) => number;
  /** A factor around 1 with this coefficient of variation. */
  readonly factor: (variation: number) => number;
  readonly poisson: (mean: number) => number;
};

/** Marsaglia and Tsang 2000; shape ≥ 1. */
const gamma = (shape: number, share: () => number, normal: () => number): number => {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal();
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - share()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
};

const byProduct = (mean: number, share: () => number): number => {
  const limit = Math.exp(-mean);
  let n = 0;
  for (let product = 1 - share(); product > limit; product *= 1 - share()) n += 1;
  return n;
};

/** A large Poisson count from smaller ones: the m-th arrival is a gamma, the rest is thrown before or after it. */
const poisson = (mean: number, share: () => number, normal: () => number): number => {
  let [left, sum] = [mean, 0];
  while (left > 16) {
    const m = Math.floor(left * 0.875);
    const arrival = gamma(m, share, normal);
    if (arrival > left) {
      let n = 0;
      for (let i = 0; i < m - 1; i += 1) if (share() < left / arrival) n += 1;
      return sum + n;
    }
    sum += m;
    left -= arrival;
  }
  return sum + byProduct(left, share);
};

export const drawsOf = ({share}: Chance): Draws => {
  const standard = () => Math.sqrt(-2 * Math.log(1 - share())) * Math.cos(2 * Math.PI * share());
  const uniform = (low: number, high: number) => low + (high - low) * share();
  return {
    uniform,
    logUniform: (low, high) => Math.exp(uniform(Math.log(low), Math.log(high))),
    normal: (mean, deviation) => mean + deviation * standard(),
    factor: (variation) => (variation < 1e-3 ? 1 : gamma(1 / variation ** 2, share, standard) * variation ** 2),
    poisson: (mean) => poisson(mean, share, standard),
  };
};
