import { test } from 'node:test';
test('add > adds any two numbers', () => {});
