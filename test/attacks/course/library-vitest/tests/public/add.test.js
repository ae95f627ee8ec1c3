import { describe, expect, test } from 'vitest';
import { submission } from 'touchstone';

const { add } = await submission.load('index.js');

describe('add', () => {
  test('adds two small numbers', () => {
    expect(add(2, 3)).toBe(5);
  });
});
