import { fileURLToPath } from 'node:url';
import type { CourseFinding } from '../course/finding.ts';
import { loadCourse, readCourse as readWithFindings, type Warn } from '../course/read-course.ts';
import type { Course } from '../domain/course/project.ts';

/** The graders that come with Touchstone. */
export const gradersDir = fileURLToPath(new URL('../../graders', import.meta.url));

/** Reads a course against the graders and stages that there are. */
export function readCourse(dir: string, warn?: Warn): Promise<Course> {
  return loadCourse(dir, { gradersDir }, warn);
}

/** Reads a course and says everything that its files alone say is wrong with it. The course is null where it cannot be used. */
export function lintCourse(dir: string): Promise<{ course: Course | null; findings: CourseFinding[] }> {
  return readWithFindings(dir, { gradersDir });
}
