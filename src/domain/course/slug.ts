import { z } from 'zod';

/** A short name used in folders, addresses and ids: lower-case letters, digits and hyphens. */
export const Slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
  error: 'expected lower-case letters, digits and single hyphens, such as "todo-cli"',
});
