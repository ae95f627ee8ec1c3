import { beforeEach, describe, expect, test } from 'vitest';
import { FrameReader, payloadText, type Frame } from '../../../src/sandbox/protocol/frames.ts';
import { Kind, type Failure } from '../../../src/sandbox/protocol/kinds.ts';
import { Relay } from '../../../src/sandbox/relay/relay.ts';

let now: number;
let toRunner: string[];
let toLearner: string[];
let events: string[];
let relay: Relay;
/** CPU time that the learner's container has used, ms; null: nobody can tell. */
let cpuMs: number | null;
/** Answers to questions for it that are not given yet; null: each is given at once. */
let answers: ((cpuMs: number | null) => void)[] | null;
let measured: number;

const names = new Map<number, string>(Object.entries(Kind).map(([name, kind]) => [kind, name]));

function told(bytes: Uint8Array): string {
  const [frame] = new FrameReader(1e6).push(bytes);
  if (frame === undefined) throw new Error('no frame');
  const { reason } =
    frame.kind === Kind.failure ? (JSON.parse(payloadText(frame)) as { reason: string }) : { reason: '' };
  return [names.get(frame.kind), frame.id || '', reason || payloadText(frame)].filter(Boolean).join(' ');
}

const quiet = {
  toLearner: () => undefined,
  stopLearner: () => undefined,
  startLearner: () => undefined,
  measureCpu: () => undefined,
  onLost: () => undefined,
  onTest: () => undefined,
  onReport: () => undefined,
};

function failureOf(bytes: Uint8Array): Failure {
  const [first] = new FrameReader(1e6).push(bytes);
  return JSON.parse(first === undefined ? '' : payloadText(first)) as Failure;
}

const frame = (kind: number, id = 0, text = ''): Frame => ({
  kind,
  id,
  payload: new TextEncoder().encode(text),
});
const asks = (id: number, ms = 1000): void => {
  relay.fromRunner(frame(Kind.request, id, `${ms} question`));
};
const says = (kind: number, id = 0, text = ''): void => {
  relay.fromLearner(frame(kind, id, text));
};

/** Lets time pass in steps as short as the real ones; `share`: the CPU time that the learner's container uses of it. */
function pass(ms: number, share = 0): void {
  for (let at = 0; at < ms; at += 50) {
    now += 50;
    if (cpuMs !== null) cpuMs += 50 * share;
    relay.tick();
  }
}

beforeEach(() => {
  now = 1_000_000;
  toRunner = [];
  toLearner = [];
  events = [];
  cpuMs = null;
  answers = null;
  measured = 0;
  relay = new Relay(
    {
      measureCpu: (answer) => {
        measured += 1;
        if (answers === null) answer(cpuMs);
        else answers.push(answer);
      },
      toRunner: (bytes) => toRunner.push(told(bytes)),
      toLearner: (bytes) => toLearner.push(told(bytes)),
      stopLearner: () => events.push('stop'),
      startLearner: () => events.push('start'),
      onLost: () => undefined,
      onTest: (done) => events.push(`test ${done}`),
      onReport: (report) => events.push(`report ${report}`),
    },
    { testMs: 3000, totalMs: 20_000, replacements: 1 },
    { now: () => now },
  );
});

describe('questions and answers', () => {
  beforeEach(() => {
    relay.learnerReady();
  });

  test('a question goes to the learner without its time, and the answer back', () => {
    asks(1);
    says(Kind.reply, 1, 'answer');
    expect(toLearner).toEqual(['request 1 question']);
    expect(toRunner).toEqual(['reply 1 answer']);
    expect(relay.waiting).toBe(0);
  });

  test('a promise keeps the question open', () => {
    asks(1);
    says(Kind.pending, 1);
    says(Kind.pending, 1);
    says(Kind.reply, 1, 'settled');
    expect(toRunner).toEqual(['pending 1', 'reply 1 settled']);
  });

  test('a callback passes while a question is open, and its answer back once', () => {
    asks(1);
    says(Kind.callback, 9, 'call');
    relay.fromRunner(frame(Kind.callbackReply, 9, 'value'));
    relay.fromRunner(frame(Kind.callbackReply, 9, 'again'));
    expect(toRunner).toEqual(['callback 9 call']);
    expect(toLearner).toEqual(['request 1 question', 'callbackReply 9 value']);
  });

  test('a callback that answers with a promise answers again when it is settled', () => {
    asks(1);
    says(Kind.callback, 9, 'call');
    relay.fromRunner(frame(Kind.callbackPending, 9));
    relay.fromRunner(frame(Kind.callbackReply, 9, 'settled'));
    expect(toLearner.slice(1)).toEqual(['callbackPending 9', 'callbackReply 9 settled']);
  });
});

describe('what a learner may not say', () => {
  beforeEach(() => {
    relay.learnerReady();
  });

  test.each([
    ['a report', Kind.report],
    ['progress', Kind.progress],
    ['a failure in the place of the worker', Kind.failure],
    ['a question of the tests', Kind.request],
    ['an answer to a callback', Kind.callbackReply],
    ['the start of a run', Kind.start],
    ['a file', Kind.file],
    ['a kind that does not exist', 77],
  ])('%s', (_what, kind) => {
    asks(1);
    says(kind, 1, '{"done":9}');
    expect(toRunner).toEqual([]);
    expect(events).toEqual([]);
    expect(relay.waiting).toBe(1);
  });

  test('an answer that nobody asked for, or a second one', () => {
    says(Kind.reply, 1, 'early');
    asks(1);
    says(Kind.reply, 2, 'other');
    says(Kind.reply, 1, 'first');
    says(Kind.reply, 1, 'second');
    expect(toRunner).toEqual(['reply 1 first']);
  });

  test('a callback when nothing was asked', () => {
    says(Kind.callback, 1, 'call');
    expect(toRunner).toEqual([]);
  });

  test('more than a hundred callbacks in one another', () => {
    asks(1);
    for (let id = 1; id <= 150; id += 1) says(Kind.callback, id, 'call');
    expect(toRunner).toHaveLength(100);
  });
});

describe('time on the clock, where CPU times are not to be had', () => {
  beforeEach(() => {
    relay.learnerReady();
  });

  test('a call that hangs ends its container, and the next question starts another', () => {
    asks(1);
    pass(950);
    expect(toRunner).toEqual([]);
    pass(50);
    expect(toRunner).toEqual(['failure 1 call-time']);
    expect(events).toEqual(['stop']);
    asks(2);
    expect(events).toEqual(['stop', 'start']);
    expect(toLearner).toEqual(['request 1 question']);
    relay.learnerReady();
    expect(toLearner).toEqual(['request 1 question', 'request 2 question']);
  });

  test('a promise that is late does not end a process that is alive', () => {
    asks(1);
    says(Kind.pending, 1);
    pass(1000);
    expect(toLearner.at(-1)).toBe('ping');
    says(Kind.pong);
    expect(toRunner).toEqual(['pending 1', 'failure 1 promise-time']);
    expect(events).toEqual([]);
  });

  test('a promise that is late in a process that hangs ends it', () => {
    asks(1);
    says(Kind.pending, 1);
    pass(1500);
    expect(toRunner).toEqual(['pending 1', 'failure 1 call-time']);
    expect(events).toEqual(['stop']);
  });

  test('a call that hangs behind an open promise is asked again in another container', () => {
    asks(1, 5000);
    says(Kind.pending, 1);
    asks(2);
    pass(1000);
    expect(toRunner).toEqual(['pending 1', 'failure 1 call-time']);
    expect(events).toEqual(['stop', 'start']);
    relay.learnerReady();
    says(Kind.reply, 2, 'answer');
    expect(toLearner).toEqual(['request 1 question', 'request 2 question', 'request 2 question']);
    expect(toRunner.at(-1)).toBe('reply 2 answer');
  });

  test("the time of a callback is the test's own", () => {
    asks(1);
    says(Kind.callback, 5, 'call');
    pass(5000);
    expect(toRunner).toEqual(['callback 5 call']);
    relay.fromRunner(frame(Kind.callbackReply, 5));
    pass(1000);
    expect(toRunner.at(-1)).toBe('failure 1 call-time');
  });

  test("a call inside a callback is on the learner's time again", () => {
    asks(1, 9000);
    says(Kind.callback, 5, 'call');
    asks(2, 1000);
    pass(1000);
    expect(toRunner.slice(1)).toEqual(['failure 1 call-time', 'failure 2 call-time']);
  });

  test('many calls of one test add up, and a test that ends starts anew', () => {
    for (let id = 1; id <= 3; id += 1) {
      asks(id);
      pass(900);
      says(Kind.reply, id);
    }
    relay.fromRunner(frame(Kind.progress, 0, '{"done":1}'));
    asks(4);
    pass(900);
    says(Kind.reply, 4);
    expect(events).toEqual(['test 1']);
    for (let id = 5; id <= 7; id += 1) {
      asks(id);
      pass(900);
      says(Kind.reply, id);
    }
    expect(toRunner.at(-1)).toBe('failure 7 test-time');
  });

  test('when the whole run is over, every question is answered at once', () => {
    pass(20_000);
    expect(relay.over).toBe(true);
    asks(1);
    expect(toRunner).toEqual(['failure 1 total-time']);
  });

  test("a pause of this process is not on the learner's account", () => {
    asks(1);
    now += 60_000;
    relay.tick();
    expect(toRunner).toEqual([]);
  });

  test('nothing is counted while a container starts', () => {
    relay.learnerEnded({ code: 1, outOfMemory: false });
    asks(1);
    pass(5000);
    expect(toRunner).toEqual([]);
  });
});

describe('CPU time', () => {
  beforeEach(() => {
    cpuMs = 300;
    relay.learnerReady();
    measured = 0;
  });

  test('quick calls ask for none', () => {
    for (let id = 1; id <= 20; id += 1) {
      asks(id);
      pass(50, 1);
      says(Kind.reply, id);
      relay.fromRunner(frame(Kind.progress, 0, `{"done":${id}}`));
    }
    expect(measured).toBe(0);
  });

  test('a call that computes on a free machine is stopped when it has used its time', () => {
    asks(1);
    pass(950, 1);
    expect(toRunner).toEqual([]);
    pass(200, 1);
    expect(toRunner).toEqual(['failure 1 cpu-time']);
    expect(events).toEqual(['stop']);
  });

  test('a call that computes on a busy machine has as much as on a free one', () => {
    asks(1);
    pass(2600, 0.35);
    says(Kind.reply, 1, 'slow but right');
    expect(toRunner).toEqual(['reply 1 slow but right']);
  });

  test('what it has used of it is counted all the same', () => {
    asks(1);
    pass(3400, 0.33);
    expect(toRunner).toEqual(['failure 1 cpu-time']);
  });

  test('a call that waits is stopped by the clock, and at once', () => {
    asks(1);
    pass(1100);
    expect(toRunner).toEqual(['failure 1 wait-time']);
  });

  test('a call that computes on a busy machine and then waits is charged with both', () => {
    asks(1);
    pass(1500, 0.3);
    expect(toRunner).toEqual([]);
    pass(1200);
    expect(toRunner).toEqual(['failure 1 wait-time']);
  });

  test('however busy the machine is, five times its limit is the end; and the machine may be why', () => {
    asks(1);
    pass(4950, 0.1);
    expect(toRunner).toEqual([]);
    pass(50, 0.1);
    expect(toRunner).toEqual(['failure 1 call-time']);
  });

  test('a promise that nobody settles costs its time and no more', () => {
    asks(1);
    says(Kind.pending, 1);
    pass(1150);
    says(Kind.pong);
    expect(toRunner).toEqual(['pending 1', 'failure 1 promise-time']);
    expect(events).toEqual([]);
  });

  test('a promise whose code computes without end is ended with its process', () => {
    asks(1);
    says(Kind.pending, 1);
    pass(1150, 1);
    expect(toLearner).not.toContain('ping');
    expect(toRunner).toEqual(['pending 1', 'failure 1 cpu-time']);
    expect(events).toEqual(['stop']);
  });

  test('a promise that a busy machine keeps from its end may be its fault', () => {
    asks(1);
    says(Kind.pending, 1);
    pass(5000, 0.1);
    says(Kind.pong);
    expect(toRunner.at(-1)).toBe('failure 1 call-time');
  });

  test.each([
    ['computes', 1, 'test-cpu-time', 4000],
    ['waits', 0, 'test-wait-time', 4000],
    ['is slow', 0.15, 'test-time', 16_000],
  ])('a test whose calls together take too long: it %s', (_how, share, reason, ms) => {
    for (
      let at = 0, id = 1;
      at < ms && !toRunner.some((said) => said.includes('failure'));
      at += 500, id += 1
    ) {
      asks(id);
      pass(500, share);
      says(Kind.reply, id);
    }
    expect(toRunner.at(-1)).toMatch(new RegExp(`^failure \\d+ ${reason}$`));
  });

  test('many short calls of one test on a busy machine have the time of a test', () => {
    for (let id = 1; id <= 100; id += 1) {
      asks(id);
      pass(50, 0.5);
      says(Kind.reply, id);
    }
    expect(toRunner.filter((said) => said.startsWith('failure'))).toEqual([]);
  });

  test('an answer that comes late is waited for; one that never comes is not', () => {
    answers = [];
    asks(1);
    pass(1500, 0.1);
    expect(toRunner).toEqual([]);
    for (const answer of answers.splice(0)) answer(cpuMs);
    pass(2400, 0.1);
    expect(toRunner).toEqual([]);
    pass(200, 0.1);
    expect(toRunner).toEqual(['failure 1 call-time']);
  });

  test('an answer for a container that is gone is not heard', () => {
    answers = [];
    asks(1);
    pass(500, 1);
    relay.learnerEnded({ code: 1, outOfMemory: false });
    asks(2);
    const old = answers.splice(0);
    cpuMs = 200;
    relay.learnerReady();
    for (const answer of old) answer(90_000);
    for (const answer of answers.splice(0)) answer(cpuMs);
    answers = null;
    pass(900, 0.5);
    says(Kind.reply, 2);
    expect(toRunner).toEqual(['failure 1 ended', 'reply 2']);
  });
});

describe('a container that is lost', () => {
  beforeEach(() => {
    relay.learnerReady();
  });

  test('by an error that nobody caught: the open question is answered with it', () => {
    const failures: Failure[] = [];
    relay = new Relay(
      { ...quiet, toRunner: (bytes) => failures.push(failureOf(bytes)) },
      { testMs: 3000, totalMs: 20_000, replacements: 1 },
      { now: () => now },
    );
    relay.learnerReady();
    asks(1);
    says(
      Kind.fatal,
      0,
      JSON.stringify({ name: 'TypeError', message: 'no', file: 'a.js', line: 3, more: {} }),
    );
    relay.learnerEnded({ code: 1, outOfMemory: false });
    const error = { name: 'TypeError', message: 'no', file: 'a.js', line: 3 };
    expect(failures).toEqual([{ reason: 'ended', code: 1, error }]);
  });

  test.each([
    [
      'memory',
      (): void => {
        relay.learnerEnded({ code: 137, outOfMemory: true });
      },
    ],
    [
      'ended',
      (): void => {
        relay.learnerEnded({ code: 0, outOfMemory: false });
      },
    ],
    [
      'output',
      (): void => {
        relay.learnerUnbearable();
      },
    ],
  ])('by %s', (reason, lose) => {
    asks(1);
    lose();
    expect(toRunner).toEqual([`failure 1 ${reason}`]);
  });

  test('more often than it is replaced: then questions are answered at once', () => {
    asks(1);
    relay.learnerEnded({ code: 0, outOfMemory: false });
    asks(2);
    relay.learnerReady();
    relay.learnerEnded({ code: 0, outOfMemory: false });
    asks(3);
    expect(toRunner).toEqual(['failure 1 ended', 'failure 2 ended', 'failure 3 stopped-too-often']);
    expect(events).toEqual(['start']);
  });

  test('late frames of it are not heard', () => {
    asks(1);
    relay.learnerEnded({ code: 0, outOfMemory: false });
    asks(2);
    says(Kind.reply, 2, 'from the dead');
    expect(toRunner).toEqual(['failure 1 ended']);
  });
});

test('the report and the progress of the runner are taken', () => {
  relay.fromRunner(frame(Kind.progress, 0, '{"done":3}'));
  relay.fromRunner(frame(Kind.report, 0, '{}'));
  expect(events).toEqual(['test 3', 'report {}']);
});
