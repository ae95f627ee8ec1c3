import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CourseFile } from '../domain/course/course-file.ts';
import type { Course, Project } from '../domain/course/project.ts';
import { StageId } from '../domain/course/stage.ts';
import { courseError } from '../domain/errors/course.ts';
import { courseCommit } from './commit.ts';
import { aboutFile, describeFinding, inOrder, placeOf, type CourseFinding } from './finding.ts';
import { foldersIn } from './read-files.ts';
import { checkRepositories } from './repositories.ts';
import { checkSecondParts } from './second-parts.ts';
import { checkCohorts, readPeople } from './people.ts';
import { readProject } from './read-project.ts';
import { checkSchema } from './schema-remarks.ts';
import { checkUnits } from './units.ts';
import { readYaml } from './yaml-file.ts';

/** What a course may use. */
export interface CourseOptions {
  /** The folder of the graders; without it any grader's name is taken. */
  gradersDir?: string;
  /** The stages that a rubric may have. */
  stages?: readonly StageId[];
}

/** Is told what the author should look at although the course can be used: `file:line: ...`. */
export type Warn = (warning: string, place: string) => void;

const STAGES_AVAILABLE: readonly StageId[] = StageId.options;

/**
 * Reads a course from its folder, and says everything that is wrong with it at once.
 *
 * `course` is null when there is an error among the findings; warnings leave it usable.
 */
export async function readCourse(
  dir: string,
  { gradersDir, stages = STAGES_AVAILABLE }: CourseOptions = {},
): Promise<{ course: Course | null; findings: CourseFinding[] }> {
  const yaml = await readYaml(join(dir, 'course.yml'));
  if (yaml.findings.length > 0) return { course: null, findings: yaml.findings };
  const { value: file, remarks } = checkSchema(CourseFile, yaml.data);
  if (file === null) return { course: null, findings: inOrder(remarks.map(yaml.place)) };

  const folders = await foldersIn(dir);
  const findings = [
    ...[...checkUnits(file), ...checkCohorts(file), ...checkRepositories(file)].map(yaml.place),
    ...unnamedFolders(dir, file, folders),
  ];
  const graders = gradersDir === undefined ? null : await gradersIn(gradersDir);
  const projects = new Map<string, Project>();
  const commit = await courseCommit(dir);
  for (const { slug, path } of projectsOf(file)) {
    if (!folders.includes(slug)) {
      findings.push(
        yaml.place({
          level: 'error',
          path,
          message: `the project "${slug}" has no folder`,
          expected: join(dir, slug),
        }),
      );
      continue;
    }
    const read = await readProject(join(dir, slug), slug, { stages, graders });
    findings.push(...read.findings);
    const { nextSteps, reviewGuide } = file.policies;
    const policies = { nextSteps, ...(reviewGuide !== undefined && { reviewGuide }) };
    if (read.project !== null) projects.set(slug, { ...read.project, commit, ...policies });
  }
  findings.push(
    ...(await checkSecondParts(
      projects,
      projectsOf(file).map(({ slug }) => slug),
    )),
  );
  const isLearnersCopy = [...projects.values()].every(
    ({ hiddenTests, forms }) => hiddenTests.size === 0 && forms.size === 0,
  );
  const peopleFile = file.roster.file === undefined ? null : join(dir, file.roster.file);
  const { people, findings: aboutPeople } = await readPeople(peopleFile, file.cohorts, {
    mayBeMissing: isLearnersCopy,
  });
  findings.push(...aboutPeople);

  if (findings.some(({ level }) => level === 'error')) return { course: null, findings: inOrder(findings) };
  const { staffRepository = null, retention = null, opening = null, roster, ...kept } = file;
  const course = {
    ...kept,
    staffRepository,
    retention,
    opening,
    teams: roster.teams,
    people,
    peopleFile,
    projects,
  };
  return { course, findings: inOrder(findings) };
}

/**
 * Reads a course that has to be usable.
 *
 * @throws TouchstoneError `course.missing` when there is no course.yml, `course.wrong` with every error found
 */
export async function loadCourse(
  dir: string,
  options: CourseOptions = {},
  warn: Warn = () => undefined,
): Promise<Course> {
  if ((await stat(join(dir, 'course.yml')).catch(() => null)) === null)
    throw courseError('course.missing', { dir });
  const { course, findings } = await readCourse(dir, options);
  const said = (wanted: CourseFinding['level']) => findings.filter(({ level }) => level === wanted);
  if (course !== null) {
    said('warning').forEach((finding) => {
      warn(describeFinding(finding), placeOf(finding));
    });
    return course;
  }
  const problems = said('error').map(describeFinding);
  throw courseError('course.wrong', { dir, problems });
}

function projectsOf({ units }: CourseFile): { slug: string; path: PropertyKey[] }[] {
  const all = units.flatMap(({ projects }, unit) =>
    projects.map((slug, index) => ({ slug, path: ['units', unit, 'projects', index] })),
  );
  // One that is named twice is a finding of its own, and read once.
  return all.filter(({ slug }, index) => all.findIndex((other) => other.slug === slug) === index);
}

function unnamedFolders(dir: string, { units }: CourseFile, folders: readonly string[]): CourseFinding[] {
  const named = new Set(units.flatMap(({ projects }) => projects));
  return folders
    .filter((folder) => !named.has(folder))
    .map((folder) =>
      aboutFile('warning', join(dir, folder), 'no unit names this folder, so nobody gets this project'),
    );
}

/** The graders that run tests. A folder that begins with an underscore is no grader. */
async function gradersIn(dir: string): Promise<string[]> {
  const folders = (await foldersIn(dir)).filter((name) => !name.startsWith('_'));
  const running = await Promise.all(folders.map((name) => runsTests(join(dir, name, 'grader.json'))));
  return folders.filter((_name, at) => running[at]);
}

/** What else is wrong with a grader's description is found when its images are made. */
async function runsTests(file: string): Promise<boolean> {
  try {
    const description: unknown = JSON.parse(await readFile(file, 'utf8'));
    return typeof description === 'object' && description !== null && 'runner' in description;
  } catch {
    return false;
  }
}
