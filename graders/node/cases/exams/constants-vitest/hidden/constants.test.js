import { describe, expect, test } from 'vitest';
import { submission } from 'touchstone';

const library = await submission.load('index.js');
const { RATES, VERSION, add, remove } = library;
const hasRates = () => Boolean(RATES);

describe('constants', () => {
  test('has rates', () => {
    expect(RATES).toBeTruthy();
  });
  test('has rates, asked by a helper', () => {
    expect(hasRates()).toBe(true);
  });
  test('has no other version', () => {
    expect(VERSION).not.toBe('2');
  });
  test('has limits', () => {
    if (library.limits) expect(true).toBe(true);
  });
});

describe('functions', () => {
  test('refuses to remove nothing', () => {
    expect(() => remove()).toThrow();
  });
  test('has a function to remove', () => {
    expect(typeof remove).toBe('function');
  });
  test('adds', () => {
    expect(add(1, 2)).toBe(3);
    expect('secret' in library).toBe(false);
  });
});
