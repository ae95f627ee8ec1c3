import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { DecisionName } from '../../domain/course/decision.ts';
import type { Course, Project } from '../../domain/course/project.ts';
import { inOrder, type CourseFinding } from '../finding.ts';
import { readYaml } from '../yaml-file.ts';
import { missesOf } from './criteria.ts';
import { groupedBy } from './forms.ts';
import { judgeInputs } from './inputs/judge-inputs.ts';
import { judge } from './judge.ts';
import { judgeMutants, type Unnoticed } from './mutants/judge-mutants.ts';
import { tryMutants, type MutantOptions, type TriedMutant } from './mutants/try-mutants.ts';
import { trialsOf } from './trials.ts';
import type { Trial, Tried, TryOut } from './trial.ts';

/** How one project's assessment did. */
export interface ProjectCheck {
  project: string;
  /** Parallel forms of its hidden tests; each of the following was tried in all of them. */
  forms: number;
  /** Of each kind: how many there are, and how many came to what they should. */
  solutions: Count;
  examples: Count;
  /** Broken variants of the solution, and how many of them a test notices: the mutation score of those that the author has written. */
  variants: Count;
  /** The same of those that a tool has made of the first solution. */
  mutants: Count;
  /** The decision on the starter; null where nothing could be decided. */
  starter: DecisionName | null;
  findings: number;
}

interface Count {
  right: number;
  of: number;
}

/** What is wrong with the assessments of a course, and what no test notices: there may be nothing wrong with that. */
export interface CourseCheck {
  projects: ProjectCheck[];
  findings: CourseFinding[];
  unnoticed: Unnoticed[];
}

export interface CourseCheckDeps {
  tryOut: TryOut;
  /** Trials at once. */
  places: number;
  mutants: MutantOptions;
  /** Told of each trial that has ended. */
  onTried: (progress: { project: string; done: number; of: number }) => void;
}

/** Hands in everything whose decision is known, for each project, and says what of the assessments is wrong. */
export async function checkAssessments(course: Course, deps: CourseCheckDeps): Promise<CourseCheck> {
  const checks: { check: ProjectCheck; findings: CourseFinding[]; unnoticed: Unnoticed[] }[] = [];
  for (const project of course.projects.values()) {
    const tried = await tryAll(project, await trialsOf(project), deps);
    const { place } = await readYaml(join(project.dir, 'rubric.yml'));
    const mutants = judgeMutants(project.slug, await mutantsOf(project, tried, deps));
    const findings = [
      ...judge(project, tried, place),
      ...judgeInputs(project, tried).map(place),
      ...mutants.findings,
    ];
    const check = { ...summaryOf(project, tried), mutants: mutants.noticed, findings: findings.length };
    checks.push({ check, findings, unnoticed: mutants.unnoticed });
  }
  return {
    projects: checks.map(({ check }) => check),
    findings: inOrder(checks.flatMap(({ findings }) => findings)),
    unnoticed: checks.flatMap(({ unnoticed }) => unnoticed),
  };
}

/** Of an answer that is not right, or tests that cannot be run, nothing could be told. */
async function mutantsOf(
  project: Project,
  tried: readonly Tried[],
  deps: CourseCheckDeps,
): Promise<TriedMutant[]> {
  const solutions = tried.filter(({ trial }) => trial.kind === 'solution');
  const [first] = solutions;
  if (first === undefined) return [];
  const { trial } = first;
  if (!solutions.filter((one) => one.trial.name === trial.name).every(isMet)) return [];
  return tryMutants(project, trial, deps.mutants, (noticing, trials) => tryAll(noticing, trials, deps));
}

async function tryAll(
  project: Project,
  trials: readonly Trial[],
  { tryOut, places, onTried }: CourseCheckDeps,
): Promise<Tried[]> {
  const tried: Tried[] = [];
  const left = trials.entries();
  const one = async (): Promise<void> => {
    for (const [at, trial] of left) {
      tried[at] = { trial, ...(await tryOut(project, trial, seedOf(project.slug, trial.repeat))) };
      onTried({ project: project.slug, done: Object.keys(tried).length, of: trials.length });
    }
  };
  await Promise.all(Array.from({ length: places }, one));
  return tried;
}

/** Other inputs each time, and the same ones in each check, so that a finding can be looked into. */
function seedOf(slug: string, repeat: number): number {
  return createHash('sha256').update(`${slug}\0${repeat}`).digest().readUInt32BE(0);
}

function summaryOf(
  { slug, rubric, forms }: Project,
  tried: readonly Tried[],
): Omit<ProjectCheck, 'mutants' | 'findings'> {
  /** How many of a kind there are, and how many of them come to what they should each time and in every form. */
  const count = (kind: Trial['kind'], isRight: (one: Tried) => boolean): Count => {
    const ofKind = tried.filter(({ trial }) => trial.kind === kind);
    const each = groupedBy(ofKind, ({ trial }) => trial.name);
    return { right: each.filter((tries) => tries.every(isRight)).length, of: each.length };
  };
  const starters = tried.flatMap(({ trial, marking }) =>
    trial.kind === 'starter' ? [marking.decision] : [],
  );
  return {
    project: slug,
    forms: Math.max(1, forms.size),
    solutions: count('solution', isMet),
    examples: count('example', ({ trial, marking }) => rubric.examples[trial.name] === marking.decision),
    variants: count('variant', ({ marking }) => missesOf(marking).length > 0),
    starter: starters.find((decision) => decision !== 'not-yet') ?? starters[0] ?? null,
  };
}

/** Decided, and nothing missed. */
function isMet({ marking }: Tried): boolean {
  return marking.decision !== null && missesOf(marking).length === 0;
}
