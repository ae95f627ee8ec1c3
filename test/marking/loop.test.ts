import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { startHeartbeat } from '../../src/marking/heartbeat.ts';
import { startLoop } from '../../src/marking/loop.ts';
import { RunStopped } from '../../src/marking/stop-signal.ts';
import { silent } from '../services/silent.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a loop', () => {
  const options = { name: 'test', idleMs: 1_000, firstPauseMs: 100, longestPauseMs: 400, log: silent };

  test('works at once, then after each pause, and at once when there is more', async () => {
    const more = [true, true, false];
    const work = vi.fn(() => Promise.resolve(more.shift() ?? false));
    const loop = startLoop({ ...options, work });
    await vi.advanceTimersByTimeAsync(0);
    expect(work).toHaveBeenCalledTimes(3);
    await vi.advanceTimersByTimeAsync(999);
    expect(work).toHaveBeenCalledTimes(3);
    await vi.advanceTimersByTimeAsync(1);
    expect(work).toHaveBeenCalledTimes(4);
    await loop.stop();
  });

  test('is woken while it rests, and once more if it is woken while it works', async () => {
    let end: () => void = () => undefined;
    const work = vi.fn(
      () =>
        new Promise<boolean>((resolve) => {
          end = () => {
            resolve(false);
          };
        }),
    );
    const loop = startLoop({ ...options, work });
    loop.wake();
    loop.wake();
    end();
    await vi.advanceTimersByTimeAsync(0);
    expect(work).toHaveBeenCalledTimes(2);
    end();
    await vi.advanceTimersByTimeAsync(10);
    loop.wake();
    await vi.advanceTimersByTimeAsync(0);
    expect(work).toHaveBeenCalledTimes(3);
    end();
    await loop.stop();
  });

  test('pauses longer with each failure, and cannot be woken into spinning', async () => {
    const work = vi.fn(() => Promise.reject(new Error('away')));
    const loop = startLoop({ ...options, work });
    const calls = async (ms: number) => {
      loop.wake();
      await vi.advanceTimersByTimeAsync(ms);
      return work.mock.calls.length;
    };
    expect(await calls(0)).toBe(1);
    expect(await calls(99)).toBe(1);
    expect(await calls(1)).toBe(2);
    expect(await calls(200)).toBe(3);
    expect(await calls(400)).toBe(4);
    expect(await calls(400)).toBe(5);
    await loop.stop();
  });

  test('stops while it rests', async () => {
    const work = vi.fn(() => Promise.resolve(false));
    const loop = startLoop({ ...options, work });
    await vi.advanceTimersByTimeAsync(10);
    await loop.stop();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(work).toHaveBeenCalledTimes(1);
  });
});

describe('a heartbeat', () => {
  const never = new AbortController().signal;

  test('aborts when the lease is lost, and not when the database is away', async () => {
    const answers = [() => Promise.resolve(true), () => Promise.reject(new Error('away'))];
    const heart = startHeartbeat(() => (answers.shift() ?? (() => Promise.resolve(false)))(), 1_000, never);
    await vi.advanceTimersByTimeAsync(2_500);
    expect(heart.signal.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(500);
    expect(heart.signal.reason).toBeInstanceOf(RunStopped);
    expect((heart.signal.reason as RunStopped).why).toBe('lease-lost');
    heart.stop();
  });

  test('aborts when the process is ending, and is silent once stopped', async () => {
    const ending = new AbortController();
    const renew = vi.fn(() => Promise.resolve(true));
    const heart = startHeartbeat(renew, 1_000, ending.signal);
    ending.abort();
    expect((heart.signal.reason as RunStopped).why).toBe('process-ending');
    heart.stop();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(renew).not.toHaveBeenCalled();
  });
});
