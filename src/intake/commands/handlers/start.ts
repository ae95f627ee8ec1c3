import type { UnitForLearner } from '../../../domain/unit-for-learner.ts';
import { type Handler, not, told } from '../call.ts';

export interface StartDeps {
  unitsFor: (learner: number) => Promise<UnitForLearner[]>;
  /** Has a repository made for a learner; null where the school makes none. What is there already is made once. */
  makeRepository: ((wanted: { learner: number; unit: string; project: string }) => Promise<void>) | null;
}

/** Has the repository made of a unit that is open to the learner. */
export function start({ unitsFor, makeRepository }: StartDeps): Handler<'start'> {
  return async ({ unit: asked }, { state: { learner } }) => {
    const units = await unitsFor(learner.id);
    const found = units.find(({ unit }) => unit.id === asked);
    if (found === undefined) return not({ kind: 'no-unit', asked, known: units.map(({ unit }) => unit.id) });
    const { unit, state, project } = found;
    if (state === 'mastered') return not({ kind: 'unit-mastered', unit: unit.title });
    if (state === 'waiting') return not({ kind: 'unit-waiting', unit: unit.title, id: unit.id });
    if (makeRepository === null) return not({ kind: 'no-repositories' });
    await makeRepository({ learner: learner.id, unit: unit.id, project: project.slug });
    return told({ kind: 'unit-started', unit: unit.title, project });
  };
}
