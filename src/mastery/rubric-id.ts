import { createHash } from 'node:crypto';
import type { Rubric } from '../domain/course/rubric.ts';

/** A name for a rubric's content, 64 hexadecimal digits: the same for the same rules, however the file is written. */
export function rubricId(rubric: Rubric): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(rubric)))
    .digest('hex');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
