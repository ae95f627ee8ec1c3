import { testsIn } from '../../../src/domain/course/evidence.ts';
import type { Project } from '../../../src/domain/course/project.ts';
import type { Evidence } from '../../../src/domain/results.ts';
import { type Bait } from './bait.ts';
import { canariesOf, told } from './canaries.ts';
import type { Case } from './case.ts';
import type { Outcome } from './road.ts';
import { textFaults } from './texts.ts';

/** Every test that the rubric names, and how it ended. */
function evidenceOf({ marking }: Outcome): Evidence[] {
  return marking.stages.flatMap(({ criteria }) => criteria.flatMap(({ evidence }) => evidence));
}

function testsOf(project: Project): string[] {
  return project.rubric.stages.flatMap(({ criteria }) =>
    criteria.flatMap(({ evidence }) => testsIn(evidence).map(({ test }) => test)),
  );
}

/** What each kind of fault is called in the summary of a soak. */
export type FaultKind = 'fake pass' | 'leak' | 'escape' | 'left over' | 'honest wrong' | 'broken' | 'text';

export interface Fault {
  kind: FaultKind;
  what: string;
}

/** What a hostile submission has achieved and should not have. */
export function faultsOf(
  attack: Pick<Case, 'passes' | 'says' | 'untold'>,
  project: Project,
  outcome: Outcome,
  bait: Pick<Bait, 'words' | 'visits'>,
): Fault[] {
  const { marking, report, printed, log } = outcome;
  const passed = evidenceOf(outcome).filter(({ status }) => status === 'passed');
  const everything = [JSON.stringify(marking), JSON.stringify(report), printed, ...log].join('\n');
  const shown = [report.check.summary, report.check.text ?? '', report.comment ?? ''].join('\n');
  return [
    ...stageFaults(outcome),
    ...(marking.decision === 'not-yet'
      ? []
      : [fault('fake pass', `the decision is ${marking.decision ?? 'none'}`)]),
    ...(report.check.conclusion === 'failure'
      ? []
      : [fault('fake pass', `the check says ${report.check.conclusion ?? 'nothing'}`)]),
    ...passed
      .filter(({ id }) => !attack.passes.includes(id))
      .map(({ id }) => fault('fake pass', `"${id}" passed`)),
    ...told(everything, canariesOf(project.hiddenTests)).map((word) => fault('leak', `${word} is told`)),
    ...bait.words
      .filter((word) => everything.includes(word))
      .map((word) => fault('escape', `${word} is told`)),
    ...bait.visits.map((place) => fault('escape', `somebody reached the ${place} of the machine`)),
    ...attack.says
      .filter((words) => !shown.includes(words))
      .map((words) => fault('text', `the learner is not told "${words}": ${reasonsIn(outcome)}`)),
    ...attack.untold
      .filter((words) => everything.includes(words))
      .map((words) => fault('leak', `"${words}" is told`)),
    ...textFaults(outcome).map((what) => fault('text', what)),
  ];
}

/** Where an honest submission did not get what it deserves: each test passed, but for those that it misses. */
export function wrongsOf(honest: Pick<Case, 'misses'>, project: Project, outcome: Outcome): Fault[] {
  const seen = new Map(evidenceOf(outcome).map((evidence) => [evidence.id, evidence]));
  const decision = honest.misses.length === 0 ? 'mastered' : 'not-yet';
  const tests = testsOf(project).flatMap((name) => {
    const shouldPass = !honest.misses.includes(name);
    const found = seen.get(name);
    if (found !== undefined && (found.status === 'passed') === shouldPass) return [];
    const got = found === undefined ? 'nothing' : `${found.status} (${found.message ?? ''})`;
    return [fault('honest wrong', `"${name}" should ${shouldPass ? '' : 'not '}pass, and got ${got}`)];
  });
  return [
    ...stageFaults(outcome),
    ...(outcome.marking.decision === decision
      ? []
      : [fault('honest wrong', `the decision is ${outcome.marking.decision ?? 'none'} and not ${decision}`)]),
    ...honest.misses
      .filter((name) => !testsOf(project).includes(name))
      .map((name) => fault('honest wrong', `there is no test "${name}"`)),
    ...tests,
    ...textFaults(outcome).map((what) => fault('text', what)),
  ];
}

function stageFaults({ marking }: Outcome): Fault[] {
  return marking.stages
    .filter(({ status }) => status !== 'completed')
    .map(({ id, status, reason }) => fault('broken', `${id} is ${status}: ${reason ?? ''}`));
}

function reasonsIn(outcome: Outcome): string {
  return [...new Set(evidenceOf(outcome).map(({ status, message }) => `${status} ${message ?? ''}`))].join(
    '; ',
  );
}

function fault(kind: FaultKind, what: string): Fault {
  return { kind, what };
}
