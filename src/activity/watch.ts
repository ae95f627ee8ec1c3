import type { Struggle } from '../domain/course/struggle.ts';
import { isAway } from '../domain/people/away.ts';
import type { Standing } from '../domain/people/roster.ts';
import type { SchoolCalendar } from '../domain/people/school-calendar.ts';
import { newAccount, take, type LearnerAccount } from './account/learner-account.ts';
import type { Alert, PastAlert, Step } from './alerts/alert.ts';
import { decide, type Situation } from './alerts/decide.ts';
import { messageFor, type Message } from './alerts/speak.ts';
import type { ActivityEvent } from './events.ts';
import { normalOf, type Normal, type ProjectOfCourse } from './normal/normal.ts';
import type { Signal } from './signals/signal.ts';
import { signalsOf } from './signals/signals-of.ts';

/** What a watch goes by. */
export interface WatchDeps {
  projects: readonly ProjectOfCourse[];
  struggle: Struggle;
  calendar: SchoolCalendar;
  /** Who somebody is; of whom nothing is known, nothing is said either. */
  standingOf: (learner: number) => Pick<Standing, 'timeZone' | 'leave' | 'cohort'> | undefined;
}

/** What came of one look at everybody. */
export interface Look {
  steps: Step[];
  messages: Message[];
  /** Whoever shows something, whether or not anybody is told: for staff who look. */
  signals: Map<number, Signal[]>;
}

/** One learner as they stand, with what has been said of them. */
interface Watched {
  account: LearnerAccount;
  open: Alert[];
  past: PastAlert[];
  lastToldAt: number | null;
}

/**
 * Looks after all learners of a course: takes what happens, in the order of its times, and says at each look what is to be done since
 * the one before. It follows from the events and the times of the looks alone, so to replay them gives the same; each event is entered
 * once, and a look takes as long as there are learners and projects that they are at.
 */
export interface Watch {
  take(event: ActivityEvent): void;
  look(now: number): Look;
  /** What is open. */
  alerts(): Alert[];
  account(learner: number): LearnerAccount | undefined;
  normal(now: number): Normal;
}

/** What is normal moves slowly: it is found out anew once a day. */
const NORMAL_FOR_MS = 24 * 60 * 60 * 1000;

export function newWatch(deps: WatchDeps): Watch {
  const { projects, struggle, calendar, standingOf } = deps;
  const watched = new Map<number, Watched>();
  const enrichment = new Set(projects.filter((each) => each.enrichment).map(({ slug }) => slug));
  const expected = (project: string) => !enrichment.has(project);
  let known: { normal: Normal; day: number } | null = null;
  const normal = (now: number): Normal => {
    const day = Math.floor(now / NORMAL_FOR_MS);
    if (known?.day !== day) {
      known = {
        normal: normalOf(
          [...watched.values()].map(({ account }) => account),
          { projects, weekend: calendar.weekend },
        ),
        day,
      };
    }
    return known.normal;
  };
  return {
    take: (event) => {
      const standing = standingOf(event.learner);
      if (standing === undefined) return;
      const one = watched.get(event.learner) ?? {
        account: newAccount(event.learner, standing, calendar, event.at),
        open: [],
        past: [],
        lastToldAt: null,
      };
      watched.set(event.learner, one);
      take(one.account, event, calendar);
    },
    look: (now) => {
      const look: Look = { steps: [], messages: [], signals: new Map() };
      for (const one of watched.values()) {
        const signals = signalsOf(one.account, { normal: normal(now), struggle, expected, now });
        if (signals.length > 0) look.signals.set(one.account.learner, signals);
        const situation = situationOf(one, calendar, now);
        const steps = decide(one.open, signals, situation);
        look.steps.push(...steps);
        one.open = after(one.open, steps);
        for (const step of steps)
          if (step.kind === 'close') one.past.push({ alert: step.alert, closedAt: now });
        const message = tell(one, struggle, situation);
        if (message !== null) look.messages.push(message);
      }
      return look;
    },
    alerts: () => [...watched.values()].flatMap(({ open }) => open),
    account: (learner) => watched.get(learner)?.account,
    normal,
  };
}

function situationOf({ account, past }: Watched, { holidays }: SchoolCalendar, now: number): Situation {
  const { learner, standing, leave, days, projects, waiting } = account;
  return {
    learner,
    now,
    past,
    daysSince: (at) => days.between(at, now),
    isAway: isAway({ ...standing, leave }, now, holidays),
    isMastered: (project) => (projects.get(project)?.masteredAt ?? null) !== null,
    mayOpen: ({ signal, project }) => {
      const own = projects.get(project);
      if (own === undefined || !days.isWorking(now) || now < own.snoozedUntil) return false;
      // Of whoever waits for anybody, quiet says nothing.
      const waits =
        signal === 'silence' || signal === 'pace' ? waiting.projects > 0 : own.court.waits.size > 0;
      return !waits;
    },
  };
}

/** The open alerts once the steps are done. */
function after(open: readonly Alert[], steps: readonly Step[]): Alert[] {
  if (steps.length === 0) return [...open];
  const touched = new Set(steps.map(({ alert }) => alert.cause));
  return [
    ...open.filter(({ cause }) => !touched.has(cause)),
    ...steps.flatMap((step) => (step.kind === 'close' ? [] : [step.alert])),
  ];
}

function tell(one: Watched, { messages }: Struggle, { now, mayOpen }: Situation): Message | null {
  const { learner, days } = one.account;
  const heard = one.open.filter(({ signal }) => mayOpen(signal));
  const message = messageFor(heard, { learner, lastToldAt: one.lastToldAt, days, now }, messages);
  if (message === null) return null;
  one.lastToldAt = now;
  const told = new Set(message.alerts);
  one.open = one.open.map((alert) => (told.has(alert) ? { ...alert, toldAt: now } : alert));
  return message;
}
