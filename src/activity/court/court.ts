import type { ActivityEvent } from '../events.ts';
import { beginAway, endAway, NO_SPANS, type Spans } from './spans.ts';

/** Whose turn it is at a project. `us`: a marking is waited for. */
export type Holder = 'learner' | 'peer' | 'staff' | 'us';

/** In whose court the ball of one project of one learner is, and has been. */
export interface Court {
  /** What is waited for now. As long as it is anything, the learner is not to be asked for more. */
  waits: ReadonlySet<Wait>;
  /** When the ball was with somebody else. */
  away: Spans;
}

type Wait =
  | 'marking'
  | 'peer'
  | 'staff'
  | 'appeal'
  /** Every corrective was given: a person is called, and in the queue of staff already. */
  | 'help';

export const NEW_COURT: Court = { waits: new Set(), away: NO_SPANS };

/** The court after something has happened. */
export function courtAfter(court: Court, event: ActivityEvent): Court {
  const waits = waitsAfter(court.waits, event);
  if (waits === court.waits) return court;
  const wasAway = court.waits.size > 0;
  const isAway = waits.size > 0;
  if (wasAway === isAway) return { waits, away: court.away };
  return { waits, away: isAway ? beginAway(court.away, event.at) : endAway(court.away, event.at) };
}

export function holderOf({ waits }: Pick<Court, 'waits'>): Holder {
  if (waits.has('appeal') || waits.has('staff') || waits.has('help')) return 'staff';
  if (waits.has('peer')) return 'peer';
  return waits.has('marking') ? 'us' : 'learner';
}

function waitsAfter(waits: Court['waits'], event: ActivityEvent): Court['waits'] {
  switch (event.kind) {
    case 'handed-in':
      return withWait(waits, 'marking');
    case 'refused':
      return without(waits, 'marking');
    case 'assessed':
      if (event.decision === 'awaiting-review') return withWait(without(waits, 'marking', 'help'), 'staff');
      // A newer attempt that is not yet anything takes the place of the one that waited for somebody's look.
      return event.decision === 'not-yet'
        ? without(waits, 'marking', 'peer', 'staff')
        : without(waits, 'marking');
    case 'review-asked':
      return withWait(waits, event.of);
    case 'review-over':
      return without(waits, event.of);
    case 'reviewed':
      // What staff remark without a decision leaves it with them; of peers it is all that was asked for.
      if (event.by === 'peer') return without(waits, 'peer');
      return event.says === 'commented' ? waits : without(waits, 'staff', 'help');
    case 'appeal':
      return withWait(waits, 'appeal');
    case 'appeal-ended':
      return without(waits, 'appeal');
    case 'mastered':
      return waits.size === 0 ? waits : new Set();
    case 'corrective-given':
      return event.number === null ? withWait(waits, 'help') : waits;
    case 'session':
      return without(waits, 'help');
    case 'project-opened':
    case 'pull-opened':
    case 'push':
    case 'comment':
    case 'snoozed':
    case 'leave':
      return waits;
  }
}

const withWait = (waits: Court['waits'], wait: Wait): Court['waits'] =>
  waits.has(wait) ? waits : new Set([...waits, wait]);

function without(waits: Court['waits'], ...over: readonly Wait[]): Court['waits'] {
  return over.some((wait) => waits.has(wait))
    ? new Set([...waits].filter((wait) => !over.includes(wait)))
    : waits;
}
