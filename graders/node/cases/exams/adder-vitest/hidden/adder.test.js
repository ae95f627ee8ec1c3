import { describe, expect, test } from 'vitest';
import { submission } from 'touchstone';

const { add, addLater, greet } = await submission.load('index.js');
const number = () => Math.floor(submission.random() * 1e6);

describe('add', () => {
  test('adds two numbers', () => {
    const [a, b] = [number(), number()];
    expect(add(a, b)).toBe(a + b);
  });

  test('adds two other numbers', () => {
    const [a, b] = [-number(), number()];
    expect(add(a, b)).toBe(a + b);
  });

  test('refuses what is not a number', () => {
    expect(() => add('1', number())).toThrow(TypeError);
  });
});

describe('addLater', () => {
  test('gives a promise of the sum', async () => {
    const [a, b] = [number(), number()];
    expect(await addLater(a, b)).toBe(a + b);
  });
});

describe('greet', () => {
  test('says hello', () => {
    expect(greet('Ada')).toBe('Hello, Ada!');
  });
});
