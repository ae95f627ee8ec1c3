import type { DecisionName } from '../../domain/course/decision.ts';
import { evidenceId } from '../../domain/course/evidence.ts';
import type { Project } from '../../domain/course/project.ts';
import { join } from 'node:path';
import { aboutFile, type CourseFinding, type Remark } from '../finding.ts';
import { criteriaOf, missesOf } from './criteria.ts';
import { judgeSolutions } from './judge-solutions.ts';
import type { Tried } from './trial.ts';

/** What is wrong with an assessment, seen from what became of work whose decision is known. Pure. */
export function judge(
  project: Pick<Project, 'rubric' | 'dir'>,
  tried: readonly Tried[],
  place: (remark: Remark) => CourseFinding,
): CourseFinding[] {
  const broken = judgeBroken(project, tried, place);
  // Where nothing could be marked, nothing else can be said.
  if (broken.length > 0) return broken;
  const of = (kind: Tried['trial']['kind']): Tried[] => tried.filter(({ trial }) => trial.kind === kind);
  return [
    ...judgeSolutions(project, of('solution')).map(place),
    ...of('starter').flatMap(judgeStarter),
    ...of('example').flatMap((example) => judgeExample(project, example).map(place)),
    ...of('variant').flatMap(judgeVariant),
    ...judgeCriteria(project, tried).map(place),
    ...judgeTests(project, tried),
  ];
}

/** Tests that cannot run, or are not there. */
function judgeBroken(
  { rubric }: Pick<Project, 'rubric'>,
  tried: readonly Tried[],
  place: (remark: Remark) => CourseFinding,
): CourseFinding[] {
  const stages = tried.flatMap(({ marking }) => marking.stages.filter(({ status }) => status === 'broken'));
  const reasons = [...new Set(stages.map(({ reason }) => reason ?? 'no reason was given'))];
  return reasons.map((reason) => {
    const named = criteriaOf(rubric)
      .flatMap(({ criterion, path }) =>
        criterion.evidence.map((asked, at) => ({ id: evidenceId(asked), path: [...path, 'evidence', at] })),
      )
      .find(({ id }) => reason.includes(`"${id}"`));
    return place({
      level: 'error',
      path: named?.path ?? ['stages'],
      message: `the tests cannot be run: ${reason}`,
    });
  });
}

/** A starter that is mastered assesses nothing. */
function judgeStarter({ trial, marking }: Tried): CourseFinding[] {
  if (marking.decision === 'not-yet') return [];
  return [
    aboutFile('error', trial.dir, 'the starter already has what the project asks for', {
      found: marking.decision,
      expected: 'not-yet',
    }),
  ];
}

function judgeExample({ rubric }: Pick<Project, 'rubric'>, { trial, marking }: Tried): Remark[] {
  const expected: DecisionName | undefined = rubric.examples[trial.name];
  if (expected === marking.decision) return [];
  const missed = missesOf(marking).map(({ id }) => id);
  return [
    {
      level: 'error',
      path: ['examples', trial.name],
      message: `the example "${trial.name}" gets another decision${missed.length === 0 ? '' : `; it misses ${missed.join(', ')}`}`,
      found: marking.decision ?? 'none',
      ...(expected === undefined ? {} : { expected }),
    },
  ];
}

/** A broken variant that is mastered is a fault that no test notices. */
function judgeVariant({ trial, marking }: Tried): CourseFinding[] {
  if (missesOf(marking).length > 0) return [];
  return [aboutFile('error', trial.dir, 'no test notices that this variant of the solution is broken')];
}

/** A criterion that nothing here misses may be one that nobody can miss. */
function judgeCriteria({ rubric }: Pick<Project, 'rubric'>, tried: readonly Tried[]): Remark[] {
  const missed = new Set(tried.flatMap(({ marking }) => missesOf(marking).map(({ id }) => id)));
  return criteriaOf(rubric)
    .filter(({ criterion }) => !missed.has(criterion.id))
    .map(({ criterion, path }) => ({
      level: 'error',
      path: [...path, 'id'],
      message: `nothing misses the criterion "${criterion.id}", not even the starter: nothing shows that its tests can fail`,
      expected: 'an example or a broken variant that misses it',
    }));
}

/** Tests that run and count for nothing. */
function judgeTests({ dir }: Pick<Project, 'dir'>, tried: readonly Tried[]): CourseFinding[] {
  const unnamed = new Map(
    tried.flatMap((each) => each.unnamed.map((test) => [`${test.file}\0${test.name}`, test] as const)),
  );
  return [...unnamed.values()].map(({ name, file }) =>
    aboutFile(
      'error',
      join(dir, 'tests', file),
      `no criterion names the test "${name}", so it counts for nothing`,
    ),
  );
}
