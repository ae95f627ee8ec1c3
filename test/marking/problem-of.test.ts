import { describe, expect, it } from 'vitest';
import { DrizzleQueryError } from 'drizzle-orm/errors';
import { problemOf } from '../../src/marking/problem-of.ts';

describe('what is stored of an unforeseen failure', () => {
  it('is what the database said, not the values of the query that failed', () => {
    const cause = new Error('connection terminated');
    const { code, message } = problemOf(
      new DrizzleQueryError('update "runs" set "marking" = $1', ['ada-lovelace'], cause),
    );
    expect(code).toBe('run.unexpected');
    expect(message).toContain('connection terminated');
    expect(message).not.toContain('ada-lovelace');
  });
});
