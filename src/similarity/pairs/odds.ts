/** What two works share of something, and how much of it each of them has, by weight. */
export interface Evidence {
  shared: number;
  a: number;
  b: number;
}

interface Weights {
  closeness: number;
  mass: number;
}

/** By channel, in the order of CHANNELS. Fitted by logistic regression: see bench/similarity/README.md. */
const CHANNEL_WEIGHTS: readonly Weights[] = [
  { closeness: 0.989, mass: 0.695 },
  { closeness: 0.421, mass: 0 },
  { closeness: 0.084, mass: 0 },
];
const PART_WEIGHTS: Weights = { closeness: 0.385, mass: 1.47 };
/** Even odds are where one pair of a cohort of thirty who worked on their own is named: what a teacher puts up with. */
const BIAS = -4.2;

/** Keeps the logarithm of nothing within bounds. */
const LEAST_CLOSENESS = 0.01;
const LEAST_PART = 0.1;

/**
 * The log odds that two works are not independent of each other. The share of what they have in common says how much of a work was copied; the weight
 * of it says whether chance could have done it; the longest part says it of a copy within something of one's own. All as logarithms, so that
 * a doubling means the same for an exercise and for a project.
 * @param channels in the order of CHANNELS
 * @param part the weightiest part that both have
 */
export function logOdds(channels: readonly Evidence[], part: Evidence): number {
  let sum = BIAS;
  for (const [at, { shared, a, b }] of channels.entries()) {
    const weights = CHANNEL_WEIGHTS[at];
    if (weights === undefined) continue;
    const closeness = shared === 0 ? 0 : shared / Math.sqrt(a * b);
    sum += weights.closeness * Math.log(LEAST_CLOSENESS + closeness) + weights.mass * Math.log(1 + shared);
  }
  const contained = part.shared === 0 ? 0 : part.shared / Math.min(part.a, part.b);
  return (
    sum +
    PART_WEIGHTS.closeness * Math.log(LEAST_PART + contained) +
    PART_WEIGHTS.mass * Math.log(1 + part.shared)
  );
}

/** From 0 to 1. */
export const probability = (odds: number): number => 1 / (1 + Math.exp(-odds));
