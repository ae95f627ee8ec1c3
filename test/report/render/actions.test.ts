import { expect, test } from 'vitest';
import { CheckButton } from '../../../src/domain/check.ts';
import { actionsOf } from '../../../src/report/render/actions.ts';
import type { OutcomeKind, Subject } from '../../../src/report/render/outcome.ts';
import { COMMANDS } from '../../../src/intake/commands/command.ts';
import { phrases } from '../../../src/report/render/phrases.ts';

const at = (kind: OutcomeKind, appealed = false) =>
  actionsOf(kind, { appealed } as Subject).map(({ identifier }) => identifier);

test('a button stands where it leads somewhere', () => {
  expect(at('not-yet')).toEqual(['mark', 'appeal']);
  expect(at('not-yet', true)).toEqual(['mark']);
  expect(at('awaiting-review')).toEqual(['mark', 'approve']);
  expect(at('mastered')).toEqual(['mark']);
  expect(at('practice')).toEqual(['mark']);
});

test('nobody is offered to ask for a person where nobody would come', () => {
  const buttons = (subject: Partial<Subject>) =>
    actionsOf('not-yet', subject as Subject).map(({ identifier }) => identifier);
  expect(buttons({ isLearner: false })).toEqual(['mark']);
  expect(buttons({ isRecheck: true })).toEqual(['mark']);
  expect(buttons({ isLearner: true })).toEqual(['mark', 'appeal']);
});

// https://docs.github.com/en/rest/checks/runs: `actions`
test.each(CheckButton.options)('GitHub takes the button %s, and it is a command', (button) => {
  expect(Object.keys(COMMANDS)).toContain(button);
  expect(button.length).toBeLessThanOrEqual(20);
  expect(phrases.buttons[button].label.length).toBeLessThanOrEqual(20);
  expect(phrases.buttons[button].description.length).toBeLessThanOrEqual(40);
});
