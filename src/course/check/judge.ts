import type { DecisionName } from '../../domain/course/decision.ts';
import { evidenceId } from '../../domain/course/evidence.ts';
import type { Project } from '../../domain/course/project.ts';
import { join } from 'node:path';
import { aboutFile, type CourseFinding, type Remark } from '../finding.ts';
import { criteriaOf, missesOf } from './criteria.ts';
import { formsOf, groupedBy, inForms } from './forms.ts';
import { judgeSolutions } from './judge-solutions.ts';
import type { Tried } from './trial.ts';

const nameOf = ({ trial }: Tried): string => trial.name;

/** What is wrong with an assessment, seen from what became of work whose decision is known. Pure. */
export function judge(
  project: Pick<Project, 'rubric' | 'dir' | 'forms'>,
  tried: readonly Tried[],
  place: (remark: Remark) => CourseFinding,
): CourseFinding[] {
  const broken = judgeBroken(project, tried, place);
  // Where nothing could be marked, nothing else can be said.
  if (broken.length > 0) return broken;
  const of = (kind: Tried['trial']['kind']): Tried[] => tried.filter(({ trial }) => trial.kind === kind);
  return [
    ...judgeSolutions(project, of('solution')).map(place),
    ...judgeStarter(of('starter')),
    ...groupedBy(of('example'), nameOf).flatMap((example) => judgeExample(project, example).map(place)),
    ...groupedBy(of('variant'), nameOf).flatMap(judgeVariant),
    ...judgeCriteria(project, tried).map(place),
    ...judgeTests(project, tried),
  ];
}

/** Tests that cannot run, or are not there: in every form, or in one of them. */
function judgeBroken(
  { rubric, dir }: Pick<Project, 'rubric' | 'dir'>,
  tried: readonly Tried[],
  place: (remark: Remark) => CourseFinding,
): CourseFinding[] {
  const reasonOf = ({ marking }: Tried): string | null => {
    const broken = marking.stages.find(({ status }) => status === 'broken');
    return broken === undefined ? null : (broken.reason ?? 'no reason was given');
  };
  return groupedBy(tried, reasonOf).flatMap((those) => {
    const reason = those[0] === undefined ? null : reasonOf(those[0]);
    if (reason === null) return [];
    const forms = formsOf(those);
    if (forms.length < formsOf(tried).length)
      return forms.map((form) =>
        aboutFile(
          'error',
          join(dir, 'tests', 'forms', form ?? ''),
          `the tests cannot be run in this form, and they can in another: ${reason}`,
        ),
      );
    const named = criteriaOf(rubric)
      .flatMap(({ criterion, path }) =>
        criterion.evidence.map((asked, at) => ({ id: evidenceId(asked), path: [...path, 'evidence', at] })),
      )
      .find(({ id }) => reason.includes(`"${id}"`));
    const path = named?.path ?? ['stages'];
    return [place({ level: 'error', path, message: `the tests cannot be run: ${reason}` })];
  });
}

/** A starter that is mastered assesses nothing. */
function judgeStarter(inEachForm: readonly Tried[]): CourseFinding[] {
  return groupedBy(inEachForm, ({ marking }) => marking.decision).flatMap((those) => {
    const [first] = those;
    if (first === undefined || first.marking.decision === 'not-yet') return [];
    const message = `the starter already has what the project asks for${inForms(those, inEachForm)}`;
    return [
      aboutFile('error', first.trial.dir, message, { found: first.marking.decision, expected: 'not-yet' }),
    ];
  });
}

/** An example has one decision, whatever the form. */
function judgeExample({ rubric }: Pick<Project, 'rubric'>, inEachForm: readonly Tried[]): Remark[] {
  return groupedBy(inEachForm, ({ marking }) => marking.decision).flatMap((those): Remark[] => {
    const [first] = those;
    if (first === undefined) return [];
    const { trial, marking } = first;
    const expected: DecisionName | undefined = rubric.examples[trial.name];
    if (expected === marking.decision) return [];
    const missed = missesOf(marking).map(({ id }) => id);
    const misses = missed.length === 0 ? '' : `; it misses ${missed.join(', ')}`;
    return [
      {
        level: 'error',
        path: ['examples', trial.name],
        message: `the example "${trial.name}" gets another decision${inForms(those, inEachForm)}${misses}`,
        found: marking.decision ?? 'none',
        ...(expected === undefined ? {} : { expected }),
      },
    ];
  });
}

/** A broken variant that is mastered is a fault that no test notices. */
function judgeVariant(inEachForm: readonly Tried[]): CourseFinding[] {
  const unnoticed = inEachForm.filter(({ marking }) => missesOf(marking).length === 0);
  return unnoticed
    .slice(0, 1)
    .map(({ trial }) =>
      aboutFile(
        'error',
        trial.dir,
        `no test notices that this variant of the solution is broken${inForms(unnoticed, inEachForm)}`,
      ),
    );
}

/** A criterion that nothing here misses may be one that nobody can miss. What people look at is not tried here. */
function judgeCriteria({ rubric }: Pick<Project, 'rubric'>, tried: readonly Tried[]): Remark[] {
  const byForm = groupedBy(tried, ({ trial }) => trial.form);
  const automatic = rubric.stages.map((stage) =>
    stage.id === 'review' ? { ...stage, criteria: [] } : stage,
  );
  return criteriaOf({ stages: automatic }).flatMap(({ criterion, path }) => {
    const misses = ({ marking }: Tried): boolean => missesOf(marking).some(({ id }) => id === criterion.id);
    const unmissed = byForm.filter((inForm) => !inForm.some(misses)).flat();
    if (unmissed.length === 0) return [];
    return [
      {
        level: 'error',
        path: [...path, 'id'],
        message: `nothing misses the criterion "${criterion.id}"${inForms(unmissed, tried)}, not even the starter: nothing shows that its tests can fail`,
        expected: 'an example or a broken variant that misses it',
      },
    ];
  });
}

/** Tests that run and count for nothing. */
function judgeTests(
  { dir, forms }: Pick<Project, 'dir' | 'forms'>,
  tried: readonly Tried[],
): CourseFinding[] {
  const unnamed = tried.flatMap(({ trial, unnamed }) =>
    unnamed.map(({ name, file }) => ({ name, file: join(dir, 'tests', fileOf(file, trial.form, forms)) })),
  );
  const once = new Map(unnamed.map((test) => [`${test.file}\0${test.name}`, test]));
  return [...once.values()].map(({ name, file }) =>
    aboutFile('error', file, `no criterion names the test "${name}", so it counts for nothing`),
  );
}

/** Where an author finds a test file: those of a form lie among the hidden ones when they run. */
function fileOf(file: string, form: string | null, forms: Project['forms']): string {
  const path = file.replace(/^hidden\//, '');
  const isOfForm = form !== null && path !== file && forms.get(form)?.has(path) === true;
  return isOfForm ? join('forms', form, path) : file;
}
