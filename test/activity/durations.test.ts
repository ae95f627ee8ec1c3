import { describe, expect, test } from 'vitest';
import { above, hazard, quantile } from '../../src/activity/normal/distribution.ts';
import { fitDurations } from '../../src/activity/normal/durations.ts';
import type { Observation } from '../../src/activity/normal/observation.ts';

/** Uniform numbers, the same for the same seed: mulberry32. */
function uniform(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const normal = (random: () => number): number => quantile(Math.min(1 - 1e-12, Math.max(1e-12, random())));

describe('the normal distribution', () => {
  test('is as the tables have it', () => {
    expect(above(0)).toBeCloseTo(0.5, 14);
    expect(above(1.959963984540054)).toBeCloseTo(0.025, 12);
    expect(above(-1)).toBeCloseTo(0.841344746068543, 12);
    expect(above(8) / 6.22096057427178e-16).toBeCloseTo(1, 6);
    expect(quantile(0.975)).toBeCloseTo(1.959963985, 7);
    expect(quantile(0.001)).toBeCloseTo(-3.090232306, 7);
    expect(hazard(0)).toBeCloseTo(Math.sqrt(2 / Math.PI), 12);
    expect(hazard(40)).toBeCloseTo(40.02497, 3);
  });

  test.each([0.001, 0.02, 0.3, 0.5, 0.9, 0.9999])('finds %s again', (share) => {
    expect(1 - above(quantile(share))).toBeCloseTo(share, 8);
  });
});

describe('what tasks take', () => {
  const effort = new Map([
    ['a', 8],
    ['b', 8],
    ['c', 16],
  ]);

  test('is what the author says before anybody has done one', () => {
    const durations = fitDurations([], effort);
    expect(Math.exp(durations.ofOthers('a').mean)).toBeCloseTo(2, 9);
    expect(Math.exp(durations.ofOthers('c').mean)).toBeCloseTo(4, 9);
    expect(durations.of(1, 'a')).toEqual(durations.ofOthers('a'));
    expect(Math.exp(durations.ofOthers('gone').mean)).toBeGreaterThan(1);
  });

  test('is hardly moved by one learner, and is found in the data of many', () => {
    const long = (learner: number): Observation => ({ learner, project: 'a', days: 12, done: true });
    const one = Math.exp(fitDurations([long(1)], effort).ofOthers('a').mean);
    expect(one).toBeGreaterThan(2);
    expect(one).toBeLessThan(7);
    const many = fitDurations(
      Array.from({ length: 80 }, (_, learner) => long(learner)),
      effort,
    );
    expect(Math.exp(many.ofOthers('a').mean)).toBeGreaterThan(11);
  });

  /** Learners with a pace of their own; what takes longer than `until` days is not done yet. */
  function made(seed: number, until: number): { observations: Observation[]; pace: number[] } {
    const random = uniform(seed);
    const pace = Array.from({ length: 150 }, () => 0.5 * normal(random));
    const centres = { a: 1, b: 1.6, c: 1.3 };
    const observations = pace.flatMap((own, learner) =>
      Object.entries(centres).map(([project, centre]) => {
        const days = Math.exp(centre + own + 0.4 * normal(random));
        return { learner, project, days: Math.min(days, until), done: days < until };
      }),
    );
    return { observations, pace };
  }

  test('is found with a pace for each learner', () => {
    const { observations, pace } = made(7, 1_000);
    const durations = fitDurations(observations, effort);
    expect(durations.spread.learners).toBeCloseTo(0.5, 1);
    expect(durations.spread.tasks).toBeCloseTo(0.4, 1);
    const ofB = durations.ofOthers('b').mean - durations.ofOthers('a').mean;
    expect(Math.abs(ofB - 0.6)).toBeLessThan(0.12);
    const far = pace.map((own, learner) => Math.abs(durations.paceOf(learner).mean - own));
    expect(far.reduce((a, b) => a + b, 0) / far.length).toBeLessThan(0.25);
  });

  test('counts what is not done: to leave it out, or to take it for done, makes tasks look short', () => {
    const { observations } = made(8, 5);
    const share = observations.filter(({ done }) => !done).length / observations.length;
    expect(share).toBeGreaterThan(0.2);
    const centre = (some: Observation[]) => fitDurations(some, effort).ofOthers('b').mean;
    expect(Math.abs(centre(observations) - 1.6)).toBeLessThan(0.15);
    expect(centre(observations.filter(({ done }) => done))).toBeLessThan(1.4);
    expect(centre(observations.map((each) => ({ ...each, done: true })))).toBeLessThan(1.4);
  });

  test('asks of the other projects alone where a project itself is the question', () => {
    const durations = fitDurations(
      [
        { learner: 1, project: 'b', days: 2, done: true },
        { learner: 1, project: 'a', days: 60, done: false },
      ],
      effort,
    );
    expect(durations.of(1, 'a').mean).toBeGreaterThan(durations.of(1, 'a', 'a').mean);
    expect(durations.of(1, 'c', 'a').mean).toBeLessThan(durations.ofOthers('c').mean + 0.05);
  });
});
