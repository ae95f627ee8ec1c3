import { z } from 'zod';

const Pattern = z.string().trim().min(1);

/** How a pull request of a project is to look before it is marked. Each part is asked for where it is there. */
export const Form = z.strictObject({
  branch: Pattern.optional().describe('The branch that the work is on; * stands for anything: feature/*.'),
  title: Pattern.optional().describe('The title; * stands for anything: "Shopping basket: *".'),
  template: z
    .array(Pattern)
    .default([])
    .describe('Headings that the description has, each with something written below it.'),
  files: z
    .array(Pattern)
    .min(1)
    .optional()
    .describe('The only files that may be changed, as patterns: src/**. By default any.'),
});
export type Form = z.infer<typeof Form>;
