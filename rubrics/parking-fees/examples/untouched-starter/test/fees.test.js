import { test } from 'node:test';

test.todo('what should be so? Write it as the name of a test, and then the test.');
