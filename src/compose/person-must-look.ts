import type { Database } from '../adapters/postgres/database.ts';
import type { Course } from '../domain/course/project.ts';
import { agreementsOf } from '../review/agreement/ledger.ts';

/** Whether people have agreed with what was found of a project so seldom that one looks at every attempt at it. */
export function personMustLook(
  { policies }: Pick<Course, 'policies'>,
  { agreement }: Pick<Database, 'agreement'>,
): (project: string) => Promise<boolean> {
  return async (project) =>
    agreementsOf(await agreement.comparisons(project), policies.agreement).some(
      (each) => each.personMustLook,
    );
}
