import { expect, it } from 'vitest';
import { fine } from '../../src/doctor/check.ts';
import type { Check } from '../../src/doctor/check.ts';
import { runDoctor } from '../../src/doctor/run-doctor.ts';
import { errorsOf, entry } from '../../src/domain/errors/touchstone-error.ts';

const check = (id: string, examine: Check['examine']): Check => ({ id, examine, fixIfFailing: `mend ${id}` });

it('keeps the order of the checks, whichever answers first', async () => {
  let answer: (() => void) | undefined;
  const slow = check(
    'slow',
    () =>
      new Promise((resolve) => {
        answer = () => {
          resolve(fine('late'));
        };
      }),
  );
  const quick = check('quick', async () => {
    await Promise.resolve();
    answer?.();
    return fine('soon');
  });
  const results = await runDoctor([slow, quick]);
  expect(results.map(({ id, found }) => [id, found])).toEqual([
    ['slow', 'late'],
    ['quick', 'soon'],
  ]);
});

it('tells what a check threw, with the fix of that check', async () => {
  const refused = Object.assign(new Error(''), { code: 'ECONNREFUSED' });
  const results = await runDoctor([
    check('plain', () => Promise.reject(new Error('connection lost'))),
    check('only a code', () => Promise.reject(refused)),
    check('several addresses', () => Promise.reject(new AggregateError([refused, new Error('no route')]))),
    check('with a cause', () => Promise.reject(new TypeError('fetch failed', { cause: refused }))),
    check('thrown before any promise', () => {
      throw new Error('at once');
    }),
  ]);
  expect(results.map(({ ok, found }) => [ok, found])).toEqual([
    [false, 'connection lost'],
    [false, 'ECONNREFUSED'],
    [false, 'ECONNREFUSED; no route'],
    [false, 'fetch failed (ECONNREFUSED)'],
    [false, 'at once'],
  ]);
  expect(results[0]?.fix).toBe('mend plain');
});

it('prefers the fix of an error of our own catalogues', async () => {
  const toolError = errorsOf({
    'tool.dull': entry<{ edge: string }>({
      audience: 'operator',
      message: ({ edge }) => `The ${edge} edge is dull.`,
      fix: () => 'Grind it.',
    }),
  });
  const [result] = await runDoctor([
    check('tool', () => Promise.reject(toolError('tool.dull', { edge: 'left' }))),
  ]);
  expect(result).toEqual({ id: 'tool', ok: false, found: 'The left edge is dull.', fix: 'Grind it.' });
});

it('gives up on a check that hangs', async () => {
  const [result] = await runDoctor([check('stuck', () => new Promise(() => undefined))], { limitMs: 20 });
  expect(result).toEqual({ id: 'stuck', ok: false, found: 'no answer within 0.02 s', fix: 'mend stuck' });
});

it('prints no secret, as it is or as it stands in a URL', async () => {
  const secret = 'p@ss/word';
  const [result] = await runDoctor(
    [
      check('database', () =>
        Promise.reject(new Error(`cannot reach postgres://me:${encodeURIComponent(secret)}@db (${secret})`)),
      ),
    ],
    { secrets: [secret, ''] },
  );
  expect(result?.found).toBe('cannot reach postgres://me:***@db (***)');
});
