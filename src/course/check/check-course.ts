import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { DecisionName } from '../../domain/course/decision.ts';
import type { Course, Project } from '../../domain/course/project.ts';
import { inOrder, type CourseFinding } from '../finding.ts';
import { readYaml } from '../yaml-file.ts';
import { missesOf } from './criteria.ts';
import { judge } from './judge.ts';
import { trialsOf } from './trials.ts';
import type { Trial, Tried, TryOut } from './trial.ts';

/** How one project's assessment did. */
export interface ProjectCheck {
  project: string;
  /** Of each kind: how many there are, and how many came to what they should. */
  solutions: Count;
  examples: Count;
  /** Broken variants of the solution, and how many of them a test notices: the mutation score. */
  variants: Count;
  /** The decision on the starter; null where nothing could be decided. */
  starter: DecisionName | null;
  findings: number;
}

interface Count {
  right: number;
  of: number;
}

export interface CourseCheckDeps {
  tryOut: TryOut;
  /** Trials at once. */
  places: number;
  /** Told of each trial that has ended. */
  onTried: (progress: { project: string; done: number; of: number }) => void;
}

/** Hands in everything whose decision is known, for each project, and says what of the assessments is wrong. */
export async function checkAssessments(
  course: Course,
  deps: CourseCheckDeps,
): Promise<{ projects: ProjectCheck[]; findings: CourseFinding[] }> {
  const projects: ProjectCheck[] = [];
  const findings: CourseFinding[] = [];
  for (const project of course.projects.values()) {
    const tried = await tryAll(project, await trialsOf(project), deps);
    const { place } = await readYaml(join(project.dir, 'rubric.yml'));
    const found = judge(project, tried, place);
    findings.push(...found);
    projects.push(summaryOf(project, tried, found.length));
  }
  return { projects, findings: inOrder(findings) };
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

function summaryOf({ slug, rubric }: Project, tried: readonly Tried[], findings: number): ProjectCheck {
  const of = (kind: Trial['kind']): Tried[] => tried.filter(({ trial }) => trial.kind === kind);
  const solutions = new Set(of('solution').map(({ trial }) => trial.name));
  const wrong = new Set(of('solution').flatMap((each) => (isRight(each) ? [] : [each.trial.name])));
  const examples = of('example');
  const variants = of('variant');
  return {
    project: slug,
    solutions: { right: solutions.size - wrong.size, of: solutions.size },
    examples: {
      right: examples.filter(({ trial, marking }) => rubric.examples[trial.name] === marking.decision).length,
      of: examples.length,
    },
    variants: {
      right: variants.filter(({ marking }) => missesOf(marking).length > 0).length,
      of: variants.length,
    },
    starter: of('starter')[0]?.marking.decision ?? null,
    findings,
  };
}

/** Decided, and nothing missed. */
function isRight({ marking }: Tried): boolean {
  return marking.decision !== null && missesOf(marking).length === 0;
}
