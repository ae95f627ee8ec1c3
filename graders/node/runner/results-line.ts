import { writeSync } from 'node:fs';
import { encodeFrame } from '../../../src/sandbox/protocol/frames.ts';
import { Descriptor, Local } from './local.ts';
import type { BrokenFile, TestResult } from './results.ts';

/** Tells the supervisor that this process waits for its order. */
export function sayWaiting(): void {
  say(Local.waiting);
}

/** Tells of a test that has ended. */
export function sayTest(test: TestResult): void {
  say(Local.test, JSON.stringify(test));
}

/** Tells that all tests have ended, and which files could not be loaded. */
export function sayEnd(broken: BrokenFile[]): void {
  say(Local.end, JSON.stringify(broken));
}

function say(kind: number, payload = ''): void {
  const bytes = encodeFrame(kind, 0, payload);
  for (let at = 0; at < bytes.byteLength;) at += writeSync(Descriptor.results, bytes, at);
}
