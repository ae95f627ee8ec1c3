import { describe, expect, it } from 'vitest';
import { feedbackPhrases } from '../../../src/mastery/phrases.ts';
import { answerPhrases } from '../../../src/report/render/answer-phrases.ts';
import { peerPhrases } from '../../../src/report/render/peer-phrases.ts';
import { phrases } from '../../../src/report/render/phrases.ts';

/** Words that make light of what is hard, blame, praise or rank a person, or tell a learner what to type. */
const UNKIND =
  /\b(just|simply|simple|obvious(ly)?|easy|easily|trivial(ly)?|of course|clearly|merely|your code|you failed|failed|wrong|bad|mistakes?|clever|smart|brilliant|talented|genius|good job|well done|great job|congratulations|proud|should have|must have|better than|worse than|marks?|grade|score)\b/i;

/** Every phrase of a catalogue as it is read, with arguments of all kinds. */
function said(catalogue: unknown, path = ''): [string, string][] {
  if (typeof catalogue === 'string') return [[path, catalogue]];
  if (typeof catalogue === 'function') {
    const phrase = catalogue as (...values: unknown[]) => unknown;
    return [0, 1, 2, 90, 600].map((number) => [
      `${path}(${number})`,
      String(phrase(...Array.from({ length: phrase.length }, () => number))),
    ]);
  }
  if (typeof catalogue !== 'object' || catalogue === null) throw new Error(`${path} is no phrase`);
  return Object.entries(catalogue).flatMap(([key, value]) => said(value, `${path}.${key}`));
}

const everything = [
  ...said(phrases, 'report'),
  ...said(answerPhrases, 'answers'),
  ...said(peerPhrases, 'peers'),
  ...said(feedbackPhrases, 'feedback'),
];

describe('what we say', () => {
  it('is looked at whole', () => {
    expect(everything.length).toBeGreaterThan(80);
    expect(new Set(everything.map(([path]) => path.split('(')[0])).size).toBeGreaterThan(60);
  });

  it.each(everything)('%s is kind and plain', (_, phrase) => {
    expect(phrase).not.toMatch(UNKIND);
    expect(phrase).not.toMatch(/!.*!|\bundefined\b|\[object|NaN/);
  });

  it('finds what it looks for', () => {
    expect('You just have to').toMatch(UNKIND);
    expect('Your code is clever').toMatch(UNKIND);
  });
});
