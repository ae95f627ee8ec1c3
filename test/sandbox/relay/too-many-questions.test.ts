import { beforeEach, expect, test } from 'vitest';
import { FrameReader, payloadText, type Frame } from '../../../src/sandbox/protocol/frames.ts';
import { Kind, type Failure } from '../../../src/sandbox/protocol/kinds.ts';
import { Relay } from '../../../src/sandbox/relay/relay.ts';

let now: number;
let failures: string[];
let events: string[];
let relay: Relay;

const frame = (kind: number, id: number, text = ''): Frame => ({ kind, id, payload: Buffer.from(text) });

function ask(id: number, ms = 1000): void {
  relay.fromRunner(frame(Kind.request, id, `${ms} question`));
}

function pass(ms: number): void {
  for (let at = 0; at < ms; at += 50) {
    now += 50;
    relay.tick();
  }
}

function toRunner(bytes: Uint8Array): void {
  for (const told of new FrameReader(1e6).push(bytes)) {
    if (told.kind !== Kind.failure) continue;
    failures.push(`${told.id} ${(JSON.parse(payloadText(told)) as Failure).reason}`);
  }
}

beforeEach(() => {
  now = 0;
  failures = [];
  events = [];
  relay = new Relay(
    {
      toRunner,
      toLearner: () => undefined,
      measureCpu: (answer) => {
        answer(null);
      },
      stopLearner: () => events.push('stop'),
      startLearner: () => events.push('start'),
      onLost: () => undefined,
      onTest: () => undefined,
      onReport: () => undefined,
    },
    { testMs: 3000, totalMs: 20_000, replacements: 1 },
    { now: () => now },
  );
  relay.learnerReady();
});

test('more than ten thousand at once are not asked', () => {
  for (let id = 1; id <= 10_001; id += 1) {
    ask(id);
    relay.fromLearner(frame(Kind.pending, id));
  }
  expect(relay.waiting).toBe(10_000);
  expect(failures).toEqual(['10001 output']);
  pass(100);
  expect(events).toEqual([]);
});

test('a test that has used up its time starts no other container; the next test does', () => {
  ask(1, 60_000);
  pass(3000);
  expect(events).toEqual(['stop']);
  ask(2);
  ask(3);
  expect(failures).toEqual(['1 test-time', '2 test-time', '3 test-time']);
  expect(events).toEqual(['stop']);
  relay.fromRunner(frame(Kind.progress, 0, '{"done":1}'));
  ask(4);
  expect(events).toEqual(['stop', 'start']);
});
