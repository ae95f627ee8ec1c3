import { fine } from './check.ts';
import type { Check } from './check.ts';

/** `readCourse` rejects with an error of the course's own catalogue, which says what to mend. */
export function courseCheck({
  dir,
  readCourse,
}: {
  dir: string;
  readCourse: () => Promise<{ title: string; projects: number; warnings: string[] }>;
}): Check {
  return {
    id: 'course',
    fixIfFailing: `Set TOUCHSTONE_COURSE to the folder that holds course.yml; it is "${dir}" now.`,
    examine: async () => {
      const { title, projects, warnings } = await readCourse();
      const found = `"${title}", ${projects} projects`;
      return {
        ...fine([found, ...warnings.map((warning) => `warning: ${warning}`)].join('; ')),
        fix: warnings.length === 0 ? null : 'The course can be used; let its author look at the warnings.',
      };
    },
  };
}
