import { getEventListeners } from 'node:events';
import { expect, test } from 'vitest';
import { underEither } from '../../src/sandbox/either-signal.ts';

const untilAborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => {
    const onAbort = (): void => {
      reject(signal.reason as Error);
    };
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort);
  });

test.each([0, 1])('work is aborted with the reason of signal %i', async (which) => {
  const controllers = [new AbortController(), new AbortController()] as const;
  const work = underEither([controllers[0].signal, controllers[1].signal], untilAborted);
  const rejected = expect(work).rejects.toThrow('enough');
  controllers[which]?.abort(new Error('enough'));
  await rejected;
});

test('work under a signal that is aborted already is aborted from the beginning', async () => {
  const work = underEither(
    [new AbortController().signal, AbortSignal.abort(new Error('before'))],
    untilAborted,
  );
  await expect(work).rejects.toThrow('before');
});

test('signals know nothing of work that is done', async () => {
  const [short, long] = [new AbortController().signal, new AbortController().signal];
  expect(await underEither([short, long], () => Promise.resolve('done'))).toBe('done');
  expect(getEventListeners(long, 'abort')).toEqual([]);
  expect(getEventListeners(short, 'abort')).toEqual([]);
});
