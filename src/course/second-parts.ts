import { join } from 'node:path';
import type { Project } from '../domain/course/project.ts';
import type { CourseFinding, Remark } from './finding.ts';
import { readYaml } from './yaml-file.ts';

/** Whether each second part belongs to a project that comes before it. `order`: the course's projects as its units name them. */
export async function checkSecondParts(
  projects: ReadonlyMap<string, Project>,
  order: readonly string[],
): Promise<CourseFinding[]> {
  const findings = await Promise.all(
    [...projects.values()].map(async ({ slug, dir, rubric }) => {
      const first = rubric.secondPartOf;
      if (first === undefined || order.slice(0, order.indexOf(slug)).includes(first)) return [];
      const { place } = await readYaml(join(dir, 'rubric.yml'));
      const remark: Remark = {
        level: 'error',
        path: ['secondPartOf'],
        message: 'the first part is no project of a unit before this one',
        found: `"${first}"`,
        expected: `one of ${order.slice(0, order.indexOf(slug)).join(', ') || '(there is none)'}`,
      };
      return [place(remark)];
    }),
  );
  return findings.flat();
}
