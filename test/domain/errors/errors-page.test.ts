import { expect, test } from 'vitest';
import { courseErrors } from '../../../src/domain/errors/course.ts';
import { githubErrors } from '../../../src/domain/errors/github.ts';
import { operatorErrors } from '../../../src/domain/errors/operator.ts';
import { sandboxErrors } from '../../../src/domain/errors/sandbox.ts';
import { submissionErrors } from '../../../src/domain/errors/submission.ts';
import { usageErrors } from '../../../src/domain/errors/usage.ts';
import { webErrors } from '../../../src/domain/errors/web.ts';

interface AnyEntry {
  audience: string;
  message: (seen: never) => string;
  fix: (seen: never) => string;
}

const catalogues: [string, Record<string, AnyEntry>][] = [
  ['The command line and the settings', usageErrors],
  ['The course', courseErrors],
  ['Submissions', submissionErrors],
  ['The sandbox', sandboxErrors],
  ['The web process', webErrors],
  ['The database and the workers', operatorErrors],
  ['GitHub', githubErrors],
];

// Stands for any value: what is seen differs from time to time.
const lists = new Set(['problems', 'known', 'missing', 'accounts']);
const numbers = new Set(['foundMiB', 'limitMiB']);
const anything = new Proxy(
  {},
  {
    get: (_target, key) =>
      lists.has(String(key))
        ? ['…']
        : numbers.has(String(key))
          ? { toFixed: () => '…', toString: () => '…' }
          : '…',
  },
) as never;
const cell = (text: string) => text.replaceAll('\n', ' ').replaceAll('|', '\\|');

/** The page `docs/errors.md`, as the catalogues have it. `npx vitest run test/domain/errors -u` writes it anew. */
function page(): string {
  const sections = catalogues.map(([title, catalogue]) => {
    const rows = Object.entries(catalogue).map(
      ([code, { audience, message, fix }]) =>
        `| \`${code}\` | ${audience} | ${cell(message(anything))} | ${cell(fix(anything))} |`,
    );
    return [
      `## ${title}`,
      '',
      '| code | who acts | what is said | what to do |',
      '| --- | --- | --- | --- |',
      ...rows,
    ].join('\n');
  });
  return [
    '# What can go wrong, and what to do',
    '',
    'Every error that a person is meant to read has a code, says the value that was seen (here `…`), who can act on it, and what to do.',
    '',
    sections.join('\n\n'),
    '',
  ].join('\n');
}

test('docs/errors.md says what the catalogues say', async () => {
  await expect(page()).toMatchFileSnapshot('../../../docs/errors.md');
});

test('every error says what was seen and what to do, in a sentence', () => {
  for (const [, catalogue] of catalogues) {
    for (const [code, { message, fix }] of Object.entries(catalogue)) {
      expect(message(anything), code).not.toMatch(/undefined|\[object/);
      expect(message(anything).length, code).toBeGreaterThan(0);
      expect(fix(anything), code).toMatch(/[.!`]$/);
    }
  }
});
