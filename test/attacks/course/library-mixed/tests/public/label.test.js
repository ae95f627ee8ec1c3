import { describe, expect, test } from 'vitest';
import { submission } from 'touchstone';

const { label } = await submission.load('index.js');

describe('label', () => {
  test('writes a label', () => {
    expect(label('milk', 90)).toBe('milk: 90 cents');
  });
});
