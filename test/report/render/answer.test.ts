import { describe, expect, test } from 'vitest';
import type { CommandReply } from '../../../src/domain/command-reply.ts';
import { renderAnswer } from '../../../src/report/render/answer.ts';
import { greetingCard, markingOf } from './greeting-card.ts';

const answer = (...replies: CommandReply[]) =>
  renderAnswer(replies, (slug) => (slug === 'greeting-card' ? greetingCard : null));

const explained = (missed: Record<string, object>): CommandReply => {
  const [stage] = markingOf(missed).stages;
  if (stage === undefined) throw new Error('no stage');
  const [first] = stage.criteria;
  const found = { ...stage, criteria: stage.criteria.slice(0, 1) };
  return { kind: 'explanation', project: 'greeting-card', criterion: first?.id ?? '', found };
};

describe('the answer to a command', () => {
  test('is nothing in words where there is nothing to say', () => {
    expect(answer()).toBeNull();
  });

  test('shows what can be asked for', () => {
    expect(answer({ kind: 'help', commands: [{ usage: 'explain <criterion>', does: 'shows it' }] })).toBe(
      'These commands can be given here, each on a line of its own in a new comment:\n\n' +
        '- `/touchstone explain <criterion>`: shows it\n',
    );
  });

  test('explains a criterion with what was found of it', () => {
    const missed = { 'Names > greets every guest, the last too': { message: 'A hint.' } };
    const words = answer(explained(missed));
    expect(words).toContain('### Each guest is greeted by name');
    expect(words).toContain('Names: greets every guest, the last too: does not pass yet');
    expect(words).not.toContain('The frame fits the text');
  });

  test('explains a criterion of which nothing has been found', () => {
    const { criterion } = explained({}) as { criterion: string };
    const words = answer({ kind: 'explanation', project: 'greeting-card', criterion, found: null });
    expect(words).toContain('Nothing has been found of it for this commit yet.');
  });

  test('lets nothing come alive of what somebody typed', () => {
    const nearest = { usage: 'approve', does: 'signs it off' };
    expect(answer({ kind: 'unknown', name: '@octocat`<img>', nearest })).toBe(
      'There is no command ``@octocat`<img>``. The nearest is `/touchstone approve`: it signs it off.\n',
    );
    expect(answer({ kind: 'no-criterion', asked: 'x', known: ['total', 'price-text'] })).toBe(
      'This project has no criterion `x`. It has these: `total`, `price-text`.\n',
    );
  });

  test('says who may, and what is missing', () => {
    expect(answer({ kind: 'not-yours', usage: 'approve', whose: ['staff'] })).toContain(
      'by a member of staff alone',
    );
    expect(answer({ kind: 'refused', refusal: 'another-commit' })).toContain('newer commit');
    expect(answer({ kind: 'incomplete', usage: 'mark', expected: 'nothing belongs behind it' })).toContain(
      'nothing belongs behind it',
    );
  });
});
