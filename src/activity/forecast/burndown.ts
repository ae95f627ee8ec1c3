import type { LearnerAccount } from '../account/learner-account.ts';
import type { Units } from './forecast.ts';

/** What was left at a time. */
export interface Left {
  /** ms since 1970 */
  at: number;
  units: number;
  /** Of the author's hours. */
  hours: number;
}

/** What a learner has had left of the course, from when they began, after each unit that they mastered, until now; enrichment is not counted. */
export function burndown(
  { projects, since }: Pick<LearnerAccount, 'projects' | 'since'>,
  units: Units,
  now: number,
): Left[] {
  const counted = units
    .filter(({ enrichment }) => !enrichment)
    .map(({ effortHours, projects: slugs }) => ({
      effortHours,
      masteredAt: Math.min(
        ...slugs.map((slug) => projects.get(slug)?.masteredAt ?? Number.POSITIVE_INFINITY),
      ),
    }));
  const times = counted.map(({ masteredAt }) => masteredAt).filter((at) => at <= now);
  return [...new Set([since, ...times, now])]
    .toSorted((a, b) => a - b)
    .map((at) => {
      const left = counted.filter(({ masteredAt }) => masteredAt > at);
      return { at, units: left.length, hours: left.reduce((sum, { effortHours }) => sum + effortHours, 0) };
    });
}
