import type { Criterion } from '../../domain/course/criterion.ts';
import { evidenceId } from '../../domain/course/evidence.ts';
import type { Project } from '../../domain/course/project.ts';
import type { CriterionResult, Evidence } from '../../domain/results.ts';
import type { Remark } from '../finding.ts';
import { criteriaOf, missesOf } from './criteria.ts';
import { groupedBy, inForms } from './forms.ts';
import type { Tried } from './trial.ts';

/** Each solution has to meet every criterion each time, in every form: otherwise the tests are wrong, or too strict, or flaky. */
export function judgeSolutions({ rubric }: Pick<Project, 'rubric'>, tried: readonly Tried[]): Remark[] {
  return groupedBy(tried, ({ trial }) => trial.name).flatMap((runs) =>
    criteriaOf(rubric).flatMap(({ criterion, path }) => judgeOne(criterion, path, runs)),
  );
}

function judgeOne(criterion: Criterion, path: PropertyKey[], runs: readonly Tried[]): Remark[] {
  const missOf = (run: Tried): CriterionResult | undefined =>
    missesOf(run.marking).find(({ id }) => id === criterion.id);
  if (runs.every((run) => missOf(run) !== undefined)) return [remark(criterion, path, runs, runs, missOf)];
  return groupedBy(runs, ({ trial }) => trial.form)
    .filter((inForm) => inForm.some((run) => missOf(run) !== undefined))
    .map((inForm) => remark(criterion, path, inForm, runs, missOf));
}

function remark(
  criterion: Criterion,
  path: PropertyKey[],
  runs: readonly Tried[],
  all: readonly Tried[],
  missOf: (run: Tried) => CriterionResult | undefined,
): Remark {
  const misses = runs.flatMap((run) => missOf(run) ?? []);
  const failing = misses[0]?.evidence.find(({ status }) => status !== 'passed');
  const at = criterion.evidence.findIndex((asked) => evidenceId(asked) === failing?.id);
  const who = `the solution "${runs[0]?.trial.name ?? ''}"`;
  const what = `the criterion "${criterion.id}"`;
  const where = inForms(runs, all);
  const met = runs.length - misses.length;
  return {
    level: 'error',
    path: at === -1 ? path : [...path, 'evidence', at],
    message:
      met === 0
        ? `${who} does not meet ${what}${where}`
        : `${who} meets ${what} only sometimes${where} (${met} of ${runs.length} times): its tests are flaky`,
    ...(failing === undefined ? {} : { found: describeEvidence(failing) }),
    expected: 'every solution to meet every criterion, each time',
  };
}

function describeEvidence({ id, status, message }: Evidence): string {
  return `${status}: ${id}${message === null ? '' : ` (${message})`}`;
}
