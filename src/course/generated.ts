import type { Rubric } from '../domain/course/rubric.ts';
import type { Remark } from './finding.ts';

const EVERYTHING = /^(?:\.\/)?(?:\*\*?\/)*\*\*?(?:\.\*)?$/;
const EVERY_ONE_OF_A_KIND = /^(?:\.\/)?(?:\*\*?\/)*\*\.[\w.]+$/;
const OUTSIDE = /^(?:\/|!)|(?:^|\/)\.\.(?:\/|$)/;

/** Patterns of generated files that leave out what learners write, or nothing at all. */
export function checkGenerated({ generated, stages }: Pick<Rubric, 'generated' | 'stages'>): Remark[] {
  const hasStyle = stages.some(({ id }) => id === 'style');
  return generated.flatMap((pattern, at): Remark[] => {
    const about = { path: ['generated', at], found: `"${pattern}"` };
    const expected = 'the folder of what is generated, such as gen/**';
    if (EVERYTHING.test(pattern))
      return [
        {
          ...about,
          level: 'error',
          message: 'this leaves out every file, so no style is left to look at',
          expected,
        },
      ];
    if (OUTSIDE.test(pattern))
      return [{ ...about, level: 'error', message: 'this fits no file of a submission', expected }];
    if (EVERY_ONE_OF_A_KIND.test(pattern))
      return [
        {
          ...about,
          level: 'warning',
          message: 'this leaves out what learners write in such files as well',
          expected,
        },
      ];
    return hasStyle
      ? []
      : [{ ...about, level: 'warning', message: 'this has no meaning without a stage "style"' }];
  });
}
