import { afterEach, beforeEach } from 'node:test';
import { pathToFileURL } from 'node:url';
import { boundAssertions } from './bounded-assert.ts';
import { ownHook } from './hooks.ts';
import { loadErrors } from './load-errors.ts';
import { TEST_FILE } from './order.ts';
import { testBegins, throwTrouble } from './troubles.ts';

beforeEach(testBegins);
// `fullName` is newer than the Node whose types this project is checked with.
afterEach(
  ownHook((test) => {
    throwTrouble((test as { fullName?: string }).fullName ?? '');
  }),
);

boundAssertions();
// node:test loses what a file throws at its top level after it has declared a test; so the file is imported here.
try {
  await import(pathToFileURL(process.env[TEST_FILE] ?? '').href);
} catch (error) {
  loadErrors().push(error);
}
