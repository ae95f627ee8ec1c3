import { compareLevels, type Signal } from '../signals/signal.ts';
import type { Alert, ClosedBecause, PastAlert, Step } from './alert.ts';

/** How a learner stands when it is decided. */
export interface Situation {
  learner: number;
  now: number;
  /** On leave, or on holiday: nothing is expected of them. */
  isAway: boolean;
  /** Whether an alert about a project may be opened now: somebody else is waited for, it was put off, or it is a weekend. */
  mayOpen: (signal: Signal) => boolean;
  isMastered: (project: string) => boolean;
  /** Their alerts that are over, the oldest first. */
  past: readonly PastAlert[];
  /** Working days of theirs since a time. */
  daysSince: (at: number) => number;
}

/** Whatever comes back within so many working days is the same trouble: two weeks, as a talk about it takes a while to bear fruit. */
const SAME_TROUBLE_DAYS = 10;

/**
 * What is to be done about a learner's alerts, from those that are open and what shows now. An alert stays open until what it told of
 * is no more to be seen.
 */
export function decide(open: readonly Alert[], signals: readonly Signal[], situation: Situation): Step[] {
  if (situation.isAway) return open.map((alert) => ({ kind: 'close', alert, because: 'leave' }));
  // What staff see where they look is no alert.
  const telling = signals.filter(({ level }) => level !== 'watch');
  const steps: Step[] = open.flatMap((alert) => aboutOpen(alert, telling, situation));
  const closed = new Set(steps.flatMap((step) => (step.kind === 'close' ? [step.alert.cause] : [])));
  const known = open.filter(({ cause }) => !closed.has(cause));
  for (const signal of telling.toSorted((a, b) => compareLevels(b.level, a.level))) {
    if (known.some(({ cause }) => cause === signal.signal) || !situation.mayOpen(signal)) continue;
    const { learner, now } = situation;
    const alert: Alert = {
      learner,
      cause: signal.signal,
      signal,
      openedAt: now,
      isKnown: isKnown(signal, known, situation),
      toldAt: null,
    };
    known.push(alert);
    steps.push({ kind: 'open', alert });
  }
  return steps;
}

/** Of one trouble is told once, by whatever it shows first; again only where it becomes more urgent after it seemed to be over. */
function isKnown(signal: Signal, open: readonly Alert[], { past, daysSince }: Situation): boolean {
  if (open.length > 0) return true;
  return past.some(
    ({ alert, closedAt }) =>
      alert.signal.project === signal.project &&
      compareLevels(alert.signal.level, signal.level) >= 0 &&
      daysSince(closedAt) < SAME_TROUBLE_DAYS,
  );
}

function aboutOpen(alert: Alert, signals: readonly Signal[], { isMastered, mayOpen }: Situation): Step[] {
  const { project, level } = alert.signal;
  const same = signals.filter(({ signal }) => signal === alert.cause);
  // Silence and pace are the learner's, and not a project's: they may be about another one meanwhile.
  const now =
    same.find((signal) => signal.project === project) ?? (isMastered(project) ? undefined : ofLearner(same));
  if (now === undefined) {
    const because: ClosedBecause = isMastered(project) ? 'mastered' : 'resumed';
    return [{ kind: 'close', alert, because }];
  }
  // Whoever waits for somebody else is no more urgent for it.
  if (now.level === level || (compareLevels(now.level, level) > 0 && !mayOpen(now))) return [];
  return [{ kind: 'change', alert: { ...alert, signal: now } }];
}

const ofLearner = (signals: readonly Signal[]): Signal | undefined =>
  signals.find(({ signal }) => signal === 'silence' || signal === 'pace');
