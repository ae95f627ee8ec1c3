import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Docker from 'dockerode';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MISSED_IN_A_ROW, OPEN_MS } from '../../../../src/adapters/docker/breaker/breaker.ts';
import { connectDocker } from '../../../../src/adapters/docker/breaker/connect-docker.ts';
import { dockerCall } from '../../../../src/adapters/docker/calls.ts';

// An engine that can be made to hang, to refuse and to come back: a real one cannot be stopped here.
let dir = '';
let server: Server;
let asked: string[] = [];
let reply: (response: ServerResponse) => void;
let now = 0;
let docker: Docker;

const hang = () => undefined;
const fine = (response: ServerResponse) =>
  response.setHeader('Content-Type', 'application/json').end('{"ID":"x"}');

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'touchstone-breaker-'));
  asked = [];
  now = 0;
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    reply(response);
  });
  const socketPath = join(dir, 'engine.sock');
  await once(server.listen(socketPath), 'listening');
  docker = connectDocker({ docker: new Docker({ socketPath }), clock: { now: () => now }, silentMs: 20 });
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  await rm(dir, { recursive: true, force: true });
});

const call = () => dockerCall('tell of its machine', docker.info(), { ms: 60 });
const misses = async (count: number) => {
  for (let n = 0; n < count; n += 1)
    await expect(call()).rejects.toMatchObject({ code: 'sandbox.docker-slow' });
};

test('calls to an engine that hangs fail at once, and say why', async () => {
  reply = hang;
  await misses(MISSED_IN_A_ROW);
  await expect(call()).rejects.toMatchObject({
    code: 'sandbox.docker-away',
    message: expect.stringContaining('has not answered the last calls') as string,
  });
  expect(asked).toHaveLength(MISSED_IN_A_ROW);
});

test('containers are still removed', async () => {
  reply = hang;
  await misses(MISSED_IN_A_ROW);
  reply = (response) => response.writeHead(204).end();
  await docker.getContainer('x').remove();
  expect(asked.at(-1)).toMatch(/^DELETE /);
  reply = fine;
  expect(await call()).toEqual({ ID: 'x' });
});

test('an answer that says no is a sign of life', async () => {
  reply = (response) =>
    response.writeHead(404, { 'Content-Type': 'application/json' }).end('{"message":"none"}');
  for (let n = 0; n < 2 * MISSED_IN_A_ROW; n += 1) await expect(call()).rejects.toThrow('none');
  expect(asked).toHaveLength(2 * MISSED_IN_A_ROW);
});

test('a ping finds that the engine is back', async () => {
  reply = hang;
  await misses(MISSED_IN_A_ROW);
  reply = fine;
  now += OPEN_MS;
  expect(await call()).toEqual({ ID: 'x' });
  expect(asked.slice(MISSED_IN_A_ROW)).toEqual(['GET /_ping', 'GET /info']);
});

test('an engine that is not there is not asked again and again', async () => {
  const nobody = connectDocker({
    docker: new Docker({ socketPath: join(dir, 'nobody.sock') }),
    clock: { now: () => now },
  });
  const causes: unknown[] = [];
  for (let n = 0; n <= MISSED_IN_A_ROW; n += 1)
    await nobody.info().catch((error: unknown) => causes.push(error));
  expect(String(causes[0])).toContain('ENOENT');
  expect(String(causes.at(-1))).toContain('has not answered');
});
