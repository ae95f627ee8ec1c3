import { expect, test } from 'vitest';
import { renderMarking } from '../../../src/report/render/marking.ts';
import { course, markingOf } from '../../mastery/record/rows.ts';

const SECRET = 'src/of-ada.js: expected 2 but got 3';

const render = (decision: 'mastered' | 'not-yet', isPublic: boolean) => {
  const project = course.projects.get('parking');
  if (project === undefined) throw new Error('the course has no such project');
  const marking = markingOf(decision, { met: ['dates'], missed: decision === 'mastered' ? [] : ['loops'] });
  return renderMarking({
    project: { ...project, slug: 'parking' },
    marking: {
      ...marking,
      feedback: marking.feedback.map((step) => ({ ...step, what: SECRET })),
      dropped: [{ path: SECRET, reason: 'it is too large' }],
    },
    headSha: 'c'.repeat(40),
    draft: false,
    signed: { says: decision, why: SECRET, by: 'grace', holds: true },
    isPublic,
  });
};

test('where everybody can see it, the decision and the next steps are shown, and nothing of what was found', () => {
  for (const decision of ['mastered', 'not-yet'] as const) {
    const { check, comment } = render(decision, true);
    expect(check.text).toBeNull();
    expect(check.annotations).toEqual([]);
    expect(JSON.stringify([check, comment])).not.toContain('of-ada');
    expect(comment).toContain('Everybody can see this repository');
    // The same words where nobody else looks hold it.
    expect(render(decision, false).comment).toContain('of-ada');
  }
  expect(render('not-yet', true).comment).toContain('Find out about it.');
  expect(render('not-yet', true).check.conclusion).toBe('failure');
  expect(render('mastered', true).check.conclusion).toBe('success');
});
