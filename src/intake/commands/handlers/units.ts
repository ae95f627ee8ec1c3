import type { CommandReply } from '../../../domain/command-reply.ts';
import type { UnitForLearner } from '../../../domain/unit-for-learner.ts';
import type { LookDeps } from '../../look.ts';
import type { UnitRequestStore } from '../../unit-request-store.ts';
import { called, shown } from '../called.ts';
import { type Call, done, givenBy, type Handler, not, told } from '../call.ts';

export interface UnitDeps extends Pick<LookDeps, 'projectOf'> {
  /** Has a repository made for a learner; null where the school makes none. What is there already is made once. */
  makeRepository: ((wanted: { learner: number; unit: string; project: string }) => Promise<void>) | null;
  unitRequests: UnitRequestStore;
  /** The course's units as they stand for a learner, in the course's order. */
  unitsFor: (learner: number) => Promise<UnitForLearner[]>;
}

/** A unit by its name or its title, or by one of its projects: that is what learners have before them. */
export function unitCalled(asked: string, units: readonly UnitForLearner[]): UnitForLearner | undefined {
  return called(asked, units, ({ unit, project }) => [unit.id, unit.title, ...unit.projects, project.title]);
}

export function noUnit(asked: string, units: readonly UnitForLearner[]): CommandReply {
  return { kind: 'no-unit', asked: shown(asked), known: units.map(({ unit }) => unit.id) };
}

/** Opens a unit at once, though others come before it. */
export function challenge({ unitRequests, unitsFor, makeRepository }: UnitDeps): Handler<'challenge'> {
  return async ({ unit: asked }, call) => {
    const units = await unitsFor(call.state.learner.id);
    const found = unitCalled(asked, units);
    if (found === undefined) return not(noUnit(asked, units));
    const { unit, state, project } = found;
    if (state === 'mastered') return not({ kind: 'unit-mastered', unit: unit.title });
    if (state === 'waiting') await keep('challenge', found, call, unitRequests);
    const starts = makeRepository === null ? null : unit.id;
    return told({ kind: 'unit-open', unit: unit.title, project, already: state === 'open', starts });
  };
}

/** Lets a unit that is mastered be shown once more. What is mastered stays so, whatever comes of it. */
export function retake({ unitRequests, unitsFor, projectOf, makeRepository }: UnitDeps): Handler<'retake'> {
  return async (_command, call) => {
    const slug = projectOf(call.state.place);
    if (slug === null) return done;
    const units = await unitsFor(call.state.learner.id);
    const found = units.find(({ unit }) => unit.projects.includes(slug));
    if (found?.state !== 'mastered') return not({ kind: 'not-mastered' });
    await keep('retake', found, call, unitRequests);
    const { unit, project } = found;
    if (project.slug === slug) return told({ kind: 'retake', unit: unit.title, project, how: 'push' });
    if (makeRepository === null) return told({ kind: 'retake', unit: unit.title, project, how: 'hand-in' });
    await makeRepository({ learner: call.state.learner.id, unit: unit.id, project: project.slug });
    return told({ kind: 'retake', unit: unit.title, project, how: 'repository' });
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
