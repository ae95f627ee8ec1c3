import type { FileMap } from '../../domain/course/file-map.ts';
import type { Project } from '../../domain/course/project.ts';

type Known = Pick<Project, 'slug' | 'starter'>;

/**
 * Another project that a submission was begun from: nothing of it is as its own project's starter alone has it, and something is as that
 * one's starter alone has it (its `README.md`, as a rule). Null where it may well be its own.
 */
export function otherProject<P extends Known>(own: P, projects: Iterable<P>, submission: FileMap): P | null {
  const all = [...projects];
  const isIn = ({ starter }: Known, path: string, content: Uint8Array) => {
    const there = starter.get(path);
    return there !== undefined && Buffer.compare(there, content) === 0;
  };
  const begunFrom = (project: P) =>
    [...submission].some(
      ([path, content]) =>
        isIn(project, path, content) &&
        all.every((other) => other.slug === project.slug || !isIn(other, path, content)),
    );
  if (begunFrom(own)) return null;
  return all.find((other) => other.slug !== own.slug && begunFrom(other)) ?? null;
}
