import { test } from 'node:test';
import { submission } from 'touchstone';

await submission.load('index.js');

test('never ends', () => {
  for (;;);
});
