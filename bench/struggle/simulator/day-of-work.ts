import { handIn, push } from './handing-in.ts';
import { asks } from './help.ts';
import { type Life, noLongerStuck, stuckFrom } from './life.ts';
import { between, chance } from './random.ts';
import { blocksIn, isDone, spend, type Work } from './work.ts';

const HOUR_MS = 60 * 60 * 1000;

/** Works on a project for some hours of a day, and shows of it what that learner shows. */
export function workOn(life: Life, work: Work, { from, hours }: { from: number; hours: number }): void {
  const { random, traits } = life;
  if (work.begunAt === null) push(life, work, from);
  const before = blocksIn(work);
  const { gained, lost } = spend(work, hours, traits);
  const end = Math.round(from + hours * HOUR_MS);
  // Who has understood one thing has got on, though there may be another.
  if (blocksIn(work) < before) noLongerStuck(life, work, end);
  if (lost > 0 && gained < 0.2 * hours) stuckFrom(work, blocksIn(work) < before ? end : from);
  if (gained >= 0.2 * hours) life.gains.push({ at: from, project: work.project.slug });
  if (work.stuckSince !== null && !work.helpComes && wantsHelp(life)) {
    push(life, work, end);
    asks(life, work, end + 5 * 60_000);
    return;
  }
  if (traits.isTalker) {
    if (chance(random, 0.6)) comment(life, work, from + 0.5 * hours * HOUR_MS);
    if (!isDone(work) && !chance(random, 0.12)) return;
  }
  show(life, work, end);
}

const wantsHelp = ({ random, traits, parameters }: Life): boolean =>
  chance(random, traits.style === 'asks' ? 0.6 : parameters.trouble.asksAnyway);

/** Hands in where that is due or in their way, else pushes. */
function show(life: Life, work: Work, at: number): void {
  const { random, traits } = life;
  let next = at;
  for (let times = timesToHandIn(life, work); times > 0; times -= 1) {
    next = handIn(life, work, next);
    if (work.isMastered || work.isWaiting) return;
    next += Math.round(
      (traits.style === 'hammers' ? between(random, 2, 8) : between(random, 10, 40)) * 60_000,
    );
  }
  if (next === at && chance(random, traits.pushes)) push(life, work, at);
}

function timesToHandIn({ random, traits }: Life, work: Work): number {
  if (isDone(work)) return chance(random, 0.92) ? 1 : 0;
  if (work.stuckSince === null) return chance(random, traits.eager) ? 1 : 0;
  switch (traits.style) {
    case 'hammers':
      return chance(random, 0.5) ? between(random, 4, 12) : 0;
    case 'spins':
      return between(random, 0, 3);
    case 'digs':
      return chance(random, 0.03) ? 1 : 0;
    case 'avoids':
    case 'asks':
    case 'switches':
      return chance(random, 0.3) ? 1 : 0;
  }
}

export function comment(life: Life, work: Work, at: number): void {
  const about = { learner: life.id, project: work.project.slug, at: Math.round(at) };
  life.events.push({ kind: 'comment', ...about, command: chance(life.random, 0.2) ? 'explain' : null });
}
