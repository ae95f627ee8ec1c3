import { test } from 'node:test';
test('add > adds two small numbers', () => {});
