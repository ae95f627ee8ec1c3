import { describe, expect, test } from 'vitest';
import type { FileMap } from '../../src/domain/course/file-map.ts';
import type { Evidence, Marking } from '../../src/domain/results.ts';
import { chooseBug } from '../../src/retention/choose-bug.ts';
import { smallProject } from '../marking/small-project.ts';
import { notYet } from '../marking/markings.ts';

const work = (text: string): FileMap => new Map([['index.js', new TextEncoder().encode(text)]]);
const own = 'export const a = 1 + 2 + 3;\n';

/** What the hidden tests say of a program: how many of ten fail, and how. */
function found(failed: number, status: Evidence['status'] = 'failed'): Marking {
  const base = notYet();
  const [stage] = base.stages;
  const evidence = Array.from({ length: 10 }, (_, at): Evidence => ({
    id: `test ${at}`,
    status: at < failed ? status : 'passed',
    ...{ message: null, expected: null, actual: null, file: null, line: null },
  }));
  const met = failed === 0;
  const criteria = [{ id: 'all', title: 'All', essential: true, met, score: 1 - failed / 10, evidence }];
  return {
    ...base,
    decision: met ? 'mastered' : 'not-yet',
    stages: [{ ...stage!, id: 'functionality', status: 'completed', met, criteria }],
  };
}

/** Chooses among changes of one sign to another, each of which the tests see as said. */
const choose = (seen: Record<string, Marking>, asItWas = found(0)) => {
  const mutations = Object.keys(seen).map((replacement) => ({
    file: 'index.js',
    start: own.indexOf('+'),
    end: own.indexOf('+') + 1,
    replacement,
  }));
  return chooseBug(
    smallProject,
    { files: work(own), dropped: [] },
    'seed',
    {
      mutationsOf: () => Promise.resolve(mutations),
      mark: ({ files }) => {
        const text = new TextDecoder().decode(files.get('index.js'));
        return Promise.resolve(
          Object.entries(seen).find(([sign]) => text.includes(` ${sign} 2`))?.[1] ?? asItWas,
        );
      },
    },
    new AbortController().signal,
  );
};

describe('a bug for a re-check', () => {
  test('is one that the hidden tests notice, with the place where it is', async () => {
    expect(await choose({ '-': found(0), '*': found(3) })).toMatchObject({
      file: 'index.js',
      line: 1,
      before: '+',
      after: '*',
    });
  });

  test.each([
    ['that no test notices', { '-': found(0) }],
    ['with which nothing works', { '-': found(9) }],
    ['with which the program does not end', { '-': found(2, 'timeout') }],
    ['with which the program cannot be loaded', { '-': found(2, 'error') }],
  ])('is none %s', async (_what, seen) => {
    expect(await choose(seen)).toBe('not-noticed');
  });

  test('is none in work that no longer meets what is asked for, or that could not be marked', async () => {
    expect(await choose({ '-': found(3) }, found(1))).toBe('no-longer-meets');
    expect(await choose({ '-': found(3) }, { ...found(0), decision: null })).toBe('not-marked');
  });
});
