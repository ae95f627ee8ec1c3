import { z } from 'zod';
import { TimeZone } from '../people/calendar.ts';
import { Cohort, RosterSource } from '../people/cohort.ts';
import { OpeningPolicy } from './opening-policy.ts';
import { OtherRepositories } from './other-repositories.ts';
import { Policies } from './policies.ts';
import { Retention } from './retention.ts';
import { Slug } from './slug.ts';
import { Struggle } from './struggle.ts';
import { Words } from './words.ts';

export const Unit = z.strictObject({
  id: Slug,
  title: Words,
  needs: z.array(Slug).default([]).describe('Units that come first.'),
  enrichment: z.boolean().default(false).describe('It is optional, and blocks nobody.'),
  effortHours: z
    .number()
    .positive()
    .describe('A guide for the learner. There are no dates: time may differ.'),
  projects: z.array(Slug).min(1).describe('What a learner does to show the unit: folders beside course.yml.'),
});
export type Unit = z.infer<typeof Unit>;

/** `course.yml`. */
export const CourseFile = z.strictObject({
  title: Words,
  repositories: z
    .string()
    .regex(/^(?=.*\{project\})(?:[\w.-]|\{project\}|\{login\})+$/, {
      error:
        'expected letters, digits, "-", "." or "_" around "{project}" and "{login}", such as "{project}-{login}"',
    })
    .refine((pattern) => !pattern.includes('}{'), {
      error: 'expected something between "{project}" and "{login}", such as a hyphen',
    })
    .describe(
      "Which repository is which project: a pattern with {project} and {login} for the repository's name.",
    ),
  otherRepositories: OtherRepositories.prefault({}).describe(
    'Repositories whose names do not say which project they are.',
  ),
  owners: z
    .array(
      z
        .string()
        .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,38}$/, { error: 'expected the name of an account on GitHub' }),
    )
    .default([])
    .describe(
      'Accounts on GitHub whose repositories are the course’s, besides those that are named in full. Elsewhere nothing is marked and nobody has a say; without it, wherever the App is installed.',
    ),
  opening: OpeningPolicy.optional().describe('Makes repositories for learners, where it is there.'),
  staffRepository: z
    .string()
    .regex(/^[\w.-]+\/[\w.-]+$/, { error: 'expected "owner/name"' })
    .optional()
    .describe('A private repository of the staff.'),
  timeZone: TimeZone.default('UTC').describe(
    'In which the school lives: what a day is, and when it is night.',
  ),
  cohorts: z.array(Cohort).default([]).describe('Learners who began together.'),
  roster: RosterSource.prefault({}).describe('Where it is written who is who.'),
  policies: Policies.prefault({}),
  retention: Retention.optional().describe(
    'Looks again, some weeks later, at what was mastered; without it nothing is. It takes the permission contents: write.',
  ),
  struggle: Struggle.prefault({}).describe(
    'By what a learner is thought to be stuck, and when they and staff hear of it.',
  ),
  units: z.array(Unit).min(1).describe('The nodes of the course, a directed graph without circles.'),
});
export type CourseFile = z.infer<typeof CourseFile>;
