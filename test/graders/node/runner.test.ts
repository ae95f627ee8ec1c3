import Docker from 'dockerode';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hardeningFor } from '../../../src/adapters/docker/hardening/hardening-for.ts';
import { ensureImages } from '../../../src/adapters/docker/images.ts';
import { startStation } from '../../../src/adapters/docker/station.ts';
import { systemClock } from '../../../src/domain/clock.ts';
import { Limits } from '../../../src/domain/course/limits.ts';
import type { Station } from '../../../src/sandbox/launcher.ts';
import { fileFrames } from '../../../src/sandbox/protocol/file-frames.ts';
import { encodeFrame, type Frame, FrameReader, payloadText } from '../../../src/sandbox/protocol/frames.ts';
import { Kind } from '../../../src/sandbox/protocol/kinds.ts';
import { RunnerReport, type ReportedTest } from '../../../src/sandbox/verdict/report.ts';
import { gradersDir } from '../case.ts';

/** Leaves behind what it can, and passes only if nothing was left behind before. */
const EXAM = `
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { submission } from 'touchstone';

const { add } = await submission.load('index.js');
const sleeping = () =>
  readdirSync('/proc').filter((pid) => existsSync('/proc/' + pid + '/cmdline')
    && readFileSync('/proc/' + pid + '/cmdline', 'utf8').startsWith('sleep'));

test('finds nothing of an earlier run', () => {
  assert.equal(existsSync('/tmp/left'), false);
  assert.equal(existsSync('/exam/hidden/other.js'), false);
  assert.equal(globalThis.left, undefined);
  assert.deepEqual(sleeping(), []);
  writeFileSync('/tmp/left', '');
  globalThis.left = true;
  spawn('sleep', ['100'], { detached: true, stdio: 'ignore' }).unref();
});
test('adds', () => {
  assert.equal(add(1, 2), 3);
});
`;
const EXPORTS = '{"value":{"root":["r",0],"nodes":[["o",[["add","function"]],0]]}}';
const SETTINGS = JSON.stringify({ callMs: 2000, loadMs: 2000, testMs: 5000, seed: 1 });

const docker = new Docker();
let runner: Station;
const frames: Frame[] = [];
let heard = (): void => undefined;

beforeAll(async () => {
  const request = { docker, gradersDir, grader: 'node', projects: [], log: () => undefined };
  const { runner: image } = await ensureImages(request);
  const hardening = hardeningFor('runner', Limits.parse({}));
  const { signal } = new AbortController();
  runner = await startStation(
    docker,
    { image, role: 'runner', hardening, lifeMs: 600_000, signal },
    systemClock,
  );
  const reader = new FrameReader(1e6);
  runner.onOutput((chunk) => {
    frames.push(...reader.push(chunk));
    heard();
  });
}, 300_000);

afterAll(() => runner.stop());

/** The next frame of this kind; what came before it is passed over. */
async function next(kind: number): Promise<Frame> {
  for (;;) {
    const frame = frames.shift();
    if (frame?.kind === kind) return frame;
    if (frame === undefined) await new Promise<void>((resolve) => (heard = resolve));
  }
}

function begin(files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    for (const frame of fileFrames(path, Buffer.from(text))) runner.write(frame);
  }
  runner.write(encodeFrame(Kind.start, 0, SETTINGS));
}

async function reported(): Promise<ReportedTest[]> {
  return RunnerReport.parse(JSON.parse(payloadText(await next(Kind.report)))).results.tests;
}

test(
  'a runner serves run after run, and nothing of one is left for the next',
  { timeout: 240_000 },
  async () => {
    const asked = new Set<number>();
    for (let run = 0; run < 24; run += 1) {
      await next(Kind.idle);
      begin(
        run % 2 === 0 ? { 'hidden/a.test.js': EXAM, 'hidden/other.js': '' } : { 'hidden/a.test.js': EXAM },
      );
      const load = await next(Kind.request);
      runner.write(encodeFrame(Kind.reply, load.id, EXPORTS));
      const call = await next(Kind.request);
      // What an earlier run asked is answered once more, and wrongly.
      for (const id of asked) runner.write(encodeFrame(Kind.reply, id, '{"value":{"root":4,"nodes":[]}}'));
      runner.write(encodeFrame(Kind.reply, call.id, '{"value":{"root":3,"nodes":[]}}'));
      asked.add(load.id).add(call.id);
      expect((await reported()).map(({ name, extra }) => ({ name, cause: extra.cause }))).toEqual(
        run % 2 === 0
          ? [
              {
                name: 'finds nothing of an earlier run',
                cause: expect.objectContaining({ kind: 'assertion' }) as unknown,
              },
              { name: 'adds', cause: null },
            ]
          : [
              { name: 'finds nothing of an earlier run', cause: null },
              { name: 'adds', cause: null },
            ],
      );
    }
    expect(asked.size).toBe(48);
  },
);

test('what comes between two runs belongs to none', { timeout: 240_000 }, async () => {
  await next(Kind.idle);
  runner.write(encodeFrame(Kind.callback, 7, '{"handle":1,"args":{"root":["r",0],"nodes":[["a",[],0]]}}'));
  runner.write(encodeFrame(Kind.failure, 1, '{"reason":"memory","code":null,"error":null}'));
  begin({ 'hidden/none.test.js': "import { test } from 'node:test';\ntest('a', () => {});" });
  expect(await reported()).toMatchObject([{ name: 'a', status: 'passed' }]);
  await next(Kind.idle);
});

test('the next run is ready for the framework of the last one', { timeout: 240_000 }, async () => {
  for (let run = 0; run < 2; run += 1) {
    begin({ 'hidden/v.test.js': "import { test } from 'vitest';\ntest('a', () => {});" });
    expect(await reported()).toMatchObject([{ name: 'a', status: 'passed' }]);
    await next(Kind.idle);
  }
});
