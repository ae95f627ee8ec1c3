import type { Struggle } from '../../domain/course/struggle.ts';
import type { WorkedDays } from '../../domain/people/worked-days.ts';
import { compareLevels } from '../signals/signal.ts';
import type { Alert } from './alert.ts';

/** A kind word to a learner about all that is open and was not said yet, the most urgent first. It is one message. */
export interface Message {
  learner: number;
  at: number;
  alerts: readonly [Alert, ...Alert[]];
}

const HOUR_MS = 60 * 60 * 1000;

/**
 * What a learner is to be told now, if anything: never on a free day or in quiet hours, and never sooner after the last message than
 * the course has it.
 *
 * @param open their open alerts of which somebody wants to hear
 * @param lastToldAt when the learner was last told anything, ms since 1970; null where they never were
 */
export function messageFor(
  open: readonly Alert[],
  {
    learner,
    lastToldAt,
    days,
    now,
  }: { learner: number; lastToldAt: number | null; days: WorkedDays; now: number },
  { hoursBetween, quietFrom, quietUntil }: Struggle['messages'],
): Message | null {
  const [first, ...others] = open
    .filter(({ toldAt, isKnown }) => toldAt === null && !isKnown)
    .toSorted((a, b) => compareLevels(b.signal.level, a.signal.level) || a.openedAt - b.openedAt);
  if (first === undefined || !days.isWorking(now)) return null;
  if (lastToldAt !== null && now - lastToldAt < hoursBetween * HOUR_MS) return null;
  if (isQuiet(days.hourOf(now), hours(quietFrom), hours(quietUntil))) return null;
  return { learner, at: now, alerts: [first, ...others] };
}

/** Quiet hours mostly go over midnight. */
const isQuiet = (hour: number, from: number, until: number): boolean =>
  from <= until ? from <= hour && hour < until : hour >= from || hour < until;

function hours(time: string): number {
  const [hour = '0', minute = '0'] = time.split(':');
  return Number(hour) + Number(minute) / 60;
}
