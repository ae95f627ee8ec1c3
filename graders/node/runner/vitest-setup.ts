import { afterEach, expect } from 'vitest';
import { TEST_FILE } from './order.ts';
import { throwTrouble } from './troubles.ts';

process.env[TEST_FILE] = expect.getState().testPath ?? '';
afterEach(({ task }) => {
  throwTrouble(task.name);
});
