import { missesOf } from '../criteria.ts';
import { inForms } from '../forms.ts';
import { aboutFile, type CourseFinding } from '../../finding.ts';
import type { Tried } from '../trial.ts';
import type { Mutant } from '../../../domain/mutants/mutant.ts';
import type { TriedMutant } from './try-mutants.ts';

/** A small change of a right answer that no test notices. It may be as right as what it takes the place of: only a person can tell. */
export interface Unnoticed extends Omit<Mutant, 'files'> {
  project: string;
  /** As the course's folder was named. */
  file: string;
  message: string;
}

/** How many of the mutants the tests notice, which not, and with which of them they cannot be run at all. */
export function judgeMutants(
  project: string,
  tried: readonly TriedMutant[],
): { noticed: { right: number; of: number }; unnoticed: Unnoticed[]; findings: CourseFinding[] } {
  const unnoticed = tried.flatMap(({ mutant, inEachForm }): Unnoticed[] => {
    const { line, column, before, after, reads } = mutant;
    const through = inEachForm.filter(isUnnoticed);
    const [first] = through;
    if (first === undefined) return [];
    const message = `no test notices${inForms(through, inEachForm)} that ${eventOf(mutant)}: ${reads}`;
    return [{ project, file: first.trial.dir, line, column, before, after, reads, message }];
  });
  return {
    noticed: {
      right: tried.filter(({ inEachForm }) => inEachForm.every(isNoticed)).length,
      of: tried.length,
    },
    unnoticed,
    findings: tried.flatMap(judgeBroken),
  };
}

/** A limit that is hit is noticed, too; tests that cannot be run say neither. */
function isNoticed({ marking }: Tried): boolean {
  return marking.decision !== null && missesOf(marking).length > 0;
}

function isUnnoticed({ marking }: Tried): boolean {
  return marking.decision !== null && missesOf(marking).length === 0;
}

/** Whatever a learner hands in, the tests have to be able to run. */
function judgeBroken({ mutant, inEachForm }: TriedMutant): CourseFinding[] {
  const broken = inEachForm.flatMap(({ trial, marking }) =>
    marking.stages
      .filter(({ status }) => status === 'broken')
      .map(({ reason }) => ({ dir: trial.dir, reason: reason ?? 'no reason was given' })),
  );
  return broken.slice(0, 1).map(({ dir, reason }) => ({
    ...aboutFile('error', dir, `the tests cannot be run when ${eventOf(mutant)}: ${reason}`, {
      expected: 'tests that can be run whatever is handed in',
    }),
    line: mutant.line,
    column: mutant.column,
  }));
}

function eventOf({ before, after }: Mutant): string {
  if (before === '') return `${after} is added`;
  return after === '' ? `${before} is missing` : `${before} became ${after}`;
}
