import { fine } from './check.ts';
import type { Check } from './check.ts';

/** `readCourse` rejects with an error of the course's own catalogue, which says what to mend. */
export function courseCheck({
  dir,
  readCourse,
}: {
  dir: string;
  readCourse: () => Promise<{ title: string; projects: number }>;
}): Check {
  return {
    id: 'course',
    fixIfFailing: `Set TOUCHSTONE_COURSE to the folder that holds course.yml; it is "${dir}" now.`,
    examine: async () => {
      const { title, projects } = await readCourse();
      return fine(`"${title}", ${projects} projects`);
    },
  };
}
