import { afterEach, beforeEach, expect } from 'vitest';
import { TEST_FILE } from './order.ts';
import { missingIn } from './missing/missing-exports.ts';
import { boundThrows } from './thrown-message.ts';
import { noteTrouble, testBegins, throwTrouble } from './troubles.ts';

boundThrows();
process.env[TEST_FILE] = expect.getState().testPath ?? '';
beforeEach(() => {
  testBegins();
});
afterEach(({ task }) => {
  const missing = missingIn(task.file.filepath, task.location?.line);
  if (missing !== null) noteTrouble(missing.error);
  throwTrouble(task.name);
});
