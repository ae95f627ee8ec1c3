/** What one way took, round for round: milliseconds, or whatever the unit is. */
export interface Sample {
  name: string;
  values: number[];
}

/** Two ways to do the same, measured in turns in one run. */
export interface Comparison {
  what: string;
  unit: string;
  ours: Sample;
  other: Sample;
  /** What the ratio should be, in words, where something is aimed at. */
  goal?: string;
}

const sorted = (values: readonly number[]) => values.toSorted((a, b) => a - b);

/** The number below which a share (0 to 1) of a list lies: the nearest one that is in the list. */
export function quantile(values: readonly number[], share: number): number {
  return sorted(values)[Math.round((values.length - 1) * share)] ?? NaN;
}

/** The middle of a list of numbers; of an even number, the upper of the two. */
export const median = (values: readonly number[]): number => quantile(values, 0.5);

/**
 * Measures ways in turns, so that whatever else the machine does hits all alike; each second round goes backwards,
 * so that none always follows the same other one.
 */
export async function inTurns(
  rounds: number,
  ways: readonly { name: string; measure: () => Promise<number> }[],
): Promise<Map<string, Sample>> {
  const samples = new Map<string, Sample>(ways.map(({ name }) => [name, { name, values: [] }]));
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, measure } of round % 2 === 0 ? ways : ways.toReversed()) {
      samples.get(name)?.values.push(await measure());
    }
  }
  return samples;
}

/** One figure with its spread: the median, and the eight tenths in the middle. */
export function describeSample({ name, values }: Sample, unit: string): string {
  const digits = median(values) < 10 ? 2 : 0;
  const [low, middle, high] = [0.1, 0.5, 0.9].map((share) => quantile(values, share).toFixed(digits));
  return `${name}: ${middle} ${unit} (${low} to ${high}, n = ${values.length})`;
}

/**
 * The ratio of the medians with the spread of the ratios round for round, then both by themselves. An absolute
 * figure means little on a shared machine.
 */
export function describeComparison({ what, unit, ours, other, goal }: Comparison): string {
  const ratio = median(ours.values) / median(other.values);
  const each = ours.values.map((value, round) => value / (other.values[round] ?? NaN));
  const spread = [0.1, 0.9].map((share) => quantile(each, share).toFixed(2)).join(' to ');
  const aim = goal === undefined ? '' : `; goal: ${goal}`;
  return [
    `${what}: ${ratio.toFixed(2)} times ${other.name} (${spread} round for round${aim})`,
    `  ${describeSample(ours, unit)}`,
    `  ${describeSample(other, unit)}`,
  ].join('\n');
}
