import { join } from 'node:path';
import type { FileMap } from '../domain/course/file-map.ts';
import type { Project } from '../domain/course/project.ts';
import { foldersIn, readFiles } from './read-files.ts';

/** The first of a project's solutions, by name; null in a copy of the course that has none. */
export async function solutionOf({ dir }: Pick<Project, 'dir'>): Promise<FileMap | null> {
  const [first] = await foldersIn(join(dir, 'solutions'));
  return first === undefined ? null : (await readFiles(join(dir, 'solutions', first))).files;
}
