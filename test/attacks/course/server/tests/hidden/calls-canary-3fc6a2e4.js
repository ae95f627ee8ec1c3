// canary-aa5190cb
import assert from 'node:assert/strict';
import { submission } from 'touchstone';

export const text = () => `canary-5e7719d2 ${Math.floor(submission.random() * 1e9)}`;

export async function add(words) {
  const response = await submission.fetch('/notes', { method: 'POST', json: { text: words } });
  assert.equal(response.status, 201);
  const note = await response.json();
  assert.equal(note.text, words);
  return note;
}

export async function get(path) {
  const response = await submission.fetch(path);
  assert.equal(response.status, 200);
  return response.json();
}
