import { z } from 'zod';
import { Slug } from '../course/slug.ts';
import { Days, TimeZone } from './calendar.ts';
import { Role } from './role.ts';

/** https://github.com/ghost */
const GHOST = 10137;

/** Somebody of the school. */
export const Person = z.strictObject({
  id: z
    .int()
    .positive()
    // Whoever deletes their account is shown as this one from then on.
    .refine((id) => id !== GHOST, {
      error: 'expected a person; this is nobody: GitHub’s account for those who deleted theirs',
    })
    .describe(
      "GitHub's number of the account (`gh api users/<login> --jq .id`). Everything is decided by it: a login can be renamed, and be taken by somebody else.",
    ),
  login: z
    .string()
    .regex(/^[a-z\d][a-z\d_-]*$/i, { error: 'expected the login of a person, such as octocat' })
    .describe('For those who read this file. Nothing is decided by it.'),
  name: z.string().min(1).optional().describe('How staff know the person. Learners never see it.'),
  roles: z.array(Role).min(1).describe('`tutor`: helps other learners, and has volunteered to.'),
  cohort: Slug.optional().describe('Of a learner: one of the cohorts in course.yml.'),
  emails: z
    .array(z.email({ error: 'expected an e-mail address' }))
    .default([])
    .describe(
      'Of staff: addresses that they commit with. GitHub does not say whose account is behind the address of a co-author, and nobody signs off work that they had a hand in.',
    ),
  timeZone: TimeZone.optional().describe("By default the cohort's, or the course's."),
  leave: z.array(Days).default([]).describe('Days on which nothing is expected of the person.'),
});
export type Person = z.infer<typeof Person>;

/** The file that course.yml names as `roster.file`. */
export const PeopleFile = z.strictObject({ people: z.array(Person) });
export type PeopleFile = z.infer<typeof PeopleFile>;
