import { expect, test } from 'vitest';
import { renderMarking } from '../../../src/report/render/marking.ts';
import type { Subject } from '../../../src/report/render/outcome.ts';
import { course, markingOf } from '../../mastery/record/rows.ts';

const render = (
  decision: 'awaiting-review' | 'not-yet' | 'mastered',
  isRecheck: boolean,
  more: Partial<Subject> = {},
) => {
  const project = course.projects.get('parking');
  if (project === undefined) throw new Error('the course has no such project');
  return renderMarking({
    project: { ...project, slug: 'parking' },
    marking: markingOf(decision, { met: ['dates'], missed: decision === 'not-yet' ? ['loops'] : [] }),
    headSha: 'c'.repeat(40),
    draft: false,
    isRecheck,
    ...more,
  });
};

test('nobody is offered to ask for a person where nothing is decided', () => {
  expect(render('not-yet', false).comment).toContain('/touchstone appeal');
  const { comment, check } = render('not-yet', true);
  expect(comment).not.toContain('appeal');
  expect(comment).toContain('What you have mastered stays mastered');
  expect(check.actions?.map(({ identifier }) => identifier)).toEqual(['mark']);
});

test('a bug that is mended waits for nobody', () => {
  const { check } = render('awaiting-review', true);
  expect(check.conclusion).toBe('success');
  expect(check.actions?.map(({ identifier }) => identifier)).toEqual(['mark']);
});

test('what is due for another look is said beside other work, where nothing else is to be done', () => {
  const due = { title: 'Basket', waits: null, comesAgain: true };
  const said = 'Basket is mastered, and that stands. The bug in it was not found yet.';
  const comment = (decision: 'not-yet' | 'mastered', change = {}) =>
    render(decision, false, { due: { ...due, ...change } }).comment;
  expect(comment('mastered')).toContain(`${said} Another one comes by itself`);
  expect(comment('mastered', { waits: 'school/basket-ada#9' })).toContain(
    `${said} Another one waits in \`school/basket-ada#9\`.`,
  );
  expect(comment('mastered', { comesAgain: false })).toContain('a member of staff is glad');
  expect(comment('not-yet')).not.toContain('Basket is mastered');
  // Everybody can see it: what somebody did not find is no matter of everybody's.
  const shown = render('mastered', false, { due, isPublic: true }).comment;
  expect(shown).not.toContain('Basket is mastered');
});
