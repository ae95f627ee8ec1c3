import { median } from '../../domain/median.ts';
import { type Weekday, WEEKDAYS } from '../../domain/people/working-time.ts';
import type { LearnerAccount } from '../account/learner-account.ts';
import { pauseOf, usualWeek, type UsualWeek } from '../account/own-week.ts';
import { daysOutside } from '../court/spans.ts';
import { fitDurations, type Durations } from './durations.ts';
import type { Observation } from './observation.ts';

/** A project of the course, as far as it matters here. */
export interface ProjectOfCourse {
  slug: string;
  /** The author's guess. */
  effortHours: number;
  /** Nothing is expected of anybody here. */
  enrichment: boolean;
}

/** What is normal in a course, by what all its learners have done so far. */
export interface Normal {
  durations: Durations;
  /** How many attempts without gain those who master a project have in a row, usually. */
  attempts(project: string): number;
  /** The days of the week on which learners do something. */
  week: UsualWeek;
  /** How unusual a pause may be (`Pause.surprise`) so that it is one of the share of all pauses that is most unusual. */
  rarePause(share: number): number;
}

/** So many learners who have one attempt in a row without gain are believed in before there are others (brief: some projects take two or three). */
const BELIEVED = { learners: 4, attempts: 1 } as const;

export function normalOf(
  accounts: readonly LearnerAccount[],
  { projects, weekend }: { projects: readonly ProjectOfCourse[]; weekend: readonly Weekday[] },
): Normal {
  const observations: Observation[] = [];
  const longest = new Map<string, number[]>();
  for (const account of accounts) {
    for (const { project, beganAt, masteredAt, lastAct, court, attempts } of account.projects.values()) {
      if (masteredAt !== null) {
        const known = longest.get(project);
        if (known === undefined) longest.set(project, [attempts.longest]);
        else known.push(attempts.longest);
      }
      // Whoever stopped has shown how long they were at it, and not how long it takes to stop.
      const until = masteredAt ?? lastAct;
      if (beganAt === null || until === null) continue;
      const days = daysOutside(court.away, beganAt, until, account.days);
      observations.push({ learner: account.learner, project, days, done: masteredAt !== null });
    }
  }
  const believed = new Array<number>(BELIEVED.learners).fill(BELIEVED.attempts);
  const attempts = new Map(
    [...longest].map(([project, counts]) => [project, median([...counts, ...believed]) ?? 0]),
  );
  const week = usualWeek(
    accounts.map(({ ownWeek }) => ownWeek),
    (kind) => weekend.some((each) => WEEKDAYS[kind] === each),
  );
  return {
    week,
    rarePause: rarePauseOf(accounts, week),
    durations: fitDurations(observations, new Map(projects.map((each) => [each.slug, each.effortHours]))),
    attempts: (project) => attempts.get(project) ?? BELIEVED.attempts,
  };
}

/** As many pauses as this are believed in before there are others: of those the model would make, e to the power of minus `surprise` are more unusual. */
const BELIEVED_PAUSES = 100;

function rarePauseOf(accounts: readonly LearnerAccount[], week: UsualWeek): Normal['rarePause'] {
  const surprises = accounts
    .flatMap(({ ownWeek, pauses }) => pauses.map((idle) => pauseOf(ownWeek, week, idle).surprise))
    .toSorted((a, b) => b - a);
  // Most pauses end the next day, and have no days in them.
  const all = accounts.reduce((sum, { activeDays }) => sum + Math.max(0, activeDays.length - 1), 0);
  const rarer = (surprise: number): number => {
    const own = surprises.findIndex((each) => each <= surprise);
    return (own === -1 ? surprises.length : own) + BELIEVED_PAUSES * Math.exp(-surprise);
  };
  // It is asked for each learner, always with the same share.
  const known = new Map<number, number>();
  const rareFrom = (share: number): number => {
    const wanted = share * (all + BELIEVED_PAUSES);
    // Pauses that are not over yet are not among them, and are the longest: what the model makes of the share is the least.
    let [low, high] = [-Math.log(share), 40];
    for (let step = 0; step < 30; step += 1) {
      const middle = (low + high) / 2;
      if (rarer(middle) > wanted) low = middle;
      else high = middle;
    }
    return high;
  };
  return (share) => {
    const found = known.get(share) ?? rareFrom(share);
    known.set(share, found);
    return found;
  };
}
