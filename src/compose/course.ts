import { fileURLToPath } from 'node:url';
import { loadCourse, type Warn } from '../course/read-course.ts';
import type { Course } from '../domain/course/project.ts';

/** The graders that come with Touchstone. */
export const gradersDir = fileURLToPath(new URL('../../graders', import.meta.url));

/** Reads a course against the graders and stages that there are. */
export function readCourse(dir: string, warn?: Warn): Promise<Course> {
  return loadCourse(dir, { gradersDir }, warn);
}
