import type { Assessed } from '../../../src/activity/events.ts';
import { draw } from './distribution.ts';
import { personComes } from './help.ts';
import { later, type Life, master } from './life.ts';
import { between, chance } from './random.ts';
import { awaitReview } from './review.ts';
import type { Work } from './work.ts';

const MINUTE_MS = 60_000;
/** As in the sample rubrics: after so many a person is called. */
const CORRECTIVES = 4;
/** As feedback names them (brief, 'good enough'). */
const NEXT_STEPS = 3;

/** Pushes, and shows what there is on a pull request: a draft first, where that is their way. */
export function push(life: Life, work: Work, at: number): void {
  const about = { learner: life.id, project: work.project.slug, at };
  work.begunAt ??= at;
  life.events.push({ kind: 'push', ...about, commits: between(life.random, 1, 4) });
  if (work.pull === 'none' && life.traits.drafts) {
    work.pull = 'draft';
    life.events.push({ kind: 'pull-opened', ...about, draft: true });
  }
}

/**
 * Hands in what there is, and has it marked: in a minute, or when our failure is mended.
 *
 * @returns when the result is there
 */
export function handIn(life: Life, work: Work, at: number): number {
  const { random, parameters } = life;
  const { broken, refused } = parameters.marking;
  const about = { learner: life.id, project: work.project.slug };
  push(life, work, at);
  if (work.pull !== 'ready') life.events.push({ kind: 'pull-opened', ...about, at, draft: false });
  work.pull = 'ready';
  life.events.push({ kind: 'handed-in', ...about, at: at + 1000 });
  if (chance(random, refused)) {
    life.events.push({ kind: 'refused', ...about, at: at + MINUTE_MS });
    return at + MINUTE_MS;
  }
  if (!chance(random, broken.share)) {
    const told = at + MINUTE_MS * (0.3 + random.next());
    tell(life, work, Math.round(told));
    return Math.round(told);
  }
  const told = Math.round(at + draw(random, broken.hours) * 60 * MINUTE_MS);
  work.isWaiting = true;
  life.waiting.push({ project: work.project.slug, from: at, until: told });
  later(life, told, () => {
    work.isWaiting = false;
    tell(life, work, told);
  });
  return told;
}

function tell(life: Life, work: Work, at: number): void {
  const { random, parameters } = life;
  const { sameFailure, threshold } = parameters.marking;
  const about = { learner: life.id, project: work.project.slug, at };
  work.attempts += 1;
  const seen = work.criteria.map((each) => ({ each, met: each.left === 0 && !each.hasSlip }));
  const missed = seen.filter(({ met }) => !met).map(({ each }) => each);
  for (const each of missed)
    if (each.block > 0 && !chance(random, sameFailure)) each.failure = between(random, 1, 6);
  const share = 1 - missed.length / seen.length;
  const passes = share >= threshold && missed.every(({ criterion }) => !criterion.essential);
  const decision: Assessed['decision'] = !passes
    ? 'not-yet'
    : work.project.isReviewed
      ? 'awaiting-review'
      : 'mastered';
  life.events.push({
    kind: 'assessed',
    ...about,
    decision,
    criteria: seen.map(({ each, met }) => ({
      id: each.criterion.id,
      met,
      essential: each.criterion.essential,
    })),
    // What is not begun fails in the same way each time.
    failures: missed.map(
      ({ criterion, left, block, failure }) => `${criterion.id}#${left > 0 && block === 0 ? 0 : failure}`,
    ),
  });
  if (decision === 'mastered') master(life, work, at);
  else if (decision === 'awaiting-review') awaitReview(life, work, at);
  else correct(life, work, missed, at);
}

/** Gives the next corrective for what matters most; when they have run out a person is called. */
function correct(life: Life, work: Work, missed: Work['criteria'], at: number): void {
  const { random, parameters } = life;
  const first = missed
    .filter(({ stopsEverything, block }) => !stopsEverything || block === 0)
    .toSorted((a, b) => Number(b.criterion.essential) - Number(a.criterion.essential))
    .slice(0, NEXT_STEPS);
  for (const each of first) {
    each.given += 1;
    const number = each.given > CORRECTIVES ? null : each.given;
    const about = { learner: life.id, project: work.project.slug, at };
    life.events.push({ kind: 'corrective-given', ...about, criterion: each.criterion.id, number });
    if (number === null && !work.helpComes) personComes(life, work, at, { isAppeal: false, isKnown: true });
    // What it makes clear still takes some thought.
    if (each.block > 0 && chance(random, parameters.trouble.correctiveHelps)) each.block *= 0.1;
  }
  for (const each of missed) {
    if (!each.hasSlip || each.left > 0) continue;
    each.hasSlip = false;
    each.left = 0.05 * work.project.hours;
  }
}
