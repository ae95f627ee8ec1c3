import { connect } from 'node:net';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import type { Inbox } from '../../src/intake/inbox.ts';
import { deliver, pullRequestOpened, sign, startWeb } from './harness.ts';

const MIB = 1024 * 1024;

let running: Awaited<ReturnType<typeof startWeb>> | undefined;
const start = async (options?: Parameters<typeof startWeb>[0]) => (running = await startWeb(options));

afterEach(async () => {
  await running?.close();
  running = undefined;
});

describe('a delivery that GitHub signed', () => {
  it('becomes one row with its id, event, action and whole payload', async () => {
    const { url, rows } = await start();
    const answer = await deliver(url, { id: '72d3162e-cc78-11e3-81ab-4c9367dc0958' });
    expect(answer.status).toBe(202);
    expect([...rows.values()]).toEqual([
      {
        id: '72d3162e-cc78-11e3-81ab-4c9367dc0958',
        event: 'pull_request',
        action: 'opened',
        payload: JSON.parse(pullRequestOpened) as unknown,
      },
    ]);
  });

  it('is taken with the old secret while it is being rotated', async () => {
    const { url, rows } = await start();
    expect((await deliver(url, { secret: 'old-secret' })).status).toBe(202);
    expect(rows.size).toBe(1);
  });

  it('makes one row when it comes 1,000 times at once', async () => {
    const { url, rows } = await start();
    const answers = await Promise.all(Array.from({ length: 1_000 }, () => deliver(url)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
    expect(rows.size).toBe(1);
  });

  it.each([
    ['an event nobody asked for', 'watch', { action: 'started' }],
    ['the ping of a new App', 'ping', { zen: 'Speak like a human.', hook_id: 1 }],
    ['an action that is not used', 'pull_request', { action: 'labeled' }],
    ['an event that GitHub does not have yet', 'brand_new_event', {}],
  ])('is ignored with 202 and no row: %s', async (_name, event, payload) => {
    const { url, rows } = await start();
    const answer = await deliver(url, { event, body: JSON.stringify(payload) });
    expect(answer.status).toBe(202);
    expect(await answer.json()).toMatchObject({ outcome: 'ignored' });
    expect(rows.size).toBe(0);
  });

  it.each([
    ['push', { ref: 'refs/heads/main' }],
    ['issue_comment', { action: 'created' }],
    ['pull_request_review', { action: 'submitted' }],
    ['check_run', { action: 'rerequested' }],
    ['installation', { action: 'created' }],
    ['installation', { action: 'deleted', installation: { id: 3 } }],
    ['installation_repositories', { action: 'added' }],
    ['repository', { action: 'renamed' }],
  ])('is taken: %s %o', async (event, payload) => {
    const { url, rows } = await start();
    expect((await deliver(url, { event, body: JSON.stringify(payload) })).status).toBe(202);
    expect(rows.size).toBe(1);
  });
});

describe('what GitHub would not send', () => {
  it.each([
    ['a wrong signature', { headers: { 'x-hub-signature-256': sign('something else') } }, 401],
    ['the secret that everybody knows', { secret: 'development' }, 401],
    ['an empty body', { body: '' }, 401],
    ['no signature', { headers: { 'x-hub-signature-256': '' } }, 400],
    ['a signature by SHA-1', { headers: { 'x-hub-signature-256': `sha1=${'a'.repeat(40)}` } }, 400],
    ['no id', { headers: { 'x-github-delivery': '' } }, 400],
    ['no event', { headers: { 'x-github-event': '' } }, 400],
    ['an id of a megabyte of nonsense', { headers: { 'x-github-delivery': 'x'.repeat(2_000) } }, 400],
    ['a form', { headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 400],
    ['broken JSON', { body: '{"action": "opened"' }, 400],
    ['JSON that is no object', { body: '[1, 2]' }, 400],
    ['an action that is no text', { body: '{"action": {"toString": 1}}' }, 400],
  ])('is refused without a row: %s', async (_name, sent, status) => {
    const { url, rows } = await start();
    expect((await deliver(url, sent)).status).toBe(status);
    expect(rows.size).toBe(0);
  });

  it('is refused with 413 before its body is read, where it says that it is 30 MB long', async () => {
    const { url, rows } = await start();
    const { port } = new URL(url);
    const socket = connect(Number(port), '127.0.0.1');
    await once(socket, 'connect');
    socket.write(
      [
        'POST /api/github/webhooks HTTP/1.1',
        'host: x',
        'content-type: application/json',
        'x-github-event: push',
        'x-github-delivery: d',
        `x-hub-signature-256: ${sign('x')}`,
        `content-length: ${30 * MIB}`,
        '\r\n',
      ].join('\r\n'),
    );
    // Not a byte of the body has been sent.
    const [head] = (await once(socket, 'data')) as [Buffer];
    expect(head.toString()).toMatch(/^HTTP\/1\.1 413 /);
    socket.destroy();
    expect(rows.size).toBe(0);
  });

  it('is refused with 413 when 30 MB come without a length, and memory stays flat', async () => {
    const { url, rows } = await start();
    const before = process.memoryUsage().rss;
    const { port } = new URL(url);
    const socket = connect(Number(port), '127.0.0.1');
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    socket.write(
      [
        'POST /api/github/webhooks HTTP/1.1',
        'host: x',
        'content-type: application/json',
        'x-github-event: push',
        'x-github-delivery: d',
        `x-hub-signature-256: ${sign('x')}`,
        'transfer-encoding: chunked',
        '\r\n',
      ].join('\r\n'),
    );
    const answered = once(socket, 'data') as Promise<[Buffer]>;
    const chunk = Buffer.concat([
      Buffer.from(`${MIB.toString(16)}\r\n`),
      Buffer.alloc(MIB, 0x20),
      Buffer.from('\r\n'),
    ]);
    for (let sent = 0; sent < 30; sent += 1) socket.write(chunk);
    const [head] = await answered;
    expect(head.toString()).toMatch(/^HTTP\/1\.1 413 /);
    socket.destroy();
    expect(rows.size).toBe(0);
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * MIB);
  });

  it('gets a 413 that an ordinary client can read, with 30 MB in one request', async () => {
    const { url } = await start();
    const answer = await deliver(url, { body: 'x'.repeat(30 * MIB) });
    expect(answer.status).toBe(413);
  });

  it('cannot fill the memory by many bodies at once: the one too many gets 503', async () => {
    const { url } = await start({ inFlightLimitBytes: MIB });
    expect((await deliver(url, { body: ' '.repeat(MIB + 1) })).status).toBe(503);
    // The bytes were given back.
    expect((await deliver(url)).status).toBe(202);
  });
});

describe('a database that is away', () => {
  const failing: Inbox = {
    insert: () => Promise.reject(new Error(`Failed query: insert ... params: ${pullRequestOpened}`)),
  };
  const frozen: Inbox = { insert: () => new Promise(() => undefined) };

  it('is answered with 503, so that the delivery is not taken for received', async () => {
    const { url } = await start({ inbox: failing });
    const answer = await deliver(url);
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('5');
  });

  it('is answered with 503 within its own time-out, where it does not answer at all', async () => {
    const { url } = await start({ inbox: frozen, databaseTimeoutMs: 200 });
    const started = performance.now();
    expect((await deliver(url)).status).toBe(503);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it('is ready again by itself', async () => {
    let up = false;
    const { url } = await start({ ready: () => (up ? Promise.resolve() : Promise.reject(new Error('no'))) });
    expect((await fetch(`${url}/readyz`)).status).toBe(503);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    up = true;
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
  });

  it('does not bring a payload into the log', async () => {
    const { url, lines } = await start({ inbox: failing });
    await deliver(url, { id: 'the-delivery' });
    const log = lines.join('');
    expect(log).toContain('the-delivery');
    expect(log).not.toContain('a title nobody should log');
  });
});

describe('what the web process says of itself', () => {
  it('counts deliveries by their answer', async () => {
    const { url } = await start();
    await deliver(url);
    await deliver(url);
    await deliver(url, { secret: 'wrong' });
    const metrics = await (await fetch(`${url}/metrics`)).text();
    expect(metrics).toContain('touchstone_webhook_answers_total{outcome="accepted"} 2');
    expect(metrics).toContain('touchstone_webhook_answers_total{outcome="unsigned"} 1');
    expect(metrics).toContain('touchstone_webhook_rows_total{row="new"} 1');
    expect(metrics).toContain('touchstone_webhook_rows_total{row="repeated"} 1');
    expect(metrics).toContain('touchstone_webhook_seconds_count 3');
  });

  it('sends headers that keep browsers from guessing', async () => {
    const { url } = await start();
    const { headers } = await fetch(`${url}/healthz`);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('SAMEORIGIN');
  });

  it('lets a delivery that is being handled end when it is closed', async () => {
    let insert: ((isNew: boolean) => void) | undefined;
    let asked: () => void = () => undefined;
    const isAsked = new Promise<void>((resolve) => (asked = resolve));
    const inbox: Inbox = {
      insert: () => {
        asked();
        return new Promise((resolve) => (insert = resolve));
      },
    };
    const { url, close } = await start({ inbox });
    const answer = deliver(url);
    await isAsked;
    const closed = close();
    insert?.(true);
    expect((await answer).status).toBe(202);
    await closed;
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
  });
});
