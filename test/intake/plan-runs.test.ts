import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isActive } from '../../src/domain/run.ts';
import { planRuns } from '../../src/intake/plan-runs.ts';
import type { KnownRun, RunsSituation } from '../../src/intake/plan-runs.ts';
import { sha } from './pulls.ts';

const minute = 60_000;
const now = 1_000 * minute;

const run = (id: number, change: Partial<KnownRun>): KnownRun => ({
  id,
  headSha: sha('a'),
  kind: 'attempt',
  phase: 'finished',
  outcome: 'marked',
  mastered: false,
  endedAt: now - 5 * minute,
  deliveryId: null,
  form: null,
  ...change,
});
const active = (id: number, change: Partial<KnownRun> = {}) =>
  run(id, { phase: 'running', outcome: null, endedAt: null, ...change });
const givenUp = (id: number, change: Partial<KnownRun> = {}) =>
  run(id, { phase: 'given-up', outcome: 'given-up', ...change });

const plan = (runs: KnownRun[], change: Partial<RunsSituation> = {}) =>
  planRuns({
    open: true,
    draft: false,
    headSha: sha('a'),
    form: 'one',
    runs: runs.toSorted((one, other) => other.id - one.id),
    cause: 'pull-request',
    deliveryId: 'd',
    now,
    ...change,
  });
const nothing = { supersede: [], start: null };
const attempt = { kind: 'attempt', republish: null };

describe.each([
  { situation: 'nothing yet', runs: [], expected: { supersede: [], start: attempt } },
  { situation: 'the head is being marked', runs: [active(1)], expected: nothing },
  { situation: 'the head is marked', runs: [run(1, {})], expected: nothing },
  {
    situation: 'an older commit is being marked',
    runs: [active(1, { headSha: sha('b') })],
    expected: { supersede: [1], start: attempt },
  },
  {
    situation: 'practice of the same commit is being marked',
    runs: [active(1, { kind: 'practice' })],
    expected: { supersede: [1], start: attempt },
  },
  {
    situation: 'practice of the same commit is marked',
    runs: [run(1, { kind: 'practice' })],
    expected: { supersede: [], start: attempt },
  },
  {
    situation: 'the head was refused',
    runs: [run(1, { outcome: 'refused' })],
    expected: nothing,
  },
  {
    situation: 'the head was superseded and came back',
    runs: [run(1, { phase: 'superseded', outcome: null })],
    expected: { supersede: [], start: attempt },
  },
  {
    situation: 'the head was given up: an event alone does not try again',
    runs: [givenUp(1)],
    expected: nothing,
  },
  {
    situation: 'a commit marked earlier is the head again: its result is said again',
    runs: [run(1, {}), run(2, { headSha: sha('b') })],
    expected: { supersede: [], start: { kind: 'attempt', republish: 1 } },
  },
  {
    situation: 'what a regrade found was recorded while it was closed: it is said',
    runs: [run(1, {}), run(2, { phase: 'recorded' })],
    expected: { supersede: [], start: { kind: 'attempt', republish: 2 } },
  },
  {
    situation: 'what was recorded has been said since',
    runs: [run(1, {}), run(2, { phase: 'recorded' }), run(3, {})],
    expected: nothing,
  },
  {
    situation: 'what was recorded is of an older commit',
    runs: [run(1, { headSha: sha('b') }), run(2, {}), run(3, { headSha: sha('b'), phase: 'recorded' })],
    expected: nothing,
  },
])('ready for review, $situation', ({ runs, expected }) => {
  test('is planned', () => {
    expect(plan(runs)).toEqual(expected);
  });
});

describe('a draft', () => {
  test('is practice', () => {
    expect(plan([], { draft: true }).start).toEqual({ kind: 'practice', republish: null });
  });
  test('of a commit that was assessed stays assessed', () => {
    expect(plan([run(1, {})], { draft: true })).toEqual(nothing);
    expect(plan([active(1, { phase: 'publishing', outcome: 'marked' })], { draft: true })).toEqual(nothing);
  });
  test('ends an attempt that is not assessed yet', () => {
    expect(plan([active(1)], { draft: true })).toEqual({
      supersede: [1],
      start: { kind: 'practice', republish: null },
    });
  });
});

describe('a rerun', () => {
  const rerun = (runs: KnownRun[], change = {}) => plan(runs, { cause: 'rerun', ...change });
  test('of mastery says it again, as the assessment may be another by now', () => {
    expect(rerun([run(1, { mastered: true })]).start).toEqual({ kind: 'attempt', republish: 1 });
    expect(rerun([run(2, {}), run(1, { mastered: true })]).start?.republish).toBe(1);
    expect(rerun([run(1, { mastered: true, phase: 'superseded' })]).start).toEqual(attempt);
    expect(rerun([givenUp(2), run(1, { mastered: true })]).start).toEqual(attempt);
  });
  test('marks a finished commit again', () => {
    expect(rerun([run(1, {})]).start).toEqual(attempt);
  });
  test('of an assessed commit is an attempt, even if the pull request is a draft now', () => {
    expect(rerun([run(1, {})], { draft: true }).start).toEqual(attempt);
  });
  test('begins again at once after giving up', () => {
    expect(rerun([givenUp(1, { endedAt: now })]).start).toEqual(attempt);
  });
  test('does nothing while one is under way, or when the same delivery has asked before', () => {
    expect(rerun([active(1)])).toEqual(nothing);
    expect(rerun([run(1, { deliveryId: 'd' })])).toEqual(nothing);
  });
});

test('what somebody has changed of what was said is said again, and nothing else', () => {
  const restore = (...runs: KnownRun[]) => plan(runs, { cause: 'restore' });
  expect(restore(run(1, {}), run(2, {}))).toEqual({
    supersede: [],
    start: { kind: 'attempt', republish: 2 },
  });
  expect(restore(run(1, { kind: 'practice' })).start).toEqual(attempt);
  expect(restore(run(1, { headSha: sha('b') })).start).toEqual(attempt);
  expect(restore(active(1))).toEqual(nothing);
  expect(restore(givenUp(1))).toEqual(nothing);
});

describe('the sweep', () => {
  const sweep = (runs: KnownRun[]) => plan(runs, { cause: 'sweep', deliveryId: null });
  test('begins again what was given up, after a rest that doubles each time', () => {
    expect(sweep([givenUp(1, { endedAt: now - 14 * minute })])).toEqual(nothing);
    expect(sweep([givenUp(1, { endedAt: now - 15 * minute })]).start).toEqual(attempt);
    const twice = [givenUp(1, { endedAt: now - 90 * minute }), givenUp(2, { endedAt: now - 29 * minute })];
    expect(sweep(twice)).toEqual(nothing);
    expect(sweep([twice[0]!, { ...twice[1]!, endedAt: now - 30 * minute }]).start).toEqual(attempt);
  });
  test('says a marking that could not be published, without marking again', () => {
    const unsaid = run(1, { phase: 'given-up', endedAt: now - 20 * minute });
    expect(sweep([unsaid]).start).toEqual({ kind: 'attempt', republish: 1 });
  });
});

test('a closed pull request has no runs', () => {
  expect(plan([active(1), run(2, {})], { open: false })).toEqual({ supersede: [1], start: null });
});

const anyRun = fc.record({
  headSha: fc.constantFrom(sha('a'), sha('b')),
  kind: fc.constantFrom('practice' as const, 'attempt' as const),
  phase: fc.constantFrom('queued', 'running', 'publishing', 'finished', 'recorded', 'superseded', 'given-up'),
  outcome: fc.constantFrom('marked', 'refused', 'given-up', null),
  mastered: fc.boolean(),
  endedAt: fc.constantFrom(now, now - 20 * minute, now - 2_000 * minute),
  deliveryId: fc.constantFrom('d', 'e', null),
  form: fc.constantFrom('one', 'other', null),
});

test('a commit in a wrong form is looked at again when the form is another one, whoever noticed', () => {
  const refused = run(1, { outcome: 'refused', form: 'one', deliveryId: 'e' });
  expect(plan([refused])).toEqual(nothing);
  expect(plan([refused], { cause: 'sweep', deliveryId: null })).toEqual(nothing);
  expect(plan([refused], { form: 'mended' })).toEqual({ supersede: [], start: attempt });
  expect(plan([refused], { form: 'mended', cause: 'sweep' })).toEqual({ supersede: [], start: attempt });
  // What was assessed stays assessed, whatever becomes of its title.
  expect(plan([refused, run(2, {})], { form: 'another' })).toEqual(nothing);
  const tooLarge = run(3, { outcome: 'refused' });
  expect(plan([tooLarge], { form: 'mended' })).toEqual(nothing);
});

test('whatever there was: one active run at most remains, it is the head’s, and planning again changes nothing', () => {
  fc.assert(
    fc.property(
      fc.array(anyRun, { maxLength: 8 }),
      fc.boolean(),
      fc.boolean(),
      fc.constantFrom('pull-request', 'rerun', 'sweep'),
      (drawn, draft, open, cause) => {
        const runs = drawn.map((each, index) => ({ ...each, id: index + 1 }));
        const { supersede, start } = plan(runs, { draft, open, cause });
        const remaining = runs
          .filter((each) => isActive(each.phase) && !supersede.includes(each.id))
          .map((each) => each.headSha);
        // Two active runs of one head cannot be: the database refuses the second.
        if (start !== null) remaining.push(sha('a'));
        const distinct = new Set(runs.filter((each) => isActive(each.phase)).map((each) => each.id));
        if (distinct.size <= 1) expect(remaining.length).toBeLessThanOrEqual(1);
        for (const head of remaining) expect(head).toBe(sha('a'));
        if (!open) expect(remaining).toEqual([]);
        if (start === null) return;
        const begun = run(99, { ...start, phase: 'queued', outcome: null, endedAt: null, deliveryId: 'd' });
        const later = runs.map((each) =>
          supersede.includes(each.id) ? { ...each, phase: 'superseded' as const } : each,
        );
        expect(plan([...later, begun], { draft: start.kind === 'practice', open, cause })).toEqual(nothing);
      },
    ),
  );
});
