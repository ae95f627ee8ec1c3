import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { examine } from '../../../src/sandbox/analysis/examine.ts';
import type { Ending, Station } from '../../../src/sandbox/launcher.ts';
import { Line } from '../../../src/sandbox/line.ts';
import { encodeFrame } from '../../../src/sandbox/protocol/frames.ts';
import { Kind } from '../../../src/sandbox/protocol/kinds.ts';
import { filesOf } from './looking.ts';

const LIMITS = { seconds: 10, memoryMiB: 256, submissions: 1 };
const submission = filesOf({ 'cart.js': 'let a;', 'shop.js': 'let b;' });
const analysis = { name: 'counting', report: z.object({ count: z.number() }) };

/** An analyst that says what a test lets it say, and ends when a test lets it end. */
function analyst() {
  let say: (bytes: Uint8Array) => void = () => undefined;
  let end: (ending: Ending) => void = () => undefined;
  const station: Station = {
    write: () => undefined,
    onOutput: (listener) => {
      say = listener;
    },
    ended: new Promise((resolve) => {
      end = resolve;
    }),
    log: () => '',
    cpuMs: () => Promise.resolve(null),
    stop: () => Promise.resolve(),
  };
  const line = new Line(station, { frameBytes: 1000, runBytes: 2000 });
  return {
    outcome: (signal = new AbortController().signal) =>
      examine(line, { submission, analysis }, LIMITS, signal),
    says: (kind: number, content?: unknown) => {
      say(encodeFrame(kind, 0, content === undefined ? '' : JSON.stringify(content)));
    },
    ends: (ending: Partial<Ending> = {}) => {
      end({ code: 1, outOfMemory: false, ...ending });
    },
  };
}

describe('an analyst', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('that reports has done its part, whatever becomes of it', async () => {
    const { outcome, says, ends } = analyst();
    const found = outcome();
    says(Kind.ready);
    says(Kind.report, { count: 2 });
    ends();
    expect(await found).toEqual({ kind: 'completed', report: { count: 2 } });
  });

  test('that ends has ended of the file that it had begun', async () => {
    const { outcome, says, ends } = analyst();
    const found = outcome();
    says(Kind.ready);
    says(Kind.progress, { file: 'cart.js' });
    says(Kind.progress, { file: 'shop.js' });
    ends({ code: 139 });
    expect(await found).toEqual({
      kind: 'limit',
      limit: 'crash',
      file: 'shop.js',
      message: 'shop.js could not be read: is it nested very deeply?',
    });
  });

  test('whose memory is full names that limit', async () => {
    const { outcome, says, ends } = analyst();
    const found = outcome();
    says(Kind.ready);
    says(Kind.progress, { file: 'cart.js' });
    ends({ code: 137, outOfMemory: true });
    expect(await found).toMatchObject({ limit: 'memory', file: 'cart.js' });
  });

  test('that is late is not waited for', async () => {
    const { outcome, says } = analyst();
    const found = outcome();
    says(Kind.ready);
    says(Kind.progress, { file: 'cart.js' });
    await vi.advanceTimersByTimeAsync(16_000);
    expect(await found).toEqual({
      kind: 'limit',
      limit: 'time',
      file: 'cart.js',
      message: 'cart.js could not be read within 10 s: is it very long, or nested very deeply?',
    });
    expect(vi.getTimerCount()).toBe(0);
  });

  test('that sends too much is not heard any further', async () => {
    const { outcome, says } = analyst();
    const found = outcome();
    says(Kind.ready);
    says(Kind.report, { count: 'x'.repeat(2000) });
    says(Kind.report, { count: 2 });
    expect(await found).toMatchObject({ kind: 'limit', limit: 'output' });
  });

  test.each([['another file'], [7], [null], [{ file: '../../etc/passwd' }], [{ file: 'cart.js\n' }]])(
    'that says it has begun %j names no file',
    async (said) => {
      const { outcome, says, ends } = analyst();
      const found = outcome();
      says(Kind.ready);
      says(Kind.progress, said);
      ends();
      expect(await found).toMatchObject({ limit: 'crash', file: null });
    },
  );

  test('whose report has another shape is ours to mend', async () => {
    const { outcome, says } = analyst();
    const found = outcome();
    says(Kind.report, { count: 'two' });
    await expect(found).rejects.toMatchObject({ code: 'sandbox.report-unreadable' });
  });

  test('that ends before it has read its files is ours to mend, unless they fill its memory', async () => {
    const one = analyst();
    const ours = one.outcome();
    one.ends();
    await expect(ours).rejects.toMatchObject({ code: 'sandbox.runner-ended' });

    const other = analyst();
    const theirs = other.outcome();
    other.ends({ code: 137, outOfMemory: true });
    expect(await theirs).toMatchObject({ kind: 'limit', limit: 'memory', file: null });
  });

  test('is left alone when nobody wants to know any more', async () => {
    const { outcome } = analyst();
    const abort = new AbortController();
    const found = outcome(abort.signal);
    abort.abort('a newer push');
    await expect(found).rejects.toBe('a newer push');
    expect(vi.getTimerCount()).toBe(0);
  });
});
