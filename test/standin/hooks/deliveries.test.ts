import { createServer } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { files, openPull, secret, startSchool, type School } from '../school.ts';

let school: School;
beforeEach(async () => {
  school = await startSchool();
});
afterEach(async () => {
  expect(school.standIn.violations.list).toEqual([]);
  await school.close();
});

const log = () =>
  school.standIn.deliveries.log.map(({ event, action, status }) => `${event}.${action ?? ''} ${status}`);

describe('a delivery', () => {
  test('that is not taken is kept in the log, and never repeated by itself', async () => {
    school.receiver.status = 500;
    await openPull(school);
    await school.standIn.deliveries.idle();
    expect(log()).toContain('pull_request.opened Invalid HTTP Response: 500');
    expect(school.receiver.hooks.filter(({ action }) => action === 'opened')).toHaveLength(1);
  });

  test('is sent again on demand, under the same id: through the API, too', async () => {
    await openPull(school);
    const first = await school.receiver.next('pull_request', 'opened');
    await school.standIn.deliveries.idle();
    const { rest } = school.appOctokit;
    const { data } = await rest.apps.listWebhookDeliveries({ per_page: 100 });
    const listed = data.find((delivery) => delivery.action === 'opened');
    expect(listed).toMatchObject({ guid: first.guid, status: 'OK', status_code: 200, redelivery: false });
    await rest.apps.redeliverWebhookDelivery({ delivery_id: listed?.id ?? 0 });
    await school.standIn.deliveries.idle();
    const opened = school.receiver.hooks.filter(({ action }) => action === 'opened');
    expect(opened.map(({ guid, signed }) => [guid, signed])).toEqual([
      [first.guid, true],
      [first.guid, true],
    ]);
    const again = school.standIn.deliveries.log.at(-1);
    const full = await rest.apps.getWebhookDelivery({ delivery_id: again?.id ?? 0 });
    expect(full.data).toMatchObject({ redelivery: true, response: { payload: 'thank you' } });
  });

  test('carries GitHub’s headers', async () => {
    await openPull(school);
    await school.standIn.deliveries.idle();
    const [delivery] = school.standIn.deliveries.log.filter(({ event }) => event === 'pull_request');
    expect(delivery?.requestHeaders).toMatchObject({
      'User-Agent': expect.stringMatching(/^GitHub-Hookshot\//) as string,
      'X-GitHub-Event': 'pull_request',
      'X-GitHub-Hook-Installation-Target-ID': String(school.app.appId),
      'X-GitHub-Hook-Installation-Target-Type': 'integration',
      'X-Hub-Signature-256': expect.stringMatching(/^sha256=[0-9a-f]{64}$/) as string,
    });
  });

  test('to nobody is logged as such', async () => {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const address = server.address();
    const port = address !== null && typeof address !== 'string' ? address.port : 0;
    await new Promise((done) => server.close(done));
    school.standIn.apps.setWebhook({ appId: school.app.appId, url: `http://127.0.0.1:${port}`, secret });
    await openPull(school);
    await school.standIn.deliveries.idle();
    expect(log()).toContain('pull_request.opened failed to connect to host');
  });
});

describe('on their way, deliveries are', () => {
  test('held back, and released the other way round', async () => {
    const { deliveries, pulls } = school.standIn;
    deliveries.hold({ event: 'pull_request' });
    const { number } = await openPull(school, { draft: true });
    await pulls.markReady({ repository: 'school/hello-ada', number, as: 'ada' });
    await deliveries.idle();
    const received = () =>
      school.receiver.hooks.filter(({ event }) => event === 'pull_request').map(({ action }) => action);
    expect(received()).toEqual([]);
    await deliveries.release('reversed');
    expect(received()).toEqual(['ready_for_review', 'opened']);
    await pulls.close({ repository: 'school/hello-ada', number, as: 'ada' });
    await school.receiver.next('pull_request', 'closed');
  });

  test('lost, and sent again from the log', async () => {
    const { deliveries } = school.standIn;
    deliveries.drop({ event: 'pull_request', action: 'opened' });
    await openPull(school);
    await deliveries.idle();
    expect(school.receiver.hooks.some(({ action }) => action === 'opened')).toBe(false);
    const lost = deliveries.log.find(({ action }) => action === 'opened');
    expect(lost?.status).toBe('failed to connect to host');
    await deliveries.redeliver(lost?.id ?? 0);
    expect(school.receiver.hooks.some(({ action }) => action === 'opened')).toBe(true);
  });

  test('doubled, under one id', async () => {
    school.standIn.deliveries.duplicate({ action: 'opened' }, 1, 2);
    await openPull(school);
    await school.standIn.deliveries.idle();
    const opened = school.receiver.hooks.filter(({ action }) => action === 'opened');
    expect([opened.length, new Set(opened.map(({ guid }) => guid)).size]).toEqual([3, 1]);
  });
});

test('Apps hear only what they subscribed to, where they are installed', async () => {
  school.standIn.accounts.user({ login: 'eve' });
  await school.standIn.repositories.create({ owner: 'eve', name: 'elsewhere', files: files({ a: '1' }) });
  await school.standIn.push({
    repository: 'eve/elsewhere',
    branch: 'work',
    as: 'eve',
    files: files({ b: '2' }),
    message: 'Elsewhere',
  });
  await school.standIn.pulls.open({
    repository: 'eve/elsewhere',
    as: 'eve',
    head: 'work',
    title: 'Elsewhere',
  });
  await school.standIn.deliveries.idle();
  expect(school.receiver.hooks.map(({ event }) => event)).toEqual(['installation']);
});
