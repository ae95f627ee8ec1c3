import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Limits } from '../../src/domain/course/limits.ts';
import { limitWords } from '../../src/sandbox/verdict/limit-words.ts';
import { Kind } from '../../src/sandbox/protocol/kinds.ts';
import { Cause } from '../../src/sandbox/verdict/report.ts';

const page = readFileSync(new URL('../../docs/graders.md', import.meta.url), 'utf8');

describe('the page on graders', () => {
  test('has every kind of frame, and no other', () => {
    const numbers = [...page.matchAll(/^\| ([\d, ]+) \|/gm)].flatMap(([, cell]) =>
      (cell ?? '').split(',').map(Number),
    );
    expect(numbers).toEqual(Object.values(Kind).sort((a, b) => a - b));
  });

  test('has every cause of a report', () => {
    for (const { shape } of Cause.options) {
      expect(page).toMatch(new RegExp(`^\\| \`${shape.kind.value}\` +\\|`, 'm'));
    }
  });

  test('names limits that have words of their own', () => {
    const reasons = [...page.matchAll(/`((?:[a-z]+-)+(?:time|memory|output|often|again))`/g)].map(
      ([, name]) => name ?? '',
    );
    const other = limitWords('something else', Limits.parse({}));
    expect(reasons.length).toBeGreaterThan(8);
    for (const reason of reasons) expect(limitWords(reason, Limits.parse({})), reason).not.toBe(other);
  });
});
