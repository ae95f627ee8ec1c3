import type { Criterion } from '../../domain/course/criterion.ts';
import { evidenceId } from '../../domain/course/evidence.ts';
import type { Project } from '../../domain/course/project.ts';
import type { Evidence } from '../../domain/results.ts';
import type { Remark } from '../finding.ts';
import { criteriaOf, missesOf } from './criteria.ts';
import type { Tried } from './trial.ts';

/** Each solution has to meet every criterion each time: otherwise the tests are wrong, or too strict, or flaky. */
export function judgeSolutions({ rubric }: Pick<Project, 'rubric'>, tried: readonly Tried[]): Remark[] {
  const names = [...new Set(tried.map(({ trial }) => trial.name))];
  return names.flatMap((name) => {
    const runs = tried.filter(({ trial }) => trial.name === name);
    return criteriaOf(rubric).flatMap(({ criterion, path }) => judgeOne(name, criterion, path, runs));
  });
}

function judgeOne(
  solution: string,
  criterion: Criterion,
  path: PropertyKey[],
  runs: readonly Tried[],
): Remark[] {
  const missed = runs.flatMap(({ marking }) => {
    const miss = missesOf(marking).find(({ id }) => id === criterion.id);
    return miss === undefined ? [] : [miss];
  });
  const [first] = missed;
  if (first === undefined) return [];
  const failing = first.evidence.find(({ status }) => status !== 'passed');
  const at = criterion.evidence.findIndex((asked) => evidenceId(asked) === failing?.id);
  const always = missed.length === runs.length;
  return [
    {
      level: 'error',
      path: at === -1 ? path : [...path, 'evidence', at],
      message: always
        ? `the solution "${solution}" does not meet the criterion "${criterion.id}"`
        : `the solution "${solution}" meets the criterion "${criterion.id}" only sometimes (${runs.length - missed.length} of ${runs.length} times): its tests are flaky`,
      ...(failing === undefined ? {} : { found: describeEvidence(failing) }),
      expected: 'every solution to meet every criterion, each time',
    },
  ];
}

function describeEvidence({ id, status, message }: Evidence): string {
  return `${status}: ${id}${message === null ? '' : ` (${message})`}`;
}
