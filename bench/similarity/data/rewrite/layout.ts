import prettier, { type Options } from 'prettier';
import ts from 'typescript';
import { parse } from '../reading.ts';
import type { Random } from '../random.ts';

const REMARKS = [
  'get the value we need',
  'check the input first',
  'loop over everything',
  'TODO: clean this up',
  'this does the work',
  'set up',
  'return the answer',
  'edge case',
  'see the instructions',
  'keep it simple',
  'might be slow but works',
  'helper',
  'finally give it back',
  'not sure if this is needed',
  'first step',
  'second step',
  'handle the rest',
];

/** A way of setting out code, as one person has it. */
export const styleFrom = (random: Random): Options => ({
  printWidth: random.pick([70, 80, 100, 120]),
  tabWidth: random.pick([2, 4]),
  useTabs: random.chance(0.15),
  semi: random.chance(0.7),
  singleQuote: random.chance(0.6),
  bracketSpacing: random.chance(0.8),
  arrowParens: random.pick(['always', 'avoid'] as const),
  trailingComma: random.pick(['none', 'es5', 'all'] as const),
});

export const withoutComments = (text: string, name: string): string =>
  ts.createPrinter({ removeComments: true }).printFile(parse(text, name));

const dressed = (text: string, random: Random, comment: string): string => {
  const lines: string[] = [];
  for (const line of text.split('\n')) {
    const opens = /^\s*(?:if|for|while|return|const|let|var|def|class|function|export|switch|else if)\b/.test(
      line,
    );
    const previous = lines.at(-1)?.trim() ?? '';
    const starts = previous === '' || /[{;:}]$/.test(previous);
    if (opens && starts && !line.includes('else') && random.chance(0.1)) {
      lines.push(`${/^\s*/.exec(line)?.[0] ?? ''}${comment} ${random.pick(REMARKS)}`);
    } else if (opens && /[;}]$/.test(previous) && random.chance(0.12)) lines.push('');
    lines.push(line);
  }
  return lines.join('\n');
};

/** The same program set out by somebody else: other spaces, quotes, line breaks and comments. */
export const relaid = async (text: string, name: string, random: Random): Promise<string> => {
  const set = await prettier.format(withoutComments(text, name), {
    ...styleFrom(random),
    parser: 'typescript',
  });
  return dressed(set, random, '//');
};
