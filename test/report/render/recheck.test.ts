import { expect, test } from 'vitest';
import { renderMarking } from '../../../src/report/render/marking.ts';
import { course, markingOf } from '../../mastery/record/rows.ts';

const render = (decision: 'awaiting-review' | 'not-yet', isRecheck: boolean) => {
  const project = course.projects.get('parking');
  if (project === undefined) throw new Error('the course has no such project');
  return renderMarking({
    project: { ...project, slug: 'parking' },
    marking: markingOf(decision, { met: ['dates'], missed: decision === 'not-yet' ? ['loops'] : [] }),
    headSha: 'c'.repeat(40),
    draft: false,
    isRecheck,
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
