import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { submission } from 'touchstone';

describe('notes', () => {
  test('begins with none', async () => {
    const response = await submission.fetch('/notes');
    assert.equal(response.status, 200);
    assert.deepEqual(await response.json(), []);
  });
});
