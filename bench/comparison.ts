/** Two ways to do the same, timed in turns in one run. Times in milliseconds. */
export interface Comparison {
  what: string;
  ours: { name: string; ms: number[] };
  other: { name: string; ms: number[] };
}

const sorted = (values: readonly number[]) => values.toSorted((a, b) => a - b);

/** The middle of a list of numbers; of an even number, the lower of the two. */
export function median(values: readonly number[]): number {
  return sorted(values)[Math.floor((values.length - 1) / 2)] ?? NaN;
}

/** Times two pieces of work in turns, so that whatever else the machine does hits both alike. */
export async function inTurns(
  rounds: number,
  ours: () => Promise<number>,
  other: () => Promise<number>,
): Promise<{ ours: number[]; other: number[] }> {
  const times = { ours: [] as number[], other: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    times.ours.push(await ours());
    times.other.push(await other());
  }
  return times;
}

/** One line: the ratio of the medians, then both with their spread. An absolute time means little on a shared machine. */
export function describeComparison({ what, ours, other }: Comparison): string {
  const spread = (ms: readonly number[]) => {
    const all = sorted(ms);
    return `${median(ms).toFixed(0)} ms (${(all[0] ?? NaN).toFixed(0)} to ${(all.at(-1) ?? NaN).toFixed(0)}, n = ${all.length})`;
  };
  const ratio = median(ours.ms) / median(other.ms);
  return `${what}: ${ratio.toFixed(2)} times ${other.name}\n  ${ours.name}: ${spread(ours.ms)}\n  ${other.name}: ${spread(other.ms)}`;
}
