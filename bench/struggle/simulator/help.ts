import { inSchoolDays, later, type Life, noLongerStuck, stuckFrom } from './life.ts';
import { between, chance } from './random.ts';
import type { Work } from './work.ts';

/**
 * The learner asks for a person: by an appeal where something was decided, else in their own words. A session follows. What is said in words
 * alone is read by people; by an appeal their being stuck is known at once.
 */
export function asks(life: Life, work: Work, at: number): void {
  const about = { learner: life.id, project: work.project.slug, at };
  if (work.attempts === 0) life.events.push({ kind: 'comment', ...about, command: null });
  else {
    life.events.push({ kind: 'comment', ...about, command: 'appeal' });
    life.events.push({ kind: 'appeal', ...about });
  }
  personComes(life, work, at, { isAppeal: work.attempts > 0, isKnown: work.attempts > 0 });
}

/**
 * A person will come. `isKnown`: it follows from the events that they are waited for.
 */
export function personComes(
  life: Life,
  work: Work,
  at: number,
  { isAppeal, isKnown }: { isAppeal: boolean; isKnown: boolean },
): void {
  const { random, parameters } = life;
  const { slug } = work.project;
  work.helpComes = true;
  const held = inSchoolDays(life, at, parameters.marking.session);
  if (isKnown) {
    noLongerStuck(life, work, at);
    life.waiting.push({ project: slug, from: at, until: held });
  }
  later(life, held, () => {
    work.helpComes = false;
    noLongerStuck(life, work, held);
    if (work.isMastered) return;
    const blocked = work.criteria.filter(({ left, block }) => left > 0 && block > 0);
    const about = { learner: life.id, project: slug, at: held };
    life.events.push({
      kind: 'session',
      ...about,
      minutes: 15 * between(random, 1, 4),
      criterion: blocked[0]?.criterion.id ?? null,
    });
    if (isAppeal) life.events.push({ kind: 'appeal-ended', ...about });
    for (const each of blocked) if (chance(random, parameters.trouble.sessionHelps)) each.block = 0;
    // The next miss calls nobody at once: there was a talk.
    for (const each of work.criteria) each.given = Math.min(each.given, 2);
    stuckFrom(work, held);
  });
}
