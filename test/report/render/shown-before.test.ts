import { expect, test } from 'vitest';
import { renderMarking } from '../../../src/report/render/marking.ts';
import { course, markingOf } from '../../mastery/record/rows.ts';

const render = (decision: 'mastered' | 'not-yet', missingAgain: string[]) => {
  const project = course.projects.get('parking');
  if (project === undefined) throw new Error('the course has no such project');
  return renderMarking({
    project: { ...project, slug: 'parking' },
    marking: markingOf(decision, { met: ['dates'], missed: ['loops'] }),
    headSha: 'c'.repeat(40),
    draft: false,
    missingAgain,
  });
};

test('a skill that was mastered before and is missing here is met with an offer, and takes nothing away', () => {
  expect(render('not-yet', ['pure-functions']).comment).toContain(
    '**You have shown this in an earlier project, and that stands. If it hides here, a member of staff is glad to look at it with you:** pure functions',
  );
  expect(render('not-yet', []).comment).not.toContain('an earlier project');
  expect(render('mastered', ['loops']).comment).not.toContain('an earlier project');
});
