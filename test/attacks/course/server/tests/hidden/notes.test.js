// canary-08d3f7b1
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { submission } from 'touchstone';
import { add, get, text } from './calls-canary-3fc6a2e4.js';

describe('notes', () => {
  test('keeps a note and gives it back', async () => {
    const words = text();
    const { id } = await add(words);
    assert.deepEqual(await get(`/notes/${id}`), { id, text: words });
  });
  test('lists notes in order', async () => {
    const all = [text(), text(), text()];
    for (const words of all) await add(words);
    const listed = (await get('/notes')).map((note) => note.text);
    assert.deepEqual(listed.slice(-3), all);
  });
  test('gives each note an id of its own', async () => {
    const words = text();
    const ids = [(await add(words)).id, (await add(words)).id, (await add(words)).id];
    assert.equal(new Set(ids).size, 3);
  });
  test('finds notes by a word', async () => {
    const word = text().split(' ')[1];
    const { id } = await add(`canary-91b04fd3 ${word} here`);
    await add('another');
    assert.deepEqual(await get(`/notes?q=${word}`), [{ id, text: `canary-91b04fd3 ${word} here` }]);
  });
  test('changes a note', async () => {
    const { id } = await add(text());
    const words = text();
    const response = await submission.fetch(`/notes/${id}`, { method: 'PUT', json: { text: words } });
    assert.equal(response.status, 200);
    assert.deepEqual(await get(`/notes/${id}`), { id, text: words });
  });
  test('forgets a note', async () => {
    const words = text();
    const { id } = await add(words);
    assert.deepEqual(await get(`/notes/${id}`), { id, text: words });
    assert.equal((await submission.fetch(`/notes/${id}`, { method: 'DELETE' })).status, 204);
    assert.equal((await submission.fetch(`/notes/${id}`)).status, 404);
  });
  test('says 404 of what is not there', async () => {
    assert.equal((await submission.fetch(`/notes/canary-${Math.floor(submission.random() * 1e9)}`)).status, 404);
    const { id } = await add(text());
    assert.equal((await submission.fetch(`/notes/${id}`)).status, 200);
  });
  test('says 400 of what is not JSON', async () => {
    const response = await submission.fetch('/notes', { method: 'POST', body: '{', headers: { 'content-type': 'application/json' } });
    assert.equal(response.status, 400);
    await add(text());
  });
  test('says 400 of a note without text', async () => {
    const response = await submission.fetch('/notes', { method: 'POST', json: { words: text() } });
    assert.equal(response.status, 400);
    await add(text());
  });
});
