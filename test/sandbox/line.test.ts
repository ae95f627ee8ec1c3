import { beforeEach, describe, expect, test } from 'vitest';
import type { Ending, Station } from '../../src/sandbox/launcher.ts';
import { Line } from '../../src/sandbox/line.ts';
import { encodeFrame } from '../../src/sandbox/protocol/frames.ts';
import { Kind } from '../../src/sandbox/protocol/kinds.ts';

const ENDING: Ending = { code: 3, outOfMemory: false };
const SET_UP = { files: new Map<string, Uint8Array>(), settings: {} };

let say: (bytes: Uint8Array) => void;
let end: (ending: Ending) => void;
/** How many wait for the end of the container: each keeps what it belongs to in memory until then. */
let waitingForEnd: number;
let line: Line;

beforeEach(() => {
  waitingForEnd = 0;
  const ended = new Promise<Ending>((resolve) => {
    end = resolve;
  });
  const station: Station = {
    write: () => undefined,
    onOutput: (listener) => {
      say = listener;
    },
    get ended() {
      waitingForEnd += 1;
      return ended;
    },
    log: () => '',
    cpuMs: () => Promise.resolve(null),
    stop: () => Promise.resolve(),
  };
  line = new Line(station, { frameBytes: 1000, runBytes: 1000 });
});

function begin(): { heard: string[] } {
  const heard: string[] = [];
  line.begin(SET_UP, {
    onReady: () => heard.push('ready'),
    onFrame: () => heard.push('frame'),
    onUnbearable: () => heard.push('unbearable'),
    onEnded: ({ code }) => heard.push(`ended with ${code ?? 'nothing'}`),
  });
  return { heard };
}

describe('a line', () => {
  test('tells the run that speaks over it, and no earlier one, what is said and that it has ended', async () => {
    const first = begin();
    say(encodeFrame(Kind.ready));
    line.leave();
    say(encodeFrame(Kind.report));
    const second = begin();
    say(encodeFrame(Kind.report));
    end(ENDING);
    await line.ended;
    expect(first.heard).toEqual(['ready']);
    expect(second.heard).toEqual(['frame', 'ended with 3']);
  });

  test('tells a run that begins when it has ended already', async () => {
    end(ENDING);
    await line.ended;
    const { heard } = begin();
    await Promise.resolve();
    expect(heard).toEqual(['ended with 3']);
  });

  test('is idle when it has said so since the last run began', async () => {
    say(encodeFrame(Kind.idle));
    expect(await line.untilIdle()).toBe(true);
    begin();
    const idle = line.untilIdle();
    say(encodeFrame(Kind.idle));
    expect(await idle).toBe(true);
  });

  test('is never idle again when it has ended', async () => {
    const waiting = line.untilIdle();
    end(ENDING);
    expect(await waiting).toBe(false);
    say(encodeFrame(Kind.idle));
    expect(await line.untilIdle()).toBe(false);
  });

  test('keeps nothing of the runs that have left', async () => {
    for (let run = 0; run < 100; run += 1) {
      begin();
      say(encodeFrame(Kind.idle));
      await line.untilIdle();
      line.leave();
    }
    expect(waitingForEnd).toBe(1);
  });
});
