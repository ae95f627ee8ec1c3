import { z } from 'zod';
import { Slug } from './slug.ts';

export const Unit = z.strictObject({
  id: Slug,
  title: z.string().min(1),
  needs: z.array(Slug).default([]),
  enrichment: z.boolean().default(false),
  effortHours: z.number().positive(),
  projects: z.array(Slug).min(1),
});
export type Unit = z.infer<typeof Unit>;

/** `course.yml`. */
export const CourseFile = z.strictObject({
  title: z.string().min(1),
  /** Which repository is which project: a pattern with `{project}` and `{login}`, matched on the repository's name. */
  repositories: z.string().regex(/^(?=.*\{project\})(?:[\w.-]|\{project\}|\{login\})+$/, {
    error:
      'expected letters, digits, "-", "." or "_" around "{project}" and "{login}", such as "{project}-{login}"',
  }),
  staffRepository: z
    .string()
    .regex(/^[\w.-]+\/[\w.-]+$/, { error: 'expected "owner/name"' })
    .optional(),
  units: z.array(Unit).min(1),
});
export type CourseFile = z.infer<typeof CourseFile>;
