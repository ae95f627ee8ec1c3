import assert from 'node:assert/strict';
import { test } from 'node:test';
import { submission } from 'touchstone';

test('answers with JSON', async () => {
  const response = await submission.fetch('/hello?name=Ada');
  assert.equal(response.status, 200);
  assert.equal(response.headers.get('content-type'), 'application/json');
  assert.deepEqual(await response.json(), { hello: 'Ada' });
});

test('takes a body', async () => {
  const response = await submission.fetch('/echo', { method: 'POST', json: { a: [1, 2] } });
  assert.equal(response.status, 201);
  assert.deepEqual(await response.json(), { a: [1, 2] });
});

test('remembers between requests', async () => {
  const before = await (await submission.fetch('/count')).json();
  const after = await (await submission.fetch('/count')).json();
  assert.equal(after, before + 1);
});

test('starts anew when it is stopped', async () => {
  await submission.fetch('/count');
  await submission.stopServer();
  assert.equal(await (await submission.fetch('/count')).json(), 1);
});
