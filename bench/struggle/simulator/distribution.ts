import { normal, type Random } from './random.ts';

/** How an amount above zero is spread. */
export type Distribution =
  | { kind: 'log-normal'; median: number; sigma: number }
  | { kind: 'weibull'; scale: number; shape: number }
  | { kind: 'gamma'; mean: number; shape: number }
  | { kind: 'exponential'; mean: number }
  | { kind: 'uniform'; from: number; to: number };

export function draw(random: Random, spread: Distribution): number {
  switch (spread.kind) {
    case 'log-normal':
      return spread.median * Math.exp(spread.sigma * normal(random));
    case 'weibull':
      return spread.scale * (-Math.log(1 - random.next())) ** (1 / spread.shape);
    case 'gamma':
      return (spread.mean / spread.shape) * gamma(random, spread.shape);
    case 'exponential':
      return -spread.mean * Math.log(1 - random.next());
    case 'uniform':
      return spread.from + random.next() * (spread.to - spread.from);
  }
}

/** Marsaglia and Tsang, 'A simple method for generating gamma variables', ACM TOMS 26(3), 2000; of shapes below 1 by their remark. */
function gamma(random: Random, shape: number): number {
  if (shape < 1) return gamma(random, shape + 1) * random.next() ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const x = normal(random);
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - random.next()) < x ** 2 / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}
