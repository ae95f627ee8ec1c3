import { expect, test } from 'vitest';
import { renderMarking } from '../../../src/report/render/marking.ts';
import { renderLeftOut } from '../../../src/report/render/summary.ts';
import { course, markingOf } from '../../mastery/record/rows.ts';

const SECRET = 'src/of-ada.js: expected 2 but got 3';

const render = (
  decision: 'mastered' | 'not-yet' | 'awaiting-review',
  isPublic: boolean,
  more: Partial<Parameters<typeof renderMarking>[0]> = {},
) => {
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
    signed: decision === 'awaiting-review' ? null : { says: decision, why: SECRET, by: 'grace', holds: true },
    isPublic,
    ...more,
  });
};

test('where everybody can see it, the decision and the next steps are shown, and nothing of what was found', () => {
  for (const decision of ['mastered', 'not-yet'] as const) {
    const { check, comment } = render(decision, true);
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

test('there is a way to a person, the buttons, what else is open, and what is asked of those who look', () => {
  const shown = render('not-yet', true, {
    open: {
      occasion: 'missed',
      offers: [
        {
          kind: 'unit',
          unit: { id: 'dates', title: 'Dates', effortHours: 3 },
          project: { slug: 'calendar', title: 'A calendar' },
        },
      ],
    },
  });
  expect(shown.comment).toContain('/touchstone appeal <why>');
  expect(shown.comment).toContain('A calendar');
  expect(shown.comment).toContain('How marking works');
  expect(shown.check.actions?.map(({ identifier }) => identifier)).toEqual(['mark', 'appeal']);
  const asked = render('not-yet', true, { appealed: true });
  expect(asked.comment).not.toContain('/touchstone appeal');
  expect(asked.check.actions?.map(({ identifier }) => identifier)).toEqual(['mark']);

  const waiting = render('awaiting-review', true, {
    peers: {
      looking: ['pia'],
      replaced: [],
      said: [{ by: 'linus', says: 'commented', words: SECRET, ofThisCommit: true }],
    },
  });
  expect(waiting.comment).toContain('For peers who have a first look');
  expect(waiting.comment).toContain('stands in the conversation');
  expect(JSON.stringify(waiting)).not.toContain('of-ada');
  expect(waiting.check.actions?.map(({ identifier }) => identifier)).toEqual(['mark', 'approve']);
});

test('where the course has the project no more, the decision alone is left', () => {
  const marking = markingOf('not-yet', { met: ['dates'], missed: ['loops'] });
  const told = { ...marking, dropped: [{ path: SECRET, reason: 'it is too large' }] };
  const left = renderLeftOut({ marking: told, draft: false, signed: null });
  expect(left.check.conclusion).toBe('failure');
  expect(JSON.stringify(left)).not.toMatch(/of-ada|loops/);
  expect(left.comment).toContain('Everybody can see this repository');
  const signed = { says: 'mastered', why: null, by: 'grace', holds: true } as const;
  expect(renderLeftOut({ marking: told, draft: false, signed }).check.conclusion).toBe('success');
  expect(renderLeftOut({ marking: told, draft: true, signed }).check.conclusion).toBe('action_required');
});
