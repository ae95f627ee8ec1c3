import { expect, test } from 'vitest';
import { judgeMutants } from '../../../../src/course/check/mutants/judge-mutants.ts';
import type { Mutant } from '../../../../src/domain/mutants/mutant.ts';
import type { Tried } from '../../../../src/course/check/trial.ts';
import type { Marking } from '../../../../src/domain/results.ts';

const mutant: Mutant = {
  file: 'price.js',
  line: 3,
  column: 5,
  before: '<',
  after: '<=',
  reads: 'if (age <= 6)',
  files: new Map(),
};

const stage: Marking['stages'][number] = {
  id: 'functionality',
  status: 'completed',
  reason: null,
  score: 1,
  threshold: 0.8,
  met: true,
  criteria: [],
};

function tried(form: string, came: 'noticed' | 'unnoticed' | 'broken'): Tried {
  const missed = { id: 'free', title: 'Free', met: false, essential: false, score: 0, evidence: [] };
  const stages: Marking['stages'] = [
    came === 'broken'
      ? { ...stage, status: 'broken', reason: 'The test file does not work.' }
      : { ...stage, criteria: came === 'noticed' ? [missed] : [] },
  ];
  const marking: Marking = {
    project: 'sums',
    partial: false,
    decision: came === 'broken' ? null : came === 'noticed' ? 'not-yet' : 'mastered',
    doubts: [],
    stages,
    feedback: [],
    durationMs: {},
    untouchedStarter: false,
    dropped: [],
  };
  const dir = 'sums/solutions/arrow/price.js';
  return {
    trial: { kind: 'mutant', name: 'price.js:3', dir, files: new Map(), form, repeat: 0 },
    marking,
    unnamed: [],
    hidden: [],
  };
}

test('one that a form of the tests lets through is not noticed, and it is said in which', () => {
  const { noticed, unnoticed, findings } = judgeMutants('sums', [
    { mutant, inEachForm: [tried('odd', 'noticed'), tried('even', 'noticed')] },
    { mutant, inEachForm: [tried('odd', 'noticed'), tried('even', 'unnoticed')] },
  ]);
  expect(noticed).toEqual({ right: 1, of: 2 });
  expect(unnoticed.map(({ message }) => message)).toEqual([
    'no test notices in the form "even" that < became <=: if (age <= 6)',
  ]);
  expect(findings).toEqual([]);
});

test('tests that cannot be run with one are something to mend, with the place of the change', () => {
  const { noticed, unnoticed, findings } = judgeMutants('sums', [
    { mutant, inEachForm: [tried('odd', 'broken'), tried('even', 'broken')] },
  ]);
  expect(noticed).toEqual({ right: 0, of: 1 });
  expect(unnoticed).toEqual([]);
  expect(findings).toMatchObject([
    {
      level: 'error',
      file: 'sums/solutions/arrow/price.js',
      line: 3,
      message: 'the tests cannot be run when < became <=: The test file does not work.',
    },
  ]);
});
