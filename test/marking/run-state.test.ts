import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isActive } from '../../src/domain/run.ts';
import { nextRunState, pauseAfter } from '../../src/marking/run-state.ts';
import type { RunEvent, RunPolicy, RunState } from '../../src/marking/run-state.ts';

const policy: RunPolicy = {
  leaseMs: 15_000,
  maxTries: 5,
  maxPublishTries: 4,
  firstPauseMs: 5_000,
  longestPauseMs: 600_000,
};

const fresh: RunState = { phase: 'queued', tries: 0, publishTries: 0, dueAt: 0, lease: null, outcome: null };

/** Applies events one after the other; those that change nothing are passed over. */
const after = (...events: RunEvent[]): RunState =>
  events.reduce((state, event) => nextRunState(state, event, policy) ?? state, fresh);

const take = (token: string, at: number): RunEvent => ({ type: 'take', token, at });
const fail = (token: string, at: number, notBefore: number | null = null): RunEvent => ({
  type: 'failed',
  token,
  at,
  notBefore,
});
const conclude = (token: string, at: number): RunEvent => ({
  type: 'concluded',
  outcome: 'marked',
  token,
  at,
});

describe('the way of a run', () => {
  test('queued, running, publishing, finished', () => {
    expect(after(take('a', 0))).toMatchObject({ phase: 'running', tries: 1 });
    expect(after(take('a', 0), conclude('a', 9))).toMatchObject({ phase: 'publishing', outcome: 'marked' });
    expect(after(take('a', 0), conclude('a', 9), { type: 'published', token: 'a', at: 10 })).toMatchObject({
      phase: 'finished',
      lease: null,
    });
  });

  test('a live lease keeps others out; an expired one can be taken, or renewed by its holder if nobody did', () => {
    expect(nextRunState(after(take('a', 0)), take('b', 14_999), policy)).toBeNull();
    expect(after(take('a', 0), take('b', 15_000)).lease?.token).toBe('b');
    expect(after(take('a', 0), { type: 'renew', token: 'a', at: 20_000 }).lease).toEqual({
      token: 'a',
      expiresAt: 35_000,
    });
    expect(nextRunState(after(take('a', 0), take('b', 15_000)), conclude('a', 15_001), policy)).toBeNull();
  });

  test('pauses grow, up to the longest', () => {
    expect([1, 2, 3, 4, 5, 9].map((tries) => pauseAfter(tries, policy))).toEqual([
      5_000, 15_000, 45_000, 135_000, 405_000, 600_000,
    ]);
  });

  test('a rate limit postpones without costing a try', () => {
    expect(after(take('a', 0), fail('a', 10, 60_000))).toMatchObject({
      phase: 'queued',
      tries: 0,
      dueAt: 60_000,
    });
  });

  test('handing back costs no try', () => {
    expect(after(take('a', 0), { type: 'released', token: 'a', at: 3 })).toMatchObject({
      phase: 'queued',
      tries: 0,
      dueAt: 3,
    });
  });

  test('the last failure has to be said, and the run then is given up', () => {
    let state = fresh;
    let at = 0;
    for (const token of ['a', 'b', 'c', 'd', 'e']) {
      state = nextRunState(state, take(token, at), policy)!;
      state = nextRunState(state, fail(token, at), policy)!;
      at = state.dueAt;
    }
    expect(state).toMatchObject({ phase: 'publishing', outcome: 'given-up', lease: { token: 'e' } });
    expect(nextRunState(state, { type: 'published', token: 'e', at }, policy)).toMatchObject({
      phase: 'given-up',
    });
  });

  test('a superseded run is nobody’s', () => {
    const state = after(take('a', 0), { type: 'superseded' });
    expect(state).toMatchObject({ phase: 'superseded', lease: null });
    expect(nextRunState(state, conclude('a', 1), policy)).toBeNull();
    expect(nextRunState(state, take('b', 99_999), policy)).toBeNull();
  });
});

describe('whatever happens, in whatever order', () => {
  const token = fc.constantFrom('a', 'b', 'c');
  const step = fc.oneof(
    fc.record({
      type: fc.constantFrom('renew', 'released', 'published', 'unreachable', 'take', 'take', 'take'),
      token,
    }),
    fc.record({
      type: fc.constant('concluded' as const),
      token,
      outcome: fc.constantFrom('marked', 'refused'),
    }),
    fc.record({
      type: fc.constantFrom('failed', 'unpublished'),
      token,
      notBefore: fc.option(fc.integer({ min: 0, max: 200_000 }), { freq: 4 }),
    }),
    fc.constant({ type: 'superseded' as const }),
  );
  const history = fc.array(fc.record({ step, wait: fc.integer({ min: 0, max: 40_000 }) }), { maxLength: 60 });

  /** Every token is used by `take` once, as its contract says. */
  function events(steps: { step: object; wait: number }[]): (RunEvent & { at?: number })[] {
    let at = 0;
    const generation: Record<string, number> = {};
    return steps.map(({ step: each, wait }) => {
      at += wait;
      if (!('token' in each) || !('type' in each)) return each as RunEvent;
      const name = each.token as string;
      if (each.type === 'take') generation[name] = (generation[name] ?? 0) + 1;
      return { ...each, token: `${name}${generation[name] ?? 0}`, at } as RunEvent;
    });
  }

  test('the promises of a run are kept', () => {
    fc.assert(
      fc.property(history, (steps) => {
        let state = fresh;
        for (const event of events(steps)) {
          const next = nextRunState(state, event, policy);
          if (next === null) continue;
          // A final phase is final.
          expect(isActive(state.phase)).toBe(true);
          // Nobody but the holder of the lease changes a run, except by taking it over in time, or superseding it.
          if (event.type === 'take') {
            expect(state.lease === null || state.lease.expiresAt <= event.at).toBe(true);
          } else if (event.type !== 'superseded') {
            expect(state.lease?.token).toBe(event.token);
          }
          // Tries are bounded, and never below nothing.
          expect(next.tries).toBeGreaterThanOrEqual(0);
          expect(next.tries).toBeLessThanOrEqual(policy.maxTries);
          expect(next.publishTries).toBeGreaterThanOrEqual(0);
          expect(next.publishTries).toBeLessThanOrEqual(policy.maxPublishTries);
          // Whoever runs has a lease; whoever has ended or waits has none; there is something to say from `publishing` on.
          if (next.phase === 'running') expect(next.lease).not.toBeNull();
          if (next.phase === 'queued' || !isActive(next.phase)) expect(next.lease).toBeNull();
          expect(next.outcome !== null).toBe(
            ['publishing', 'finished', 'given-up'].includes(next.phase) || state.outcome !== null,
          );
          // What was found is never changed or lost.
          if (state.outcome !== null) expect(next.outcome).toBe(state.outcome);
          if (next.phase === 'finished') expect(next.outcome).not.toBe('given-up');
          state = next;
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test('a run can always be brought to its end by taking it again and again', () => {
    fc.assert(
      fc.property(history, (steps) => {
        const past = events(steps);
        let state = past.reduce((current, event) => nextRunState(current, event, policy) ?? current, fresh);
        let at = 10_000_000;
        let taken = 0;
        while (isActive(state.phase)) {
          expect(taken).toBeLessThan(policy.maxTries + policy.maxPublishTries + 2);
          state = nextRunState(state, take(`end${(taken += 1)}`, at), policy)!;
          at += 1_000_000; // whoever took it died
        }
      }),
    );
  });
});
