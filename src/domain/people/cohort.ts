import { z } from 'zod';
import { Slug } from '../course/slug.ts';
import { Days, TimeZone } from './calendar.ts';

/** `octo-school/staff`: a team of a GitHub organisation. */
export const Team = z
  .string()
  .regex(/^[\w.-]+\/[\w.-]+$/, { error: 'expected "organisation/team"' })
  .describe('A team of a GitHub organisation, by its short name in the address.');

/** Learners who began together. */
export const Cohort = z.strictObject({
  id: Slug,
  title: z.string().min(1),
  team: Team.optional().describe('Its members are the learners of this cohort.'),
  timeZone: TimeZone.optional().describe("By default the course's."),
  holidays: z.array(Days).default([]).describe('Days on which nobody of the cohort is expected to work.'),
});
export type Cohort = z.infer<typeof Cohort>;

/** Where it is written who is who. Whoever is in none of it is unknown, and has no rights. */
export const RosterSource = z.strictObject({
  file: z
    .string()
    .min(1)
    .optional()
    .describe(
      'A file of people, from the folder of course.yml on. It is personal: learners get no copy of it.',
    ),
  teams: z
    .strictObject({ tutor: Team.optional(), staff: Team.optional(), lead: Team.optional() })
    .prefault({})
    .describe("Teams whose members have a role; a cohort's team is named with the cohort."),
});
export type RosterSource = z.infer<typeof RosterSource>;
