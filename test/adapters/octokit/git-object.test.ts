import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { asCommitted, blobName } from '../../../src/adapters/octokit/submission/git-object.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const byGit = (text: string) =>
  execFileSync('git', ['hash-object', '--stdin'], { input: text }).toString().trim();

describe('the name of a content', () => {
  it.each(['', 'hello\n', 'ünïcode', 'a\r\nb\n', '\0\xff'])('is the one that git gives: %j', (text) => {
    expect(blobName(bytes(text), 40)).toBe(byGit(text));
  });

  it('has 64 digits where the repository uses SHA-256', () => {
    // The empty blob, as git has it in such a repository.
    expect(blobName(bytes(''), 64)).toBe('473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813');
  });
});

describe('what was committed', () => {
  it('is told from what came', () => {
    expect(asCommitted(bytes('x'), byGit('x'))).toEqual(bytes('x'));
    expect(asCommitted(bytes('x'), byGit('y'))).toBeNull();
  });

  it('is found behind changed line ends, and no other change', () => {
    expect(asCommitted(bytes('a\r\nb\r\n'), byGit('a\nb\n'))).toEqual(bytes('a\nb\n'));
    expect(asCommitted(bytes('a\rb\r\n'), byGit('a\rb\n'))).toEqual(bytes('a\rb\n'));
    expect(asCommitted(bytes('a\nb\n'), byGit('a\r\nb\r\n'))).toBeNull();
    // One of the two ends was committed as it is: that is not what a change of all of them gives.
    expect(asCommitted(bytes('a\r\nb\r\n'), byGit('a\r\nb\n'))).toBeNull();
  });
});
