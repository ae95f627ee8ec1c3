import type { Struggle } from '../../domain/course/struggle.ts';
import { unmastered, type LearnerAccount, type ProjectAccount } from '../account/learner-account.ts';
import { chancesOf, idleDays, pauseOf } from '../account/own-week.ts';
import { activeBetween, idleNow, silentDays } from '../account/pauses.ts';
import { daysOutside } from '../court/spans.ts';
import type { Normal } from '../normal/normal.ts';
import { attemptsSignal } from './attempts.ts';
import { durationSignal } from './duration.ts';
import { paceSignal } from './pace.ts';
import { rapidSignal } from './rapid.ts';
import { repeatedSignal } from './repeated.ts';
import type { Signal } from './signal.ts';
import { silenceSignal } from './silence.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Everything that shows at a time that a learner may be stuck. Whether anybody is told is another matter (`alerts/`).
 *
 * @param expected whether something is expected of learners at a project: at enrichment nothing is
 */
export function signalsOf(
  account: LearnerAccount,
  {
    normal,
    struggle,
    expected,
    now,
  }: { normal: Normal; struggle: Struggle; expected: (project: string) => boolean; now: number },
): Signal[] {
  const open = unmastered(account).filter(({ project }) => expected(project));
  const at = open.find(({ project }) => project === account.lastAct?.project) ?? open[0];
  if (at === undefined) return [];
  const silent = silentDays(account, now);
  const isSilent = struggle.silence !== false && silent >= struggle.silence.nudgeDays;
  const found = [
    // Most learners are silent for less, and what is usual of each takes a while to find out.
    isSilent ? silence(account, { project: at.project, days: silent }, { normal, struggle, now }) : null,
    isSilent ? null : pace(account, at.project, { normal, struggle, now }),
    ...open.flatMap((each) => [
      isSilent ? null : duration(account, each, { normal, struggle, now }),
      attemptsSignal(each, normal.attempts(each.project), struggle.attempts),
      repeatedSignal(each, struggle.repeated, (at) => daysOutside(each.court.away, at, now, account.days)),
      rapidSignal(each, struggle.rapid, now),
    ]),
  ];
  return found.filter((each) => each !== null);
}

interface By {
  normal: Normal;
  struggle: Struggle;
  now: number;
}

function duration(
  { learner, days }: LearnerAccount,
  { project, beganAt, court }: ProjectAccount,
  { normal: { durations }, struggle, now }: By,
): Signal | null {
  if (beganAt === null) return null;
  return durationSignal(
    {
      project,
      days: daysOutside(court.away, beganAt, now, days),
      others: durations.ofOthers(project),
      own: durations.of(learner, project, project),
    },
    struggle.duration,
  );
}

function silence(
  account: LearnerAccount,
  { project, days }: { project: string; days: number },
  { normal, struggle: { silence: thresholds }, now }: By,
): Signal | null {
  if (thresholds === false) return null;
  const pause = pauseOf(account.ownWeek, normal.week, idleNow(account, now));
  return silenceSignal({ project, days, pause, rare: normal.rarePause(thresholds.rarest) }, thresholds);
}

function pace(
  account: LearnerAccount,
  project: string,
  { normal, struggle: { pace: thresholds }, now }: By,
): Signal | null {
  if (thresholds === false) return null;
  const { days, waiting, ownWeek } = account;
  const from = daysBefore(account, thresholds.days, now);
  if (from <= account.since) return null;
  const { chances, seen } = chancesOf(ownWeek, normal.week);
  // Days on which they did something are not idle, and were to be expected as well.
  const had = idleDays(account, days.dayOf(from), days.dayOf(now) - 1);
  return paceSignal(
    {
      project,
      active: activeBetween(account, from, now),
      expected: had.reduce((sum, day) => sum + (chances[(day + 4) % 7] ?? 0), 0),
      days: daysOutside(waiting.spans, from, now, days),
      seen,
    },
    thresholds,
  );
}

/** A time before which somebody had so many working days ago on which nobody was waited for. */
function daysBefore({ days, waiting, since }: LearnerAccount, count: number, now: number): number {
  let from = now;
  while (from > since && daysOutside(waiting.spans, from, now, days) < count - 1e-9) from -= DAY_MS;
  return from;
}
