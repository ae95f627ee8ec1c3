import type { UnitForLearner } from '../../../domain/unit-for-learner.ts';
import type { LookDeps } from '../../look.ts';
import type { UnitRequestStore } from '../../unit-request-store.ts';
import { type Call, done, givenBy, type Handler, not, told } from '../call.ts';

export interface UnitDeps extends Pick<LookDeps, 'projectOf'> {
  unitRequests: UnitRequestStore;
  /** The course's units as they stand for a learner, in the course's order. */
  unitsFor: (learner: number) => Promise<UnitForLearner[]>;
}

/** Opens a unit at once, though others come before it. */
export function challenge({ unitRequests, unitsFor }: UnitDeps): Handler<'challenge'> {
  return async ({ unit: asked }, call) => {
    const units = await unitsFor(call.state.learner.id);
    const found = units.find(({ unit }) => unit.id === asked);
    if (found === undefined) return not({ kind: 'no-unit', asked, known: units.map(({ unit }) => unit.id) });
    const { unit, state, project } = found;
    if (state === 'mastered') return not({ kind: 'unit-mastered', unit: unit.title });
    if (state === 'waiting') await keep('challenge', found, call, unitRequests);
    return told({ kind: 'unit-open', unit: unit.title, project, already: state === 'open' });
  };
}

/** Lets a unit that is mastered be shown once more. What is mastered stays so, whatever comes of it. */
export function retake({ unitRequests, unitsFor, projectOf }: UnitDeps): Handler<'retake'> {
  return async (_command, call) => {
    const slug = projectOf(call.state.place);
    if (slug === null) return done;
    const units = await unitsFor(call.state.learner.id);
    const found = units.find(({ unit }) => unit.projects.includes(slug));
    if (found?.state !== 'mastered') return not({ kind: 'not-mastered' });
    await keep('retake', found, call, unitRequests);
    const { unit, project } = found;
    return told({ kind: 'retake', unit: unit.title, project, another: project.slug !== slug });
  };
}

async function keep(
  kind: 'challenge' | 'retake',
  { unit, project }: UnitForLearner,
  call: Call,
  unitRequests: UnitRequestStore,
): Promise<void> {
  await unitRequests.keep({
    learner: call.state.learner.id,
    kind,
    unit: unit.id,
    project: project.slug,
    by: { id: call.comment.by.id, login: call.comment.by.login },
    given: givenBy(call),
  });
}
