import { lastTold } from '../../domain/people/leave.ts';
import type { Days } from '../../domain/people/calendar.ts';
import type { Standing } from '../../domain/people/roster.ts';
import type { SchoolCalendar } from '../../domain/people/school-calendar.ts';
import { workedDays, type WorkedDays } from '../../domain/people/worked-days.ts';
import { courtAfter, NEW_COURT, type Court } from '../court/court.ts';
import { beginAway, endAway, NO_SPANS, type Spans } from '../court/spans.ts';
import type { ActivityEvent } from '../events.ts';
import { idleDays, NO_DAYS, withDays, type OwnWeek } from './own-week.ts';
import { fromHereOn, NO_ATTEMPTS, withAttempt, type Attempts } from './attempts.ts';

/** How one project of a learner stands. Times are ms since 1970. */
export interface ProjectAccount {
  project: string;
  openedAt: number;
  /** Since when they are at it: from the first thing that they did for it, or the last that they did for another one just before. */
  beganAt: number | null;
  /** The last thing that they did for it. */
  lastAct: number | null;
  masteredAt: number | null;
  court: Court;
  attempts: Attempts;
  /** The corrective that is to be worked on; `number` is null where all were given. */
  corrective: { criterion: string; number: number | null } | null;
  /** Nobody wants to hear of it before. */
  snoozedUntil: number;
}

/** What is known of a learner. It is changed by `take`, and by nothing else. */
export interface LearnerAccount {
  learner: number;
  standing: Pick<Standing, 'timeZone' | 'leave' | 'cohort'>;
  /** Told by themselves, in the order in which it was told. */
  toldLeave: Days[];
  /** All of it: of the roster, and told. */
  leave: readonly Days[];
  days: WorkedDays;
  projects: Map<string, ProjectAccount>;
  /** How many projects wait for somebody else now, and when any did. */
  waiting: { projects: number; spans: Spans };
  /** When they were first heard of. */
  since: number;
  /** Their last sign: something that they did, or time that staff spent with them. */
  lastSign: number | null;
  /** What they did last, and for which project. */
  lastAct: { at: number; project: string } | null;
  /** One time of each day on which they did something, the earliest first. */
  activeDays: number[];
  ownWeek: OwnWeek;
  /** Of each pause between two of these days, the days without a sign on which nobody else was waited for; those without any are left out. */
  pauses: (readonly number[])[];
}

export function newAccount(
  learner: number,
  standing: LearnerAccount['standing'],
  calendar: SchoolCalendar,
  since: number,
): LearnerAccount {
  return {
    learner,
    standing,
    toldLeave: [],
    leave: standing.leave,
    days: workedDays(standing, calendar),
    projects: new Map(),
    waiting: { projects: 0, spans: NO_SPANS },
    since,
    lastSign: null,
    lastAct: null,
    activeDays: [],
    ownWeek: NO_DAYS,
    pauses: [],
  };
}

/** What learners do themselves; the rest is done to them or for them. */
const ACTS: ReadonlySet<ActivityEvent['kind']> = new Set<ActivityEvent['kind']>([
  'pull-opened',
  'push',
  'handed-in',
  'comment',
  'appeal',
]);

/** Enters what happened into the account of its learner. Events come in the order of their times. */
export function take(account: LearnerAccount, event: ActivityEvent, calendar: SchoolCalendar): void {
  if (event.kind === 'leave') {
    account.toldLeave.push(event.days);
    account.leave = [...account.standing.leave, ...lastTold(account.toldLeave)];
    account.days = workedDays({ ...account.standing, leave: account.leave }, calendar);
    return;
  }
  const project = projectOf(account, event.project, event.at);
  if (ACTS.has(event.kind)) takeAct(account, project, event.at);
  if (event.kind === 'session') {
    account.lastSign = event.at;
    project.attempts = fromHereOn(project.attempts);
  }
  takeTurn(account, project, event);
  if (event.kind === 'assessed') project.attempts = withAttempt(project.attempts, event);
  if (event.kind === 'corrective-given')
    project.corrective = { criterion: event.criterion, number: event.number };
  if (event.kind === 'snoozed') project.snoozedUntil = event.until;
  if (event.kind === 'mastered') project.masteredAt ??= event.at;
}

function projectOf({ projects }: LearnerAccount, slug: string, at: number): ProjectAccount {
  const known = projects.get(slug);
  if (known !== undefined) return known;
  const project: ProjectAccount = {
    project: slug,
    openedAt: at,
    beganAt: null,
    lastAct: null,
    masteredAt: null,
    court: NEW_COURT,
    attempts: NO_ATTEMPTS,
    corrective: null,
    snoozedUntil: 0,
  };
  projects.set(slug, project);
  return project;
}

function takeAct(account: LearnerAccount, project: ProjectAccount, at: number): void {
  const before = account.lastAct;
  const elsewhere = before !== null && before.project !== project.project ? before.at : project.openedAt;
  project.beganAt ??= Math.max(project.openedAt, elsewhere);
  project.lastAct = at;
  account.lastAct = { at, project: project.project };
  account.lastSign = at;
  takeDay(account, at);
}

function takeDay(account: LearnerAccount, at: number): void {
  const day = account.days.dayOf(at);
  const last = account.activeDays.at(-1);
  const before = last === undefined ? day - 1 : account.days.dayOf(last);
  if (last !== undefined && before === day) return;
  const idle = idleDays(account, before, day - 1);
  account.activeDays.push(at);
  account.ownWeek = withDays(account.ownWeek, idle, day);
  if (idle.length > 0) account.pauses.push(idle);
}

function takeTurn(account: LearnerAccount, project: ProjectAccount, event: ActivityEvent): void {
  const waited = project.court.waits.size > 0;
  project.court = courtAfter(project.court, event);
  const waits = project.court.waits.size > 0;
  if (waited === waits) return;
  const { waiting } = account;
  waiting.projects += waits ? 1 : -1;
  if (waits && waiting.projects === 1) waiting.spans = beginAway(waiting.spans, event.at);
  if (!waits && waiting.projects === 0) waiting.spans = endAway(waiting.spans, event.at);
}

/** The projects that are not mastered yet, those that they have begun first. */
export const unmastered = ({ projects }: LearnerAccount): ProjectAccount[] =>
  [...projects.values()]
    .filter(({ masteredAt }) => masteredAt === null)
    .toSorted((a, b) => Number(a.beganAt === null) - Number(b.beganAt === null) || a.openedAt - b.openedAt);
