import type { Term } from './observation.ts';

/** What is known of one number: where it lies, and how surely. */
export interface Effect {
  mean: number;
  variance: number;
}

/**
 * One of Newton's steps for an effect that several observations share, drawn towards 0 as if it came from a normal distribution.
 *
 * @param terms their centres contain the effect as it is thought now, `now.mean`, or that less `shift`
 * @param prior the variance of such effects
 * @param variance of the observations
 */
export function effectOf(
  terms: readonly Term[],
  now: Effect,
  prior: number,
  variance: number,
  shift = 0,
): Effect {
  let slope = -now.mean / prior;
  let information = 1 / prior;
  for (const term of terms) {
    const own = term.slope(variance, shift);
    slope += own.slope;
    information += own.information;
  }
  return { mean: now.mean + slope / information, variance: 1 / information };
}

/** The variance from which effects come, with what was believed before counted as so many observations. */
export function varianceOf(effects: readonly Effect[], believed: number, observations: number): number {
  const sum = effects.reduce((total, { mean, variance }) => total + mean ** 2 + variance, 0);
  return (sum + believed * observations) / (effects.length + observations);
}
