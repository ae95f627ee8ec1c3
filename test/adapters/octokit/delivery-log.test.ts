import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { useSchool, type School } from './school.ts';

let school: School;
useSchool((each) => (school = each));

test('the log is read as the App, page by page, and what failed is sent again under the same id', async () => {
  const { standIn, app } = school;
  const came: string[] = [];
  let isAway = true;
  const web = createServer((request, response) => {
    if (!isAway) came.push(String(request.headers['x-github-delivery']));
    response.writeHead(isAway ? 503 : 202).end();
  });
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
  try {
    const url = `http://127.0.0.1:${(web.address() as AddressInfo).port}/`;
    standIn.apps.setWebhook({ appId: app.appId, url, secret: 'a secret of a test' });
    const { pull } = await school.submit({ 'index.js': 'let a\n' });
    await standIn.deliveries.idle();
    isAway = false;
    const here = { repository: 'school/hello-ada', number: pull.number, as: 'ada' };
    for (let edits = 0; edits < 104; edits += 1)
      await standIn.pulls.editTitle({ ...here, title: `Try ${edits}` });
    await standIn.deliveries.idle();

    const { deliveryLog } = school.connect();
    const first = await deliveryLog.page(null);
    expect(first?.deliveries).toHaveLength(100);
    expect(first?.deliveries.every(({ taken }) => taken)).toBe(true);
    const second = await deliveryLog.page(first?.next ?? null);
    expect(second?.next).toBeNull();
    const lost = second?.deliveries.find(({ taken }) => !taken);
    expect(lost).toMatchObject({ event: 'pull_request', action: 'opened' });
    expect(Math.abs(Date.now() - (lost?.sentAt ?? 0))).toBeLessThan(600_000);

    came.length = 0;
    expect(await deliveryLog.sendAgain(lost?.id ?? 0)).toBe('asked');
    await standIn.deliveries.idle();
    expect(came).toEqual([lost?.guid]);
    expect((await deliveryLog.page(null))?.deliveries[0]).toMatchObject({ guid: lost?.guid, taken: true });
    expect(await deliveryLog.sendAgain(1)).toBe('gone');
    expect(await deliveryLog.page('1')).toBeNull();
    standIn.faults.add({ path: '/app/hook/deliveries', status: 403, times: 9 });
    await expect(deliveryLog.page('1')).rejects.toMatchObject({ code: 'github.forbidden' });
  } finally {
    web.close();
  }
});
