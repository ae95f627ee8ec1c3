import { test } from 'node:test';
test('add', () => {});
