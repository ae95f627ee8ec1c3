import { daysOutside, isInside } from '../court/spans.ts';
import type { LearnerAccount } from './learner-account.ts';
import { idleDays } from './own-week.ts';

/** The days before today (counted from 1970) on which something might have come of a learner, and nothing did, since they did something last. */
export function idleNow(account: LearnerAccount, now: number): number[] {
  const { days, lastSign, since } = account;
  return idleDays(account, days.dayOf(lastSign ?? since), days.dayOf(now) - 1);
}

/** On how many days between two times somebody did something, when nobody else was waited for. */
export const activeBetween = ({ activeDays, waiting }: LearnerAccount, from: number, to: number): number =>
  activeDays.filter((at) => at >= from && at < to && !isInside(waiting.spans, at)).length;

/** Working days of theirs since the last sign (or since they were first heard of) on which nobody else was waited for. */
export const silentDays = ({ lastSign, since, waiting, days }: LearnerAccount, now: number): number =>
  daysOutside(waiting.spans, lastSign ?? since, now, days);
