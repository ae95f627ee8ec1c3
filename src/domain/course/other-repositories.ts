import { z } from 'zod';
import { Slug } from './slug.ts';

/** `octo-school/class-2026` */
const FullName = z.string().regex(/^[\w.-]+\/[\w.-]+$/, { error: 'expected "owner/name"' });

/** Repositories whose names do not say which project they are. What is written here comes before the name. */
export const OtherRepositories = z.strictObject({
  listed: z.record(FullName, Slug).default({}).describe('By name: owner/name and the project.'),
  byBranch: z
    .array(FullName)
    .default([])
    .describe(
      'Repositories of several projects, one on each branch: a pull request, from a fork too, is for the project whose name the branch has that it goes into.',
    ),
  property: z
    .string()
    .regex(/^[\w#$-]+$/, { error: 'expected the name of a custom property' })
    .optional()
    .describe('A custom property of the organisation whose value is the project.'),
  topic: z
    .string()
    .regex(/^(?=.*\{project\})(?:[a-z0-9-]|\{project\})+$/, {
      error: 'expected small letters, digits and hyphens around "{project}", such as "project-{project}"',
    })
    .optional()
    .describe('A topic of the repository, with {project} in it.'),
});
export type OtherRepositories = z.infer<typeof OtherRepositories>;
