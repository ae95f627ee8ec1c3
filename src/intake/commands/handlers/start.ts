import { type Handler, not, told } from '../call.ts';
import { noUnit, unitCalled, type UnitDeps } from './units.ts';

export type StartDeps = Pick<UnitDeps, 'unitsFor' | 'makeRepository'>;

/** Has the repository made of a unit that is open to the learner. */
export function start({ unitsFor, makeRepository }: StartDeps): Handler<'start'> {
  return async ({ unit: asked }, { state: { learner } }) => {
    const units = await unitsFor(learner.id);
    const found = unitCalled(asked, units);
    if (found === undefined) return not(noUnit(asked, units));
    const { unit, state, project } = found;
    if (state === 'mastered') return not({ kind: 'unit-mastered', unit: unit.title });
    if (state === 'waiting') return not({ kind: 'unit-waiting', unit: unit.title, id: unit.id });
    if (makeRepository === null) return not({ kind: 'no-repositories' });
    await makeRepository({ learner: learner.id, unit: unit.id, project: project.slug });
    return told({ kind: 'unit-started', unit: unit.title, project });
  };
}
