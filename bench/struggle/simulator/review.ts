import { inSchoolDays, later, type Life, master } from './life.ts';
import { chance } from './random.ts';
import type { Work } from './work.ts';

/** A person has the last word: peers look first where there are any, then staff. Until then nothing is expected of the learner here. */
export function awaitReview(life: Life, work: Work, at: number): void {
  const { random, parameters } = life;
  const about = { learner: life.id, project: work.project.slug };
  work.isWaiting = true;
  const hasPeers = chance(random, 0.7);
  const staffFrom = hasPeers ? inSchoolDays(life, at, parameters.marking.peers) : at;
  const decided = inSchoolDays(life, staffFrom, parameters.marking.staff);
  life.waiting.push({ project: work.project.slug, from: at, until: decided });
  if (hasPeers) {
    life.events.push({ kind: 'review-asked', ...about, at, of: 'peer' });
    later(life, staffFrom, () => {
      life.events.push(
        chance(random, 0.85)
          ? {
              kind: 'reviewed',
              ...about,
              at: staffFrom,
              by: 'peer',
              says: chance(random, 0.6) ? 'approved' : 'commented',
            }
          : { kind: 'review-over', ...about, at: staffFrom, of: 'peer' },
      );
      life.events.push({ kind: 'review-asked', ...about, at: staffFrom, of: 'staff' });
    });
  } else life.events.push({ kind: 'review-asked', ...about, at, of: 'staff' });
  later(life, decided, () => {
    const isSentBack = chance(random, parameters.marking.sentBack);
    const says = isSentBack ? 'changes-requested' : 'approved';
    life.events.push({ kind: 'reviewed', ...about, at: decided, by: 'staff', says });
    if (isSentBack) sendBack(work);
    else master(life, work, decided);
  });
}

/** There is some more to do: about a day's work. */
function sendBack(work: Work): void {
  work.isWaiting = false;
  const [first] = work.criteria;
  if (first !== undefined) first.left = Math.max(first.left, 0.12 * work.project.hours);
}
