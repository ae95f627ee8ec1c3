import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { systemClock } from '../../src/domain/clock.ts';
import { watchSteadiness } from '../../src/sandbox/steadiness.ts';

describe('what a submission cannot help', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is nothing while this process beats and the engine answers', async () => {
    const steadiness = watchSteadiness(() => Promise.resolve(), systemClock);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(steadiness.longestMs()).toBe(0);
    steadiness.stop();
  });

  it('is an engine that hangs, while it does and when it has answered after all', async () => {
    let answer: () => void = () => undefined;
    const steadiness = watchSteadiness(() => new Promise<void>((resolve) => (answer = resolve)), systemClock);
    await vi.advanceTimersByTimeAsync(7_000);
    expect(steadiness.longestMs()).toBe(6_000);
    answer();
    await vi.advanceTimersByTimeAsync(500);
    expect(steadiness.longestMs()).toBe(6_000);
    steadiness.stop();
  });

  it('is not an engine that refuses at once', async () => {
    const steadiness = watchSteadiness(() => Promise.reject(new Error('no engine')), systemClock);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(steadiness.longestMs()).toBe(0);
    steadiness.stop();
  });

  it('is this process when it was stopped', () => {
    const steadiness = watchSteadiness(() => Promise.resolve(), systemClock);
    vi.setSystemTime(Date.now() + 9_000);
    expect(steadiness.longestMs()).toBe(8_000);
    steadiness.stop();
  });
});
