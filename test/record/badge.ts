import { makeRecord } from '../../src/mastery/record/make-record.ts';
import { credentialOf } from '../../src/record/badges/credential.ts';
import type { Credential } from '../../src/record/badges/issuer.ts';
import { course, day, markingOf, rowsOf, rubricOf, told } from '../mastery/record/rows.ts';

/** A badge for a mastered project, not signed yet. */
export function badge(issuer: string, url: string | null = null): Credential {
  const marking = markingOf('mastered', { met: ['loops', 'names'] });
  const record = makeRecord(
    course,
    rowsOf({ told: [told('basket', 'a', 1, marking)] }),
    { login: 'ada' },
    day(2),
  );
  const project = record.units[0]?.projects[0];
  const made =
    project === undefined
      ? null
      : credentialOf(project, {
          issuer,
          url,
          course: record.course,
          learner: { id: 4_711_001, login: 'ada' },
          rubric: rubricOf('Basket', 'loops', 'names'),
          github: 'https://github.com',
        });
  if (made === null) throw new Error('the project is not mastered');
  return made;
}
